package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a server with workers is told; they accept and answer by themselves.
public sealed interface PoolAction extends Action {

    @Override
    Kind kind();

    /// Listens.
    record Start(Kind kind) implements PoolAction {
    }

    /// Graceful: the listening socket is closed, and what is accepted may end by itself within `drain`.
    ///
    /// @param drain nanoseconds
    record Stop(Kind kind, boolean graceful, long drain) implements PoolAction {
    }

    /// The words of pools.
    enum Kind implements ActionKind {
        /// Stage bind, then PoolOpened.
        START, STOP;

        @Override
        public List<Stage> plans() {
            return this == START ? List.of(Stage.BIND) : List.of();
        }

        @Override
        public Word word() {
            return switch (this) {
                case START -> Word.of(label(), "Listens, and starts the workers.");
                case STOP -> Word.of(label(), "Ends the workers.",
                        optional("graceful", ValueType.FLAG, "it stops accepting, and serves what it has accepted until that ends; "
                                + "without, all is closed at once").otherwise("false"),
                        optional("drain", ValueType.TIME, "how long open connections may take to end").otherwise("1s"));
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case START -> new Start(this);
                case STOP -> new Stop(this, given.flag("graceful"), given.number("drain"));
            };
        }
    }
}
