package dev.lifeline.wording.step;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.OutcomeWords;

/// The outcome of a stage in so few words that two runs stand side by side. It has neither ports nor times, which differ in every run.
public final class RunStageWords {

    private RunStageWords() {
    }

    /// Writes it: `5 bytes`, `ECONNREFUSED`, `under way`. Safe to print.
    public static String of(Span span) {
        return switch (span.state().kind()) {
            case DONE -> done(span.outcome());
            case FAILED -> ((Span.Failed) span.state()).failure().code().label();
            case OPEN -> "under way";
            case SKIPPED -> "skipped";
            case NOT_REACHED -> "not reached";
            case HANDSHAKE, QUEUED, CONCLUDED -> "seen";
        };
    }

    private static String done(Outcome outcome) {
        return switch (outcome.kind()) {
            case ANSWERS -> Counted.of(((Outcome.Answers) outcome).addresses().size(), "address", "addresses");
            case MOVED -> {
                Outcome.Moved moved = (Outcome.Moved) outcome;
                yield Counted.of(moved.bytes().count(), "byte") + (moved.ending() == Ending.COMPLETE ? "" : ", " + moved.ending().label());
            }
            case CLOSED -> OutcomeWords.how((Outcome.Closed) outcome);
            case SECURED -> Printable.ascii(((Outcome.Secured) outcome).version());
            case REQUESTED -> Printable.ascii(((Outcome.Requested) outcome).method());
            case RESPONDED -> Integer.toString(((Outcome.Responded) outcome).status());
            case ROUTE_CHOSEN, BOUND, LISTENING, CONNECTED, ACCEPTED, TAKEN, HANDLED -> "done";
        };
    }
}
