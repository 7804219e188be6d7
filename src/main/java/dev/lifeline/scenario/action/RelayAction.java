package dev.lifeline.scenario.action;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Word;

/// Something that a relay is told; it accepts and relays by itself, and no stage of it is planned.
///
/// @param kind says all
public record RelayAction(Kind kind) implements Action {

    /// The words of relays.
    public enum Kind implements ActionKind {
        START, STOP;

        @Override
        public Word word() {
            return switch (this) {
                case START -> Word.of(label(), "Listens, and relays from here on.");
                case STOP -> Word.of(label(), "Closes its sockets and ends.");
            };
        }

        @Override
        public Action read(Args given) {
            return new RelayAction(this);
        }
    }
}
