package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// A stage begins and ends. Each [Started] is followed by one [Finished] or [Failed] with its number, unless the recording broke
/// off.
public sealed interface StageEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        STARTED, FINISHED, FAILED, SKIPPED
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.STAGE;
    }

    /// The stage that this event is about.
    Stage stage();

    /// The stage began: stamped after any hold and right before the call.
    ///
    /// @param stage which
    /// @param local the local end as far as it is known, or `null`
    /// @param remote the remote end that is meant, or `null` where the stage has none
    record Started(Stage stage, Endpoint local, Endpoint remote) implements StageEvent {
        public Started {
            Objects.requireNonNull(stage, "stage");
        }

        @Override
        public Kind kind() {
            return Kind.STARTED;
        }
    }

    /// The stage did what it was for.
    ///
    /// @param stage which
    /// @param started the sequence number of its [Started]; -1 where that was dropped
    /// @param outcome what it found out
    record Finished(Stage stage, long started, Outcome outcome) implements StageEvent {
        public Finished {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public Kind kind() {
            return Kind.FINISHED;
        }
    }

    /// The stage did not do what it was for.
    ///
    /// @param stage which
    /// @param started the sequence number of its [Started]; -1 where that was dropped
    /// @param failure why
    record Failed(Stage stage, long started, Failure failure) implements StageEvent {
        public Failed {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(failure, "failure");
        }

        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /// There was nothing to do at this stage; it took no time because it did not run.
    ///
    /// @param stage which
    /// @param reason why not, for a person
    record Skipped(Stage stage, String reason) implements StageEvent {
        public Skipped {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.SKIPPED;
        }
    }
}
