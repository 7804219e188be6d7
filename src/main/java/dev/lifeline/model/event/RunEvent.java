package dev.lifeline.model.event;

import java.util.Objects;

/// Something about the run itself.
public sealed interface RunEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        EXPECTATION_CHECKED, EVENTS_DROPPED, INTERRUPTED, REMARK
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.RUN;
    }

    /// An expectation was looked at.
    ///
    /// @param expected what was to be there, escaped like [Bytes#preview()]
    /// @param held whether it was
    /// @param observed what was there instead, escaped; empty where nothing arrived
    record ExpectationChecked(String expected, boolean held, String observed) implements RunEvent {
        public ExpectationChecked {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(observed, "observed");
        }

        @Override
        public Kind kind() {
            return Kind.EXPECTATION_CHECKED;
        }
    }

    /// The buffer of the recorder was full.
    ///
    /// @param count how many events are missing from this trace
    record EventsDropped(long count) implements RunEvent {
        @Override
        public Kind kind() {
            return Kind.EVENTS_DROPPED;
        }
    }

    /// The person or the system asked the run to end.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    record Interrupted(String signal) implements RunEvent {
        public Interrupted {
            Objects.requireNonNull(signal, "signal");
        }

        @Override
        public Kind kind() {
            return Kind.INTERRUPTED;
        }
    }

    /// A remark that belongs to this moment.
    ///
    /// @param text one sentence for a person
    record Remark(String text) implements RunEvent {
        public Remark {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.REMARK;
        }
    }
}
