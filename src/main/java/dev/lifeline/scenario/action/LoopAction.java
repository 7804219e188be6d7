package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a server with an event loop is told; it accepts and answers by itself.
public sealed interface LoopAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements LoopAction {
    }

    /// The loop's thread computes; that is no hold. The step ends when the work is over: run it in the background.
    ///
    /// @param time nanoseconds
    record Busy(Kind kind, long time) implements LoopAction {
    }

    /// Graceful: readiness says 503, the listening socket is closed, connections end by themselves within `drain`.
    ///
    /// @param notice nanoseconds
    /// @param drain nanoseconds
    record Stop(Kind kind, boolean graceful, long notice, long drain) implements LoopAction {
    }

    /// The words of loops.
    enum Kind implements ActionKind {
        /// Stage bind, then Registered.
        START, BUSY, STOP;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case START -> List.of(Stage.BIND);
                case BUSY, STOP -> List.of();
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case START -> Word.of(label(), "Listens, and starts the event loop.");
                case BUSY -> Word.of(label(), "Keeps the loop's thread busy with work: nothing is accepted, read or "
                        + "answered meanwhile.",
                        required("time", ValueType.TIME, "for how long"));
                case STOP -> Word.of(label(), "Ends the loop.",
                        optional("graceful", ValueType.FLAG,
                                "readiness turns 503, then it stops accepting and lets open connections end; without, all is "
                                        + "closed at once")
                                .otherwise("false"),
                        optional("notice", ValueType.TIME, "how long readiness says 503 before accepting ends").otherwise("0"),
                        optional("drain", ValueType.TIME, "how long open connections may take to end").otherwise("1s"));
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case START -> new Plain(this);
                case BUSY -> new Busy(this, given.number("time"));
                case STOP -> new Stop(this, given.flag("graceful"), given.number("notice"), given.number("drain"));
            };
        }
    }
}
