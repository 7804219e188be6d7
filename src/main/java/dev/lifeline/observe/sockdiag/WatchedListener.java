package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.model.Endpoint;
import java.nio.ByteBuffer;

/// A listening socket of ours. Guarded by the lock of [SocketTable].
final class WatchedListener {

    private final Endpoint local;
    private final ByteBuffer question;
    private long cookie = DiagRequest.NO_COOKIE;
    private long queued = -1;
    private boolean gone;

    WatchedListener(Endpoint local) {
        this.local = local;
        this.question = DiagRequest.listener(Ends.of(local));
    }

    Endpoint local() {
        return local;
    }

    ByteBuffer question() {
        return question;
    }

    /// Whether the answer is the socket that was seen first.
    boolean is(long itsCookie) {
        if (cookie == DiagRequest.NO_COOKIE) {
            cookie = itsCookie;
        }
        return cookie == itsCookie;
    }

    /// @return whether the length of its queue is news
    boolean seen(long itsQueued) {
        boolean news = queued != itsQueued;
        queued = itsQueued;
        return news;
    }

    boolean isGone() {
        return gone;
    }

    void goes() {
        gone = true;
    }
}
