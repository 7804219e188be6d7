package dev.lifeline.net;

import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import java.nio.ByteBuffer;

/// Counts the calls that moved bytes in one stage, and keeps a look at the first bytes. Not for several threads.
public final class Tally {

    private static final Bytes NOTHING = new Bytes(0, "", false);

    /// The first bytes of all calls; `null` where the first call alone is looked at.
    private final ByteBuffer head;
    private Bytes first = NOTHING;
    private long count;
    private int chunks;

    private Tally(ByteBuffer head) {
        this.head = head;
    }

    /// One that looks at what the first call moved.
    public static Tally ofFirst() {
        return new Tally(null);
    }

    /// One that looks at the first bytes, however many calls brought them.
    public static Tally ofAll() {
        return new Tally(ByteBuffer.allocate(Bytes.PREVIEW_BYTES));
    }

    /// Counts a call that moved the bytes between position and limit, without moving either.
    public void add(ByteBuffer chunk) {
        if (head != null) {
            int taken = Math.min(head.remaining(), chunk.remaining());
            head.put(chunk.slice(chunk.position(), taken));
            count += chunk.remaining();
            chunks++;
        } else {
            add(chunk.remaining(), chunks == 0 ? Bytes.of(chunk) : null);
        }
    }

    /// Counts bytes between position and limit that no call moved: the program had them already.
    public void addKept(ByteBuffer bytes) {
        add(bytes);
        chunks--;
    }

    /// Counts a call.
    ///
    /// @param look at what the first one moved; may be `null` for later ones
    public void add(long bytes, Bytes look) {
        if (chunks == 0) {
            first = look;
        }
        count += bytes;
        chunks++;
    }

    /// The number of bytes that were moved.
    public long count() {
        return count;
    }

    /// The number of bytes, and the look.
    public Bytes bytes() {
        return head == null ? new Bytes(count, first.preview(), first.truncated() || count > first.count())
                : new Bytes(count, Bytes.of(head.duplicate().flip()).preview(), count > head.position());
    }

    /// The outcome of a stage that ends now.
    public Outcome.Moved moved(Ending ending) {
        return new Outcome.Moved(bytes(), chunks, ending);
    }
}
