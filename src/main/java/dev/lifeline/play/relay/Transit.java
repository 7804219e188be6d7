package dev.lifeline.play.relay;

import dev.lifeline.record.DeadlineClock;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/// One direction through a relay: bytes that were read and not written out yet, and the end that comes behind them, each with the
/// moment from which it may go on. Nothing overtakes anything. Times are those of the [DeadlineClock]: what is
/// under way here waits, too, while a person looks at a walk that is stopped. For one thread.
final class Transit {

    /// Bytes that are under way at most, where they are delayed: whoever sends more waits, as behind any buffer that is full.
    static final int MOST_BYTES = 256 * 1024;

    /// Ways in which a direction ends.
    enum End { NONE, STREAM, RESET }

    private record Piece(ByteBuffer bytes, long due) {
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private final long delay;
    private long held;
    private long own;
    private End end = End.NONE;
    private End passed = End.NONE;
    private long endDue;

    /// @param delay nanoseconds
    Transit(long delay) {
        this.delay = delay;
    }

    /// Tells whether what comes waits here for its time.
    boolean isDelayed() {
        return delay > 0;
    }

    /// Tells whether more may be read. Without a delay nothing is read while something waits: the kernels keep it.
    boolean hasRoom() {
        return end == End.NONE && (delay == 0 ? held == 0 : held < MOST_BYTES);
    }

    /// Takes bytes that have come now.
    void add(ByteBuffer bytes, long now) {
        pieces.add(new Piece(bytes, now + delay));
        held += bytes.remaining();
    }

    /// Puts bytes of the relay's own before all others; they are not delayed.
    void addFirst(ByteBuffer bytes, long now) {
        pieces.addFirst(new Piece(bytes, now));
        own = bytes.remaining();
        held += own;
    }

    /// Throws away what waits.
    void drop() {
        pieces.clear();
        held = 0;
        own = 0;
    }

    /// Takes the end that has come now; only the first counts, but a reset overtakes the end of a stream that was not passed on.
    void end(End how, long now) {
        if (end == End.NONE || end == End.STREAM && how == End.RESET) {
            end = how;
            endDue = now + delay;
        }
    }

    boolean hasEnded() {
        return end != End.NONE;
    }

    /// Counts bytes that came here and wait.
    long held() {
        return held - own;
    }

    /// The bytes that may go on now, or `null`. Whoever takes some of them says so by [#taken].
    ByteBuffer due(long now) {
        Piece first = pieces.peek();
        return first == null || first.due - now > 0 ? null : first.bytes;
    }

    /// Takes note that bytes of [#due] went on.
    void taken(int count) {
        held -= count;
        own = Math.max(0, own - count);
        if (!pieces.element().bytes.hasRemaining()) {
            pieces.remove();
        }
    }

    /// The end, once all bytes before it have gone on and its own time has come; `NONE` again once [#endTaken] was said of it.
    End endDue(long now) {
        return held > 0 || end == passed || endDue - now > 0 ? End.NONE : end;
    }

    /// Takes note that the end of [#endDue] went on.
    void endTaken() {
        passed = end;
    }

    /// Nanoseconds until the next thing may go on, 0 where one may now; `Long.MAX_VALUE` where nothing is under way.
    long untilNext(long now) {
        Piece first = pieces.peek();
        if (first == null && end == passed) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, (first != null ? first.due : endDue) - now);
    }
}
