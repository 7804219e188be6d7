package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineClockTest {

    @Test
    void itStandsFromTheFirstStopUntilTheLastOfThemGoesOn() {
        long before = DeadlineClock.now();
        DeadlineClock.stop();
        long stood = DeadlineClock.now();
        DeadlineClock.stop();
        DeadlineClock.goOn();
        long real = System.nanoTime();
        while (System.nanoTime() - real < 1_000_000) {
            Thread.onSpinWait();
        }

        assertEquals(stood, DeadlineClock.now(), "one of the two still stands");
        DeadlineClock.goOn();
        long after = DeadlineClock.now();

        assertTrue(stood >= before && after >= stood, before + ", " + stood + ", " + after);
        assertTrue(System.nanoTime() - real >= after - stood + 1_000_000, "the time for which it stood is no part of it");
        long moving = DeadlineClock.now();
        while (DeadlineClock.now() == moving) {
            Thread.onSpinWait();
        }
    }
}
