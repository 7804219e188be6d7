package dev.lifeline.record;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// A source of nanoseconds that moves by one at each reading, and further when told to. Safe for use by any thread.
final class FakeTime implements LongSupplier {

    private final AtomicLong nanos;

    FakeTime(long start) {
        nanos = new AtomicLong(start);
    }

    @Override
    public long getAsLong() {
        return nanos.getAndIncrement();
    }

    void advance(long by) {
        nanos.addAndGet(by);
    }

    TraceClock clock() {
        return new TraceClock(this, Instant.EPOCH);
    }
}
