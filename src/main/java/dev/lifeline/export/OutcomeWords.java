package dev.lifeline.export;

import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;

/// What a stage found out, in a few words.
final class OutcomeWords {

    private OutcomeWords() {
    }

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answers found -> String.join(", ", found.addresses()) + " (" + found.source().label() + ")";
            case Outcome.RouteChosen found -> (found.device() == null ? "" : found.device() + ", ") + "source "
                    + found.source().address();
            case Outcome.Bound found -> found.local().toString();
            case Outcome.Listening found -> found.local() + ", backlog " + found.backlog();
            case Outcome.Connected found -> found.tuple().toString();
            case Outcome.Accepted found -> "from " + found.tuple().remote()
                    + (found.wakeUp() > 0 ? ", wake-up " + found.wakeUp() : "");
            case Outcome.Moved found -> bytes(found.bytes()) + " in " + Counted.of(found.chunks(), "call") + " ("
                    + found.ending().label() + ")";
            case Outcome.Closed found -> found.how().label() + ", " + found.read() + " bytes read, " + found.written()
                    + " written" + (found.first() == null ? "" : ", " + found.first().label() + " first");
        };
    }

    /// How many bytes, and a look at the first.
    static String bytes(Bytes bytes) {
        return Counted.of(bytes.count(), "byte") + " \"" + bytes.preview() + "\"" + (bytes.truncated() ? "..." : "");
    }
}
