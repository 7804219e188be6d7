package dev.lifeline.server.web;

import dev.lifeline.model.http.HttpTimer;

/// The clocks of one conversation, each with a time of its own; all in nanoseconds of the loop's clock, 0 for a clock that does not run.
final class WebClocks {

    private final WebSettings options;
    private long header;
    private long request;
    private long keepAlive;
    private long linger;
    private long handler;
    private Runnable task;

    WebClocks(WebSettings options) {
        this.options = options;
    }

    /// The first byte of a request is here.
    void requestBegan(long now) {
        keepAlive = 0;
        header = options.header() == 0 ? 0 : now + options.header();
        request = options.request() == 0 ? 0 : now + options.request();
    }

    /// The head of the request is whole.
    void headEnded() {
        header = 0;
    }

    /// The request is whole, or will never be.
    void requestEnded() {
        header = 0;
        request = 0;
    }

    /// The answer is sent, and another request may come.
    void idleBegan(long now) {
        keepAlive = now + options.keepAlive();
    }

    /// Only the end of the peer's stream is waited for.
    void lingers(long until) {
        linger = until;
    }

    /// Has something done later.
    void later(long at, Runnable what) {
        handler = at;
        task = what;
    }

    /// The clock of a handler has run down: gives what was to be done, once; `null` where it has not.
    Runnable due(long now) {
        if (handler == 0 || now < handler) {
            return null;
        }
        handler = 0;
        return task;
    }

    /// Gives the clock that has run down, or `null`.
    HttpTimer expired(long now) {
        if (isOver(header, now)) {
            return HttpTimer.HEADER;
        } else if (isOver(request, now)) {
            return HttpTimer.REQUEST;
        } else if (isOver(keepAlive, now)) {
            return HttpTimer.KEEP_ALIVE;
        }
        return null;
    }

    /// Says if the wait for the end of the peer's stream has been long enough.
    boolean hasLingered(long now) {
        return isOver(linger, now);
    }

    private static boolean isOver(long deadline, long now) {
        return deadline != 0 && now >= deadline;
    }

    /// The earliest of them; [Long#MAX_VALUE] where none runs.
    long next() {
        return Math.min(Math.min(or(header), or(request)), Math.min(Math.min(or(keepAlive), or(linger)), or(handler)));
    }

    private static long or(long deadline) {
        return deadline == 0 ? Long.MAX_VALUE : deadline;
    }

    /// The time that a clock was set to.
    long length(HttpTimer timer) {
        return switch (timer) {
            case FIRST_BYTE -> 0;
            case HEADER -> options.header();
            case REQUEST -> options.request();
            case KEEP_ALIVE -> options.keepAlive();
        };
    }
}
