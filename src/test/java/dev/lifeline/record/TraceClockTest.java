package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TraceClockTest {

    @Test
    void countsFromItsOwnOriginWhateverTheSourceCountsFrom() {
        FakeTime time = new FakeTime(Long.MAX_VALUE - 5);
        TraceClock clock = new TraceClock(time, Instant.EPOCH);

        assertEquals(1, clock.now());
        time.advance(1_000_000);
        assertEquals(1_000_002, clock.now(), "also when the source overflows");
    }

    @Test
    void keepsTheWallClockTimeOfItsOrigin() {
        Instant origin = Instant.parse("2026-01-02T03:04:05Z");

        assertEquals(origin, new TraceClock(() -> 7, origin).origin());
    }

    @Test
    void ofTheSystemNeverGoesBack() {
        TraceClock clock = TraceClock.start();
        long before = clock.now();
        for (int i = 0; i < 10_000; i++) {
            long now = clock.now();
            assertTrue(now >= before);
            before = now;
        }
    }
}
