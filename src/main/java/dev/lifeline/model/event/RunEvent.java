package dev.lifeline.model.event;

import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.model.walk.Question;
import java.util.Objects;

/// Something about the run itself.
public sealed interface RunEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        EXPECTATION_CHECKED, EVENTS_DROPPED, INTERRUPTED, REMARK, NOTED, ANSWERED, FAULT_ADDED, FAULT_ACTED, FAULT_ENDED
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

    /// A person wrote something beside a stop of a walk.
    ///
    /// @param stop the number of the stop, from 1
    /// @param text as it was typed
    record Noted(int stop, String text) implements RunEvent {
        public Noted {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.NOTED;
        }
    }

    /// A person answered a question of a walk.
    ///
    /// @param stop the number of the stop at which it was, from 1
    /// @param asked the id that the scenario gives to the prediction or the puzzle
    /// @param question which of its questions
    /// @param choice the id of an option; for an order the numbers of its events, in the order of the scenario from 1, as `3 1 2`;
    ///     `null` for *I do not know*
    /// @param confidence how sure, from 1 to 3; 0 where that was not said
    record Answered(int stop, String asked, Question question, String choice, int confidence) implements RunEvent {
        public Answered {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(question, "question");
        }

        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }
    }

    /// A person added a fault to a run that stands; the lane is the side that has it.
    ///
    /// @param number of the fault, from 1
    /// @param time that it takes, in nanoseconds; 0 where it takes none
    /// @param jitter by which a single time may differ from that, in nanoseconds
    /// @param bytes that it takes; 0 where it takes none
    /// @param stop the number of the stop at which the person did it, from 1
    record FaultAdded(int number, FaultKind fault, long time, long jitter, long bytes, int stop) implements RunEvent {
        public FaultAdded {
            Objects.requireNonNull(fault, "fault");
        }

        @Override
        public Kind kind() {
            return Kind.FAULT_ADDED;
        }
    }

    /// A fault did something that no call and no hold tells.
    ///
    /// @param number of the fault
    /// @param count of what it is about: bytes that were lost, connections that were reset, sockets that wait in the queue
    record FaultActed(int number, FaultKind fault, long count) implements RunEvent {
        public FaultActed {
            Objects.requireNonNull(fault, "fault");
        }

        @Override
        public Kind kind() {
            return Kind.FAULT_ACTED;
        }
    }

    /// A fault is over: it was taken away, or it acts once and has.
    ///
    /// @param number of the fault
    record FaultEnded(int number, FaultKind fault) implements RunEvent {
        public FaultEnded {
            Objects.requireNonNull(fault, "fault");
        }

        @Override
        public Kind kind() {
            return Kind.FAULT_ENDED;
        }
    }

    /// Says if it is what a person said, and not what happened in the run.
    default boolean isSaid() {
        return kind() == Kind.NOTED || kind() == Kind.ANSWERED;
    }
}
