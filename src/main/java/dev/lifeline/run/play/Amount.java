package dev.lifeline.run.play;

import dev.lifeline.model.Bytes;
import dev.lifeline.model.Ending;
import dev.lifeline.model.Outcome;
import java.nio.ByteBuffer;

/// What one stage of reading amounts to. Not for several threads.
final class Amount {

    private Bytes first = new Bytes(0, "", false);
    private long count;
    private int chunks;

    void add(ByteBuffer chunk) {
        if (chunks == 0) {
            first = Bytes.of(chunk);
        }
        count += chunk.remaining();
        chunks++;
    }

    long count() {
        return count;
    }

    Outcome.Moved moved(Ending ending) {
        return new Outcome.Moved(new Bytes(count, first.preview(), first.truncated() || count > first.count()), chunks, ending);
    }
}
