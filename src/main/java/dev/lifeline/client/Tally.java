package dev.lifeline.client;

import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import java.nio.ByteBuffer;

/// Counts chunks and keeps the first bytes for a look: what a stage of reading amounts to. Not for several threads.
final class Tally {

    private final ByteBuffer head = ByteBuffer.allocate(Bytes.PREVIEW_BYTES);
    private long count;
    private int chunks;

    /// Counts a chunk, between position and limit, without moving either.
    void add(ByteBuffer chunk) {
        count += chunk.remaining();
        chunks++;
        int taken = Math.min(head.remaining(), chunk.remaining());
        head.put(chunk.slice(chunk.position(), taken));
    }

    /// How many bytes there were, and a look at the first.
    Bytes bytes() {
        return new Bytes(count, Bytes.of(head.duplicate().flip()).preview(), count > head.position());
    }

    /// The outcome of a stage that ends now.
    Outcome.Moved moved(Ending ending) {
        return new Outcome.Moved(bytes(), chunks, ending);
    }
}
