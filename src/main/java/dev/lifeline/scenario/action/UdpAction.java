package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a UDP socket does.
public sealed interface UdpAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements UdpAction {
    }

    /// Sends one datagram.
    ///
    /// @param text what is in it, with escapes
    record Send(Kind kind, String text) implements UdpAction {
    }

    /// Waits for one datagram: stage first-byte, then data; one ChunkRead.
    record Receive(Kind kind, long timeout) implements UdpAction {
    }

    /// The words of UDP sockets.
    enum Kind implements ActionKind {
        /// The stage is not planned: who only sends is bound by the kernel.
        BIND, SEND, RECEIVE, CLOSE;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case SEND -> List.of(Stage.WRITE);
                case RECEIVE -> List.of(Stage.FIRST_BYTE);
                case CLOSE -> List.of(Stage.CLOSE);
                case BIND -> List.of();
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case BIND -> Word.of(label(), "Opens the socket and binds it.");
                case SEND -> Word.of(label(), "Sends one datagram; it succeeds whether or not anybody hears it.",
                        required("text", ValueType.BYTES, "what is in it"));
                case RECEIVE -> Word.of(label(), "Waits for one datagram.", Shared.timeout());
                case CLOSE -> Word.of(label(), "Closes the socket.");
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case BIND, CLOSE -> new Plain(this);
                case SEND -> new Send(this, given.text("text"));
                case RECEIVE -> new Receive(this, given.number("timeout"));
            };
        }
    }
}
