package dev.lifeline.wording;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.Question;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.step.FaultWords;

/// The run itself in words.
public final class RunWords {

    private RunWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(RunEvent event, String who) {
        return switch (event.kind()) {
            case EXPECTATION_CHECKED -> of((RunEvent.ExpectationChecked) event, who);
            case EVENTS_DROPPED -> of((RunEvent.EventsDropped) event);
            case INTERRUPTED -> of((RunEvent.Interrupted) event);
            case REMARK -> of((RunEvent.Remark) event);
            case NOTED -> of((RunEvent.Noted) event);
            case ANSWERED -> of((RunEvent.Answered) event);
            case FAULT_ADDED -> FaultWords.of((RunEvent.FaultAdded) event, who);
            case FAULT_ACTED -> FaultWords.of((RunEvent.FaultActed) event);
            case FAULT_ENDED -> FaultWords.of((RunEvent.FaultEnded) event);
        };
    }

    static Wording of(RunEvent.ExpectationChecked event, String who) {
        String expected = "expected \"" + Printable.ascii(event.expected()) + "\"";
        String got = "got \"" + Printable.ascii(event.observed()) + "\"";
        return Wording.of(expected + ": " + (event.held() ? "it came" : got),
                expected + ", and " + (event.held() ? "it was there" : got + " instead"), who);
    }

    /// Writes that the recorder had no room.
    public static Wording of(RunEvent.EventsDropped event) {
        String count = Counted.of(event.count(), "event");
        String why = " missing: the buffer was full";
        return new Wording(count + why, count + (event.count() == 1 ? " is" : " are") + why,
                count + (event.count() == 1 ? " was" : " were") + " missing, because the buffer was full");
    }

    static Wording of(RunEvent.Interrupted event) {
        String mark = "interrupted by " + Printable.ascii(event.signal());
        return new Wording(mark, "the run was " + mark, "the run was " + mark);
    }

    static Wording of(RunEvent.Noted event) {
        String text = "\"" + Printable.ascii(event.text()) + "\"";
        return new Wording(text, "note: " + text, "a person wrote " + text);
    }

    /// Writes an answer of a person; which words its id stands for is known to the scenario.
    static Wording of(RunEvent.Answered event) {
        String choice = event.choice() == null ? "do not know" : Printable.ascii(event.choice());
        String asked = Printable.ascii(event.asked());
        String sure = event.confidence() < 1 || event.confidence() > 3 ? "" : ", sure " + event.confidence() + " of 3";
        String answer = switch (event.question()) {
            case PREDICT -> "predicted " + asked + ": " + choice + sure;
            case SEE -> "saw " + asked + ": " + choice;
            case ORDER -> "ordered " + asked + ": " + choice + sure;
        };
        return new Wording((event.question() == Question.PREDICT ? "predicted " : "") + choice + sure, answer, "a person answered: " + answer);
    }

    static Wording of(RunEvent.Remark event) {
        String text = Printable.ascii(event.text());
        return remark(text);
    }

    /// Writes what is said beside the events that have a form of their own.
    ///
    /// @param text safe to print
    static Wording remark(String text) {
        return new Wording(text, text, "it was noted: " + (text.endsWith(".") ? text.substring(0, text.length() - 1) : text));
    }
}
