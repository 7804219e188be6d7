package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import java.nio.ByteBuffer;

/// A listening socket: one of ours, or the one that a client of ours connects to. Guarded by the lock of [SocketTable].
final class WatchedListener {

    private final Endpoint end;
    private final boolean ours;
    private final boolean awaited;
    private final ByteBuffer question;
    private long cookie = DiagRequest.NO_COOKIE;
    private long queued = -1;
    private long alike;
    private boolean gone;

    private WatchedListener(Endpoint end, boolean ours, boolean awaited, ByteBuffer question) {
        this.end = end;
        this.ours = ours;
        this.awaited = awaited;
        this.question = question;
    }

    /// A server of ours.
    static WatchedListener ours(Endpoint local) {
        return new WatchedListener(local, true, false, EndpointConversion.listener(local));
    }

    /// The one that a connection was made to.
    static WatchedListener of(FourTuple client) {
        return new WatchedListener(client.remote(), false, false, EndpointConversion.listener(client.remote()));
    }

    /// The one that a connect waits for: the kernel names it in the place of the server's end, which is not there yet. Where
    /// several listen at one port (`SO_REUSEPORT`), it is the one that has to take this very connection.
    static WatchedListener awaited(FourTuple client) {
        return new WatchedListener(client.remote(), false, true, EndpointConversion.question(client.reversed()));
    }

    /// The same listener once the connect has returned: from then on the kernel answers the question for [#awaited] with the
    /// connection itself.
    WatchedListener reached() {
        if (!awaited) {
            return this;
        }
        WatchedListener same = new WatchedListener(end, false, false, EndpointConversion.listener(end));
        same.cookie = cookie;
        same.queued = queued;
        return same;
    }

    /// Tells whether a client of ours connects to it here.
    boolean isPeer(Endpoint remote) {
        return !ours && !gone && end.equals(remote);
    }

    /// Where it listens: as the program says it, or as the kernel does where the program is not traced.
    Endpoint local(DiagSocket answer) {
        return ours ? end : Endpoint.of(answer.local());
    }

    /// `null` where it cannot be asked for.
    ByteBuffer question() {
        return question;
    }

    /// Tells whether the answer is the socket that was seen first.
    boolean is(DiagSocket answer) {
        if (answer.state() != DiagSocket.LISTEN) {
            return false;
        }
        if (cookie == DiagRequest.NO_COOKIE) {
            cookie = answer.cookie();
        }
        return cookie == answer.cookie();
    }

    /// Tells whether the answer is a listening socket that came after the one that was seen first.
    boolean isReplacedBy(DiagSocket answer) {
        return answer.state() == DiagSocket.LISTEN && cookie != DiagRequest.NO_COOKIE && cookie != answer.cookie();
    }

    boolean isOurs() {
        return ours;
    }

    /// @return whether the length of its queue is news
    boolean seen(long itsQueued) {
        boolean news = queued != itsQueued;
        queued = itsQueued;
        return news;
    }

    /// How many sockets listen at its address and port, itself included, by the last count.
    long alike() {
        return Math.max(1, alike);
    }

    /// Tells whether they were counted, or need not be: of ours it is known.
    boolean isCounted() {
        return ours || alike > 0;
    }

    void alike(long count) {
        alike = count;
    }

    /// Where it listens, as far as it was told or seen.
    Endpoint end() {
        return end;
    }

    /// Tells whether the kernel was asked for the very one that a connect waits for.
    boolean isAwaited() {
        return awaited;
    }

    boolean isGone() {
        return gone;
    }

    void goes() {
        gone = true;
    }
}
