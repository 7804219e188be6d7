package dev.lifeline.model.event;

import dev.lifeline.model.Stage;
import java.util.Objects;

/// A lane was held on purpose. The kernel goes on meanwhile; only the program waits.
public sealed interface HoldEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        HOLD_STARTED, HOLD_ENDED
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.HOLD;
    }

    /// The lane waits from here.
    ///
    /// @param stage the stage that is held back; where it is held after one, that which has ended
    /// @param after whether it is held after that stage and not before it
    /// @param reason why, for a person
    /// @param fault the number of the fault that holds it; 0 where somebody else does
    record HoldStarted(Stage stage, boolean after, String reason, int fault) implements HoldEvent {
        public HoldStarted {
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(reason, "reason");
        }

        /// A hold by no fault.
        public HoldStarted(Stage stage, boolean after, String reason) {
            this(stage, after, reason, 0);
        }

        /// A hold before a stage.
        public HoldStarted(Stage before, String reason) {
            this(before, false, reason);
        }

        @Override
        public Kind kind() {
            return Kind.HOLD_STARTED;
        }
    }

    /// The lane goes on.
    ///
    /// @param started the sequence number of the [HoldStarted]; -1 where that was dropped
    record HoldEnded(long started) implements HoldEvent {
        @Override
        public Kind kind() {
            return Kind.HOLD_ENDED;
        }
    }
}
