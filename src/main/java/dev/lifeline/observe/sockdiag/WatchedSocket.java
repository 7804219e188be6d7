package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import java.nio.ByteBuffer;

/// One end of a connection, and how far its life is known. Guarded by the lock of [SocketTable].
final class WatchedSocket {

    /// Looks at chunks of data that are worth recording, and changes of nothing but the timer: the first of them tell the story,
    /// and bulk data must not fill the trace.
    private static final int MAX_CHUNKS = 64;
    private static final int MAX_TIMER_CHANGES = 64;

    private final Lane end;
    private final FourTuple tuple;
    private final ByteBuffer question;
    private SocketSnapshot last;
    private SocketSnapshot recorded;
    private long lastAt;
    private boolean told;
    private long cookie;
    private boolean gone;
    private boolean destroyed;
    private int chunks;
    private int timerChanges;

    WatchedSocket(Lane end, FourTuple tuple) {
        this.end = end;
        this.tuple = tuple;
        this.question = EndpointConversion.question(tuple);
    }

    Lane end() {
        return end;
    }

    FourTuple tuple() {
        return tuple;
    }

    /// `null` where it cannot be asked for.
    ByteBuffer question() {
        return question;
    }

    /// The state that was last seen, or `null` where there is none.
    SocketSnapshot last() {
        return last;
    }

    /// Tells whether an answer is this socket, rather than the listener or a later connection with the same addresses.
    ///
    /// The kernel's entry for TIME_WAIT has a cookie of its own. The one before the handshake is done gives its cookie to the
    /// socket (`inet_csk_clone_lock` of `net/ipv4/inet_connection_sock.c`).
    boolean is(DiagSocket answer) {
        if (answer.state() == DiagSocket.LISTEN) {
            return false;
        }
        return last == null || answer.cookie() == cookie
                || answer.timer() == DiagSocket.TIME_WAIT_TIMER && answer.inode() == 0 && last.state() != SocketState.TIME_WAIT;
    }

    /// @param at nanoseconds of the trace
    void seen(SocketSnapshot now, long at) {
        last = now;
        lastAt = at;
        told = false;
        cookie = now.cookie();
    }

    /// Tells whether the kernel is to be asked for it at all.
    boolean isGone() {
        return gone;
    }

    /// @return whether that is news
    boolean goes() {
        boolean news = last != null && !gone;
        gone |= news;
        return news;
    }

    /// The kernel told of its end by itself.
    ///
    /// @return whether that is news
    boolean destroyed() {
        boolean news = !destroyed;
        destroyed = true;
        return news;
    }

    /// Tells whether nothing more is to be seen of it: gone, or in TIME_WAIT, where it stays for a minute.
    boolean isOver() {
        return gone || last != null && last.state() == SocketState.TIME_WAIT;
    }

    /// Tells whether the kernel still has something to say of the full socket.
    boolean awaitsDestruction() {
        return last != null && !destroyed;
    }

    /// Tells whether there is something new that is worth an event between two events of the programs.
    boolean worthAChange(SocketSnapshot now) {
        if (!Snapshots.changed(recorded, now)) {
            return false;
        }
        return !Snapshots.onlyTimerChanged(recorded, now) || timerChanges++ < MAX_TIMER_CHANGES;
    }

    /// Tells whether one more chunk of data is worth a question.
    boolean worthAChunk() {
        return chunks < MAX_CHUNKS && chunks++ >= 0;
    }

    /// Tells whether something is new since what was recorded.
    boolean differs(SocketSnapshot now) {
        return Snapshots.differs(recorded, now);
    }

    void recorded(SocketSnapshot now) {
        recorded = now;
        told = true;
    }

    /// Tells whether it waited in the accept queue at the last look, and that look was not recorded: once it has left, it is the one
    /// that says until when no program had it.
    boolean waitedUnrecorded() {
        return last != null && !told && end == Lane.SERVER && last.inode() == 0
                && (last.state() == SocketState.ESTABLISHED || last.state() == SocketState.CLOSE_WAIT);
    }

    /// When it was last seen, in nanoseconds of the trace.
    long lastAt() {
        return lastAt;
    }
}
