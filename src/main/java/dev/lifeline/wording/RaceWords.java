package dev.lifeline.wording;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.pace.AskedFamily;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;

/// The race between the addresses of a name in words. A race of one is none.
public final class RaceWords {

    private RaceWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(RaceEvent event, int attempt, String who) {
        return switch (event.kind()) {
            case ORDERED -> of((RaceEvent.Ordered) event, who);
            case LEFT_OUT -> of((RaceEvent.LeftOut) event, who);
            case ABANDONED -> of((RaceEvent.Abandoned) event, attempt, who);
            case WON -> ofWon(attempt);
            case ASKED -> of("asked for " + ((RaceEvent.Asked) event).family().record() + " alone", who);
            case ANSWERED -> of((RaceEvent.Answered) event, who);
            case UNANSWERED -> of("stopped waiting for " + ((RaceEvent.Unanswered) event).family().record() + ": "
                    + Printable.ascii(((RaceEvent.Unanswered) event).reason()), who);
            case DELAYED -> of("put the race off for " + ((RaceEvent.Delayed) event).family().record() + ", by "
                    + Durations.text(((RaceEvent.Delayed) event).nanos()) + " at most", who);
            case JOINED -> of((RaceEvent.Joined) event, who);
            case PACED -> of(paced((RaceEvent.Paced) event), who);
        };
    }

    private static Wording of(String phrase, String who) {
        return Wording.of(phrase, phrase, who);
    }

    private static Wording of(RaceEvent.Answered event, String who) {
        String answer = answer(event);
        return Wording.of(event.family().record() + ": " + answer, "had the answer for " + event.family().record() + ": " + answer, who);
    }

    /// Writes the addresses of one family, or why there are none.
    private static String answer(RaceEvent.Answered event) {
        StringBuilder list = new StringBuilder();
        for (String each : event.addresses()) {
            list.append(list.isEmpty() ? "" : ", ").append(Printable.ascii(each));
        }
        return list.isEmpty() ? "no address (" + event.code() + ")" : list.toString();
    }

    private static Wording of(RaceEvent.Joined event, String who) {
        String added = EndpointWords.of(event.candidates());
        return Wording.of("added " + added, "added " + added + " to the race, in this order now: " + EndpointWords.of(event.next()), who);
    }

    /// Writes what became of the question for one family.
    ///
    /// @param begun when the look-up as a whole had ended, in nanoseconds since the origin
    public static String of(AskedFamily asked, long begun) {
        if (asked.unanswered() != null) {
            return "not answered (" + Printable.ascii(asked.unanswered().reason()) + ")";
        }
        return asked.answer() == null ? "no end is recorded"
                : answer(asked.answer()) + (asked.ended() > begun ? ", when the look-up had ended without it" : "");
    }

    /// Writes the same as a sentence.
    public static String sentence(AskedFamily asked, long begun) {
        return "Asked for " + asked.family().record() + " alone: " + of(asked, begun)
                + (asked.ended() < 0 ? "" : "; that took " + Durations.text(asked.ended() - asked.asked())) + ".";
    }

    private static String paced(RaceEvent.Paced event) {
        return "waits " + Durations.text(event.delay()) + " after " + EndpointWords.of(event.candidate())
                + ", by the kernel's round-trip times to it (" + Durations.text(event.rtt()) + ", variation "
                + Durations.text(event.variation()) + ")";
    }

    static Wording of(RaceEvent.Ordered event, String who) {
        String order = EndpointWords.of(event.candidates());
        String personality = Printable.ascii(event.personality());
        return event.candidates().size() < 2 ? Wording.NONE
                : Wording.of("order (" + personality + "): " + order,
                        "had this order by the rules of " + personality + ": " + order, who);
    }

    /// Writes a candidate that was left out.
    ///
    /// @param who the subject of the sentence
    static Wording of(RaceEvent.LeftOut event, String who) {
        String phrase = "left out " + EndpointWords.of(event.candidate()) + ": " + Printable.ascii(event.reason());
        return Wording.of(phrase, phrase, who);
    }

    /// Writes a candidate and why it was left out, for a table whose label says the rest.
    public static String leftOut(RaceEvent.LeftOut event) {
        return EndpointWords.of(event.candidate()) + "  " + Printable.ascii(event.reason());
    }

    static Wording of(RaceEvent.Abandoned event, int attempt, String who) {
        String reason = Printable.ascii(event.reason());
        return Wording.of("given up: " + reason, "gave up attempt " + attempt + ": " + reason, who);
    }

    /// Writes the same where the stage stands beside it: where there is little room, the address stays longer than the reason.
    ///
    /// @param remote where it went, or `null`
    public static String abandoned(AbandonedAttempt attempt, Endpoint remote) {
        return "abandoned" + (remote == null ? "" : ", " + EndpointWords.of(remote)) + "; " + Printable.ascii(attempt.reason())
                + (attempt.answeredAfter() < 0 ? "" : "; its SYN-ACK came " + Durations.text(attempt.answeredAfter()) + " later");
    }

    /// Writes a winner.
    ///
    /// @param attempt from 1; of a race of one there is nothing to say
    static Wording ofWon(int attempt) {
        return new Wording("won the race", "won the race", attempt < 2 ? null : "attempt " + attempt + " had won");
    }
}
