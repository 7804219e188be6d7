package dev.lifeline.server;

import dev.lifeline.model.Lane;
import dev.lifeline.record.Faults;

/// The pace at which a connection may be written to: a number of bytes at a time, with time between.
final class WritePace {

    private final int bytes;
    private final long intervalNanos;
    private final Faults faults;
    private long next;

    private WritePace(int bytes, long intervalNanos, Faults faults) {
        this.bytes = bytes;
        this.intervalNanos = intervalNanos;
        this.faults = faults;
    }

    /// A pace of this many bytes at a time, with this much time between.
    static WritePace of(int bytes, long intervalNanos) {
        return new WritePace(bytes, intervalNanos, null);
    }

    /// As fast as the kernel takes it.
    static WritePace unhurried() {
        return of(Integer.MAX_VALUE, 0);
    }

    /// The same, and slower while a fault asks for that.
    WritePace with(Faults slowing) {
        return new WritePace(bytes, intervalNanos, slowing);
    }

    /// The number of bytes that one write may offer.
    int bytes() {
        return faults == null ? bytes : (int) Math.min(bytes, faults.most(Lane.SERVER));
    }

    /// The time at which the next write may be, in nanoseconds of the loop's clock.
    long next() {
        return next;
    }

    /// Bytes were written now. Without a pace the next write may be at once, also for who looked at the clock before.
    void wrote(long now) {
        long pause = Math.max(intervalNanos, faults == null ? 0 : faults.pause(Lane.SERVER));
        if (pause > 0) {
            next = now + pause;
        }
    }
}
