package dev.lifeline.record;

import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;

/// The one clock of a trace: nanoseconds since its origin, from a monotonic source. No time stamp is ever edited.
public final class TraceClock {

    /// The source of the time stamps; on Linux it is `CLOCK_MONOTONIC`.
    public static final String SOURCE = "System.nanoTime";

    private final LongSupplier nanos;
    private final long originNanos;
    private final Instant origin;

    /// A clock over a source of nanoseconds; tests give a fake one.
    ///
    /// @param nanos a monotonic source, in nanoseconds from any origin
    /// @param origin the wall-clock time of this moment
    public TraceClock(LongSupplier nanos, Instant origin) {
        this.nanos = Objects.requireNonNull(nanos, "nanos");
        this.origin = Objects.requireNonNull(origin, "origin");
        this.originNanos = nanos.getAsLong();
    }

    /// A clock that starts now.
    public static TraceClock start() {
        return new TraceClock(System::nanoTime, Instant.now());
    }

    /// Nanoseconds since the origin.
    public long now() {
        return nanos.getAsLong() - originNanos;
    }

    /// The wall-clock time of the origin.
    public Instant origin() {
        return origin;
    }
}
