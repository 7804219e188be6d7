package dev.lifeline.server;

/// The pace at which a connection may be written to: a number of bytes at a time, with time between.
final class WritePace {

    private final int bytes;
    private final long intervalNanos;
    private long next;

    private WritePace(int bytes, long intervalNanos) {
        this.bytes = bytes;
        this.intervalNanos = intervalNanos;
    }

    /// A pace of this many bytes at a time, with this much time between.
    static WritePace of(int bytes, long intervalNanos) {
        return new WritePace(bytes, intervalNanos);
    }

    /// As fast as the kernel takes it.
    static WritePace unhurried() {
        return new WritePace(Integer.MAX_VALUE, 0);
    }

    /// The number of bytes that one write may offer.
    int bytes() {
        return bytes;
    }

    /// The time at which the next write may be, in nanoseconds of the loop's clock.
    long next() {
        return next;
    }

    /// Bytes were written now. Without a pace the next write may be at once, also for who looked at the clock before.
    void wrote(long now) {
        if (intervalNanos > 0) {
            next = now + intervalNanos;
        }
    }
}
