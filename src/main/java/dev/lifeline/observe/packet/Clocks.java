package dev.lifeline.observe.packet;

import dev.lifeline.record.TraceClock;
import java.time.Instant;

/// The two clocks that a [ClockBridge] brings together.
interface Clocks {

    /// Nanoseconds of the trace.
    long trace();

    /// Nanoseconds since 1970, as the kernel stamps packets (`CLOCK_REALTIME`).
    long wall();

    /// The clocks of this machine.
    record Real(TraceClock clock) implements Clocks {
        @Override
        public long trace() {
            return clock.now();
        }

        @Override
        public long wall() {
            Instant now = Instant.now();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }
    }
}
