package dev.lifeline.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The answers of a behaviour to the events of one connection. It holds no state and makes no calls: it only tells the connection
/// what it wants, and the connection does it when the socket is ready. Unless it says otherwise, it reads until the peer ends.
interface Responder {

    /// Says if the connection is listened to at all; where it is not, [#accepted] decides its end.
    default boolean reads() {
        return true;
    }

    /// The connection was just accepted.
    default void accepted(Connection connection) {
    }

    /// Bytes arrived; they may not be kept.
    default void received(Connection connection, ByteBuffer bytes) {
    }

    /// All that was to be sent is with the kernel.
    default void drained(Connection connection) {
    }

    /// The peer has ended its stream.
    default void ended(Connection connection) {
        connection.finish();
    }

    /// Answers the question for readiness; all else is for another.
    ///
    /// @param other what answers everything else
    record Ready(Responder other, Readiness readiness) implements Responder {
        @Override
        public boolean reads() {
            return other.reads();
        }

        @Override
        public void accepted(Connection connection) {
            other.accepted(connection);
        }

        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            if (Readiness.asked(bytes)) {
                connection.tellReadiness(readiness);
            } else {
                other.received(connection, bytes);
            }
        }

        @Override
        public void drained(Connection connection) {
            other.drained(connection);
        }

        @Override
        public void ended(Connection connection) {
            other.ended(connection);
        }
    }

    /// Sends back what arrives.
    record Echo() implements Responder {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            connection.send(bytes);
        }
    }

    /// Works for its answer.
    record Worker(RequestWork work) implements Responder {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
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
        public void accepted(Connection connection) {
            connection.send(ByteBuffer.wrap(greeting.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// Ends the connection before a word is said.
    ///
    /// @param end how
    record Refuser(Consumer<Connection> end) implements Responder {
        @Override
        public boolean reads() {
            return false;
        }

        @Override
        public void accepted(Connection connection) {
            end.accept(connection);
        }
    }

    /// Resets as soon as a byte arrives.
    record Resetter() implements Responder {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            connection.reset();
        }
    }

    /// Sends back the first half of what arrives, then resets.
    record HalfAnswerer() implements Responder {
        @Override
        public void received(Connection connection, ByteBuffer bytes) {
            connection.send(bytes.limit(bytes.position() + (bytes.remaining() + 1) / 2));
        }

        @Override
        public void drained(Connection connection) {
            connection.reset();
        }
    }

    /// Sends without end. Leaves room in the outbox, so that it goes on reading and notices when the peer goes.
    record Flooder() implements Responder {

        private static final byte[] BLOCK = "flood 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRS\n"
                .repeat(Outbox.CAPACITY / 2 / 64).getBytes(StandardCharsets.US_ASCII);

        @Override
        public void accepted(Connection connection) {
            drained(connection);
        }

        @Override
        public void drained(Connection connection) {
            connection.send(ByteBuffer.wrap(BLOCK));
        }

        @Override
        public void ended(Connection connection) {
            // A peer that only ended its own stream still reads: it is gone when a write fails.
        }
    }
}
