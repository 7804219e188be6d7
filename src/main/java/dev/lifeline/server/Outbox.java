package dev.lifeline.server;

import dev.lifeline.net.ByteStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes that wait to be written: bounded, so that a client that does not read costs the server no more than this.
/// Whoever fills it asks [#room()] first; that the room is gone is the backpressure.
final class Outbox {

    /// The most bytes that wait, for one connection.
    static final int CAPACITY = 32 * 1024;

    /// Allocated with the first bytes, always ready to be read from.
    private ByteBuffer bytes;

    /// The number of bytes that wait.
    int size() {
        return bytes == null ? 0 : bytes.remaining();
    }

    /// The number of bytes that may still be put.
    int room() {
        return CAPACITY - size();
    }

    /// Copies bytes in; no more than [#room()].
    void put(ByteBuffer more) {
        if (bytes == null) {
            bytes = ByteBuffer.allocate(CAPACITY).limit(0);
        }
        bytes.compact().put(more).flip();
    }

    /// Loses the first byte.
    void lose() {
        bytes.get();
    }

    /// The bytes that wait, to look at.
    ByteBuffer peek() {
        return bytes.asReadOnlyBuffer();
    }

    /// Offers the first bytes to the kernel, in one call.
    ///
    /// @param most how many at most
    /// @return how many it took
    int writeTo(ByteStream stream, int most) throws IOException {
        int end = bytes.limit();
        bytes.limit(bytes.position() + Math.min(most, bytes.remaining()));
        try {
            return stream.write(bytes);
        } finally {
            bytes.limit(end);
        }
    }
}
