package dev.lifeline.client;

import java.nio.ByteBuffer;

/// Buffer of a program that reads up to a delimiter: what calls have brought beyond it waits here for the next read, as in a
/// `BufferedReader`. The kernel has given these bytes away already. Not for several threads.
final class OwnBuffer {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /// Never more than one call brought.
    private ByteBuffer kept = NOTHING;

    /// The bytes that wait, between position and limit. Whoever takes some moves the position.
    ByteBuffer kept() {
        return kept;
    }

    /// Keeps a copy of the bytes between position and limit, in the place of those that were there.
    void keep(ByteBuffer rest) {
        kept = rest.hasRemaining() ? ByteBuffer.allocate(rest.remaining()).put(rest.duplicate()).flip() : NOTHING;
    }
}
