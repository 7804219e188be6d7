package dev.lifeline.server.web;

/// The id of the request that the calling code works for, seen by whatever it calls without being passed (JEP 506). It is bound to the
/// calls of one thread: what is done later, or on another thread, sees it only where it was bound again.
final class RequestId {

    private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();

    private RequestId() {
    }

    /// Does something for a request.
    static void with(String id, Runnable work) {
        ScopedValue.where(CURRENT, id).run(work);
    }

    /// The id, or `null` where nobody has bound one.
    static String current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }
}
