package dev.lifeline.wording;

import dev.lifeline.analysis.AbandonedAttempt;
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
        };
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
