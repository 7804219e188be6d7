package dev.lifeline.analysis.socket;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.SocketHistory.Look;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;

/// The moment at which the kernel's table of sockets tells most: while a program was held, while the connection waited long for
/// accept, or while only one end was established; with the looks that were made then.
///
/// @param sort why this moment
/// @param hold the hold, where it is that of one; else `null`
/// @param beforeClose whether the client closed during it, so that only the time before counts
/// @param client the look at the client's end, or `null`
/// @param server the look at the server's end, or `null`; not both are
/// @param listener the look that found the accept queue deepest, or `null`
public record SocketMoment(Sort sort, Hold hold, boolean beforeClose, Look client, Look server, ListenerSeen listener) {

    /// Why a moment matters.
    public enum Sort { HELD, QUEUED, HALF_OPEN }

    /// From this on a wait in the accept queue matters, in nanoseconds.
    private static final long LONG_WAIT = 10_000_000;

    private record Time(Sort sort, Hold hold, boolean beforeClose, long from, long until) {
    }

    /// The moment of a trace; `null` where none matters or nobody looked.
    public static SocketMoment of(TraceIndex index) {
        SocketHistory looks = index.sockets();
        Time time = looks.isEmpty() ? null : time(index, looks);
        if (time == null) {
            return null;
        }
        Look server = looks.notAccepted(time.from, time.until);
        server = server == null ? looks.last(Lane.SERVER, time.from, time.until) : server;
        Look client = server == null ? looks.last(Lane.CLIENT, 0, time.until) : looks.clientBeside(server);
        return server == null && client == null ? null
                : new SocketMoment(time.sort, time.hold, time.beforeClose, client, server, looks.deepest(time.from, time.until));
    }

    /// Tells when the later of its looks was made, in nanoseconds since the origin.
    public long at() {
        return Math.max(server == null ? 0 : server.at(), client == null ? 0 : client.at());
    }

    private static Time time(TraceIndex index, SocketHistory looks) {
        Hold hold = hold(index);
        if (hold != null) {
            return hold.isBefore(Stage.ACCEPT) ? beforeClose(index, Sort.HELD, hold, hold.start(), hold.end())
                    : new Time(Sort.HELD, hold, false, hold.start(), hold.end());
        }
        Span wait = null;
        for (Span span : index.timeline().spans()) {
            if (span.stage() == Stage.ACCEPT_QUEUE && (wait == null || span.took() > wait.took())) {
                wait = span;
            }
        }
        boolean open = wait != null && wait.state() instanceof Span.Observed observed && !observed.complete();
        if (wait != null && (wait.took() >= LONG_WAIT || open)) {
            return beforeClose(index, Sort.QUEUED, null, wait.start(), wait.end());
        }
        long halfOpen = looks.halfOpen();
        return halfOpen < 0 ? null : new Time(Sort.HALF_OPEN, null, false, halfOpen, halfOpen);
    }

    /// The longest hold; one of accept tells more than any other.
    private static Hold hold(TraceIndex index) {
        Hold longest = null;
        for (Hold hold : index.timeline().holds()) {
            boolean accept = hold.isBefore(Stage.ACCEPT);
            if (longest == null || accept && !longest.isBefore(Stage.ACCEPT)
                    || accept == longest.isBefore(Stage.ACCEPT) && hold.took() > longest.took()) {
                longest = hold;
            }
        }
        return longest;
    }

    /// A wait for accept, as long as the client did not close: from then on its end tells of the close, not of the wait.
    private static Time beforeClose(TraceIndex index, Sort sort, Hold hold, long from, long until) {
        long close = Long.MAX_VALUE;
        for (Span span : index.stages()) {
            if (span.stage() == Stage.CLOSE && span.lane() == Lane.CLIENT && span.ran() && span.start() > from) {
                close = Math.min(close, span.start());
            }
        }
        return close > until ? new Time(sort, hold, false, from, until) : new Time(sort, hold, true, from, close - 1);
    }
}
