package dev.lifeline.play.actor;

import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import java.nio.ByteBuffer;

/// What one stage of reading amounts to. Not for several threads.
final class ReadAmount {

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
