package dev.lifeline.server.web;

/// Counts the bytes of bodies that a server holds at a time, for all of its connections. For the loop's thread.
final class HeldBytes {

    private static final long MOST = 64L << 20;

    private long held;

    /// Takes room for more, or gives some back.
    ///
    /// @return `false` where there is not so much; nothing is taken then
    boolean add(long bytes) {
        if (bytes > 0 && held + bytes > MOST) {
            return false;
        }
        held += bytes;
        return true;
    }
}
