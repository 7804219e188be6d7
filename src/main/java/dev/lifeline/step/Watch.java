package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.text.Printable;
import java.util.Objects;

/// A value of the kernel that stops the walk when a look finds it changed.
///
/// @param value which
/// @param end whose socket; `null` for either end, and for the accept queue
/// @param actor the one of a play whose socket it is; `null` for anybody
/// @param bound the value that it has to reach, from below; 0 for any change
/// @param state the state that it has to come to; `null` for any change
public record Watch(Value value, Lane end, String actor, long bound, SocketState state) implements StopCause {

    /// The values that can be watched.
    public enum Value implements Labelled {
        /// Bytes that wait for the program; the FIN, which the kernel counts with them, is none.
        RECVQ("recvq"),
        /// Bytes that the peer has not acknowledged.
        SENDQ("sendq"),
        /// Connections that wait for accept.
        ACCEPTQ("acceptq"),
        /// State of the socket.
        STATE("state");

        private final String word;

        Value(String word) {
            this.word = word;
        }

        /// The word as it is typed.
        @Override
        public String label() {
            return word;
        }
    }

    public Watch {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String text() {
        return value.word + (end == null ? "" : " on " + end.label()) + (actor == null ? "" : " on " + Printable.ascii(actor)) + (bound > 0 ? " >= " + bound : "")
                + (state == null ? "" : " = " + state.label());
    }
}
