package dev.lifeline.server;

import dev.lifeline.model.Failure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The answers of a behaviour to the events of one connection. It makes no calls: it only tells the connection what it wants, and the
/// connection does it when the socket is ready. Unless it says otherwise, it has no state, and reads until the peer ends.
public interface Responder {

    /// The one who answers on this connection: one that has a state is another for each.
    default Responder on(LoopConnection connection) {
        return this;
    }

    /// Says if it tells of the stages between the first byte and the end by itself.
    default boolean tellsStages() {
        return false;
    }

    /// Says if the connection is listened to at all; where it is not, [#accepted] decides its end.
    default boolean reads() {
        return true;
    }

    /// The connection was just accepted.
    default void accepted(LoopConnection connection) {
    }

    /// Bytes arrived; they may not be kept.
    default void received(LoopConnection connection, ByteBuffer bytes) {
    }

    /// The number of bytes that one read may bring now; 0 has the connection not read at all.
    default int takes(LoopConnection connection) {
        return connection.room();
    }

    /// The gate that held it is open.
    default void goOn(LoopConnection connection) {
    }

    /// Looks whether something is due.
    ///
    /// @param now in nanoseconds of the loop's clock
    /// @return when to look again; [Long#MAX_VALUE] for never
    default long due(LoopConnection connection, long now) {
        return Long.MAX_VALUE;
    }

    /// The connection is of no more use: what still waited for something has failed.
    default void failed(Failure failure) {
    }

    /// The server is about to stop: what waits for nobody may end.
    default void leaving(LoopConnection connection) {
    }

    /// The server is closed.
    default void over() {
    }

    /// The connection is closed now.
    ///
    /// @param waiting bytes that were to be sent, and that the kernel has not taken
    default void closing(int waiting) {
    }

    /// All that was to be sent is with the kernel.
    default void drained(LoopConnection connection) {
    }

    /// The peer has ended its stream.
    default void ended(LoopConnection connection) {
        connection.finish();
    }

    /// Answers the question for readiness; all else is for another.
    ///
    /// @param other what answers everything else
    record Ready(Responder other, Readiness readiness) implements Responder {
        @Override
        public Responder on(LoopConnection connection) {
            Responder its = other.on(connection);
            return its.tellsStages() ? its : this;
        }

        @Override
        public boolean reads() {
            return other.reads();
        }

        @Override
        public void accepted(LoopConnection connection) {
            other.accepted(connection);
        }

        @Override
        public void received(LoopConnection connection, ByteBuffer bytes) {
            if (Readiness.asked(bytes)) {
                readiness.answer(connection);
            } else {
                other.received(connection, bytes);
            }
        }

        @Override
        public void drained(LoopConnection connection) {
            other.drained(connection);
        }

        @Override
        public void ended(LoopConnection connection) {
            other.ended(connection);
        }

        @Override
        public void over() {
            other.over();
        }
    }

    /// Sends back what arrives.
    record Echo() implements Responder {
        @Override
        public void received(LoopConnection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }
    }

    /// Works for its answer.
    record Worker(RequestWork work) implements Responder {
        @Override
        public void received(LoopConnection connection, ByteBuffer bytes) {
            ByteBuffer answer = connection.worked(work, bytes);
            if (answer == null) {
                connection.finish();
            } else {
                connection.send(answer);
            }
        }
    }

    /// Only listens.
    record Mute() implements Responder {
    }

    /// Speaks first, then only listens.
    record Greeter(String greeting) implements Responder {
        @Override
        public void accepted(LoopConnection connection) {
            connection.send(ByteBuffer.wrap(greeting.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Ends the connection before a word is said.
    ///
    /// @param end how
    record Refuser(Consumer<LoopConnection> end) implements Responder {
        @Override
        public boolean reads() {
            return false;
        }

        @Override
        public void accepted(LoopConnection connection) {
            end.accept(connection);
        }
    }

    /// Resets as soon as a byte arrives.
    record Resetter() implements Responder {
        @Override
        public void received(LoopConnection connection, ByteBuffer bytes) {
            connection.reset();
        }
    }

    /// Sends back the first half of what arrives, then resets.
    record HalfAnswerer() implements Responder {
        @Override
        public void received(LoopConnection connection, ByteBuffer bytes) {
            connection.send(bytes.limit(bytes.position() + (bytes.remaining() + 1) / 2));
        }

        @Override
        public void drained(LoopConnection connection) {
            connection.reset();
        }
    }

    /// Sends without end. Leaves room in the outbox, so that it goes on reading and notices when the peer goes.
    record Flooder() implements Responder {

        private static final byte[] BLOCK = "flood 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRS\n"
                .repeat(Outbox.CAPACITY / 2 / 64).getBytes(StandardCharsets.US_ASCII);

        @Override
        public void accepted(LoopConnection connection) {
            drained(connection);
        }

        @Override
        public void drained(LoopConnection connection) {
            connection.send(ByteBuffer.wrap(BLOCK));
        }

        @Override
        public void ended(LoopConnection connection) {
            // A peer that only ended its own stream still reads: it is gone when a write fails.
        }
    }
}
