package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.Locale;

/// Something that a relay is told; it accepts and relays by itself, and no stage of it is planned.
public sealed interface RelayAction extends Action {

    @Override
    Kind kind();

    /// Listens, and relays from here on.
    record Start(Kind kind) implements RelayAction {
    }

    /// Closes all sockets.
    ///
    /// @param reset whether both sides get a reset
    record Stop(Kind kind, boolean reset) implements RelayAction {
    }

    /// Holds the relay, or lets it go on.
    ///
    /// @param before ACCEPT or CONNECT; `null` where a direction is held
    /// @param direction which; `null` where it is held before a stage
    /// @param reason why it is held, for a person; `null` where it is let go
    record Turn(Kind kind, Stage before, Direction direction, String reason) implements RelayAction {
    }

    /// Directions through a relay: to its target, back, or both.
    enum Direction {
        UP, DOWN, BOTH
    }

    /// The words of relays.
    enum Kind implements ActionKind {
        START, STOP, HOLD, RELEASE;

        @Override
        public Word word() {
            return switch (this) {
                case START -> Word.of(label(), "Listens, and relays from here on.");
                case STOP -> Word.of(label(), "Closes its sockets and ends; what it had read and not passed on is lost.",
                        optional("reset", ValueType.FLAG, "whether both sides get a reset; without, each gets what close(2) "
                                + "gives: a FIN, or a reset where the relay left bytes unread").otherwise("false"));
                case HOLD -> turn("From now on it waits before that stage, or passes nothing on in that direction: nothing is read "
                        + "there, and the kernel's buffers fill.").and(Shared.reason());
                case RELEASE -> turn("It goes on.");
            };
        }

        private Word turn(String doc) {
            return Word.of(label(), doc,
                    optional("before", ValueType.WORD, "before which stage").of("accept", "connect"),
                    optional("direction", ValueType.WORD, "or which direction: up to its target, down to its client")
                            .of("up", "down", "both"))
                    .with(Rule.one("before", "direction", "one of them says what waits"));
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case START -> new Start(this);
                case STOP -> new Stop(this, given.flag("reset"));
                case HOLD, RELEASE -> new Turn(this, given.has("before") ? Vocabulary.stage(given.text("before")) : null,
                        given.has("direction") ? Direction.valueOf(given.text("direction").toUpperCase(Locale.ROOT)) : null,
                        given.text("reason"));
            };
        }
    }
}
