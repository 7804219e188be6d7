package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CpuWorkTest {

    private static final long WANTED = 40_000_000;
    /// Twice the longest tick of a kernel's clock, and what else the thread did.
    private static final long OFF_BY = 30_000_000;

    @Test
    void usesSoMuchCpuTimeByAnotherClockToo() {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        assumeTrue(clock.isCurrentThreadCpuTimeSupported());
        // The best of some: a machine under this one may take its time away, and have it counted.
        long over = Long.MAX_VALUE;
        long apart = Long.MAX_VALUE;
        for (int i = 0; i < 10 && (over >= OFF_BY || apart >= OFF_BY); i++) {
            long before = clock.getCurrentThreadCpuTime();
            long told = CpuWork.use(WANTED, () -> false);
            long used = clock.getCurrentThreadCpuTime() - before;
            assumeTrue(told >= 0, "the system does not tell it");
            assertTrue(told >= WANTED, () -> told + " ns told");
            over = Math.min(over, told - WANTED);
            apart = Math.min(apart, Math.abs(used - told));
        }
        assertTrue(over < OFF_BY, over + " ns too many");
        assertTrue(apart < OFF_BY, apart + " ns fewer or more by the JVM");
    }

    @Test
    void endsEarlyWhereItIsToldTo() {
        long before = System.nanoTime();
        int[] asked = new int[1];
        CpuWork.use(60_000_000_000L, () -> ++asked[0] > 3);
        assertEquals(4, asked[0]);
        assertTrue(System.nanoTime() - before < 30_000_000_000L);
    }
}
