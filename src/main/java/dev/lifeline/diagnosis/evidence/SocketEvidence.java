package dev.lifeline.diagnosis.evidence;

import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;

/// The looks at the sockets of one connection, or of one attempt at it, and at the listener.
///
/// A look counts until the stage ended, or where the stage's end was its reason. An old look says nothing of the end of a
/// long wait: [#recent] leaves it out.
public final class SocketEvidence {

    /// The last look at something.
    ///
    /// @param at when, in nanoseconds since the origin
    /// @param before how long before the end of the stage, in nanoseconds; 0 where that end was the reason for it, or the whole
    ///     life is looked at
    public record Look<T>(T seen, long at, long before) {
    }

    private static final int ENDS = Lane.values().length;

    private final UnfinishedStage run;
    private final SocketSeen[] last = new SocketSeen[ENDS];
    private final long[] at = new long[ENDS];
    private final boolean[] caused = new boolean[ENDS];
    private final long[] retransmits = new long[ENDS];
    private final long[] expired = new long[ENDS];
    private final SocketSnapshot[] figures = new SocketSnapshot[ENDS];
    private final boolean[] timeWait = new boolean[ENDS];
    private final boolean[] finTaken = new boolean[ENDS];
    private final long[] unread = new long[ENDS];
    private final long[] probes = new long[ENDS];
    private Look<ListenerSeen> listener;
    private Look<ListenerSeen> lastListener;
    private long listenersAlike;

    /// @param run the stage; looks that are not about it or what came before it are left out
    SocketEvidence(UnfinishedStage run) {
        this.run = run;
    }

    void seen(TraceEvent event, SocketSeen look) {
        int end = look.end().ordinal();
        SocketSnapshot socket = look.socket();
        timeWait[end] |= socket.state() == SocketState.TIME_WAIT;
        if (socket.info() != null && !socket.info().wipedAfter(infoBefore(end, socket))) {
            figures[end] = socket;
        }
        finTaken[end] |= event.at() > run.ended()
                && (socket.state() == SocketState.FIN_WAIT2 || socket.state() == SocketState.TIME_WAIT);
        boolean destroyed = look.occasion() == Occasion.DESTROYED;
        if (destroyed && finalCounts() || counts(event, look.cause())) {
            counted(end, socket);
        }
        if (destroyed) {
            gone(event, look.end(), socket.state());
        } else if (counts(event, look.cause())) {
            last[end] = look;
            at[end] = event.at();
            caused[end] = byTheEnd(look.cause());
            boolean open = socket.state() == SocketState.ESTABLISHED || socket.state() == SocketState.CLOSE_WAIT;
            unread[end] = open ? socket.unread() : unread[end];
        }
    }

    /// Attempts of a race have sockets of their own.
    private TcpInfo infoBefore(int end, SocketSnapshot socket) {
        return figures[end] == null || figures[end].cookie() != socket.cookie() ? null : figures[end].info();
    }

    /// The timer of a SYN runs out also where nothing can be sent; what was sent the kernel counts for itself.
    private void counted(int end, SocketSnapshot socket) {
        // The kernel counts probes in the field of retransmissions: by them nothing that was written is sent again.
        if (socket.timer() == SocketTimer.KEEPALIVE) {
            probes[end] = Math.max(probes[end], socket.retransmits());
        }
        boolean told = socket.info() != null && socket.info().totalRetransmits() != TcpInfo.ABSENT;
        if (told) {
            retransmits[end] = Math.max(retransmits[end], socket.info().totalRetransmits());
        }
        if (told && run.stage() == Stage.CONNECT) {
            expired[end] = Math.max(expired[end], socket.retransmits());
        } else if (socket.timer() != SocketTimer.KEEPALIVE && socket.timer() != SocketTimer.PROBE) {
            retransmits[end] = Math.max(retransmits[end], socket.retransmits());
        }
    }

    void gone(TraceEvent event, Lane end, SocketState state) {
        timeWait[end.ordinal()] |= state == SocketState.TIME_WAIT;
        // A client that gives up its connect has no socket any more: what was seen before is about the wait all the same.
        SocketSeen before = last[end.ordinal()];
        if (event.at() <= run.ended() && before != null && before.socket().state() != SocketState.SYN_SENT) {
            last[end.ordinal()] = null;
        }
    }

    /// Tells whether the final figures are still about the stage: a socket that goes on to close sends more again.
    private boolean finalCounts() {
        return run.stage() == Stage.CONNECT || run.failure() != null && run.failure().code() == ErrorCode.ETIMEDOUT;
    }

    void listener(TraceEvent event, ListenerSeen look) {
        if (counts(event, look.cause())) {
            lastListener = new Look<>(look, event.at(), before(event.at(), byTheEnd(look.cause())));
            listener = event.at() >= run.ended() - Math.max(0, run.took()) ? lastListener : listener;
        }
    }

    /// One of several listeners at the same address and port: it is not known which of them takes a connection.
    void oneOfSeveral(TraceEvent event, ListenerSeen look) {
        listenersAlike = counts(event, look.cause()) ? look.alike() : listenersAlike;
    }

    private boolean counts(TraceEvent event, long cause) {
        return event.at() <= run.ended() || byTheEnd(cause);
    }

    private boolean byTheEnd(long cause) {
        return cause >= 0 && cause == run.sequence();
    }

    private long before(long time, boolean byTheEnd) {
        return byTheEnd || run.ended() == Long.MAX_VALUE ? 0 : Math.max(0, run.ended() - time);
    }

    /// The last look at an end that still says something about the end of the stage; `null` where there is none.
    Look<SocketSnapshot> recent(Lane end) {
        Look<SocketSnapshot> look = last(end);
        return look == null || look.before() > Math.max(0, run.took()) / 2 ? null : look;
    }

    /// The last look at an end, however old; `null` where there was none, or the socket was gone.
    Look<SocketSnapshot> last(Lane end) {
        int i = end.ordinal();
        return last[i] == null ? null : new Look<>(last[i].socket(), at[i], before(at[i], caused[i]));
    }

    /// The last look at the listener during the stage, or `null`.
    public Look<ListenerSeen> listener() {
        return listener;
    }

    /// The last look at the listener, be it before the stage; `null` where there was none.
    Look<ListenerSeen> lastListener() {
        return lastListener;
    }

    /// How many sockets listen at the address and port of the server (`SO_REUSEPORT` of socket(7)); 0 where no look found several.
    public long listenersAlike() {
        return listenersAlike;
    }

    /// How often an end is known to have sent something again; a later look may have found more.
    public long retransmits(Lane end) {
        return retransmits[end.ordinal()];
    }

    /// How often the timer of a SYN is known to have run out, where the kernel also counted what was sent again.
    public long expired(Lane end) {
        return expired[end.ordinal()];
    }

    /// The last look that came with figures (`tcp_info`), the final ones where the kernel told them and had not wiped them;
    /// `null` where none did.
    SocketSnapshot figures(Lane end) {
        return figures[end.ordinal()];
    }

    /// Tells whether the end's FIN, sent after the stage, was acknowledged.
    boolean finTaken(Lane end) {
        return finTaken[end.ordinal()];
    }

    /// Bytes that lay unread at an end at the last look while it was open, be its socket gone now.
    long unread(Lane end) {
        return unread[end.ordinal()];
    }

    /// How many keep-alive probes without an answer the kernel counted.
    long probes(Lane end) {
        return probes[end.ordinal()];
    }

    /// Tells whether the end was ever seen in TIME_WAIT.
    boolean timeWait(Lane end) {
        return timeWait[end.ordinal()];
    }
}
