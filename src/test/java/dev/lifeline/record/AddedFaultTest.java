package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The time for which a fault holds its side once.
class AddedFaultTest {

    private static AddedFault fault(FaultKind kind, long time, long jitter) {
        return new AddedFault(1, kind, Lane.CLIENT, time, jitter, 0, "");
    }

    @Test
    void aJitterDiffersEvenlyOnBothSidesAndATimeIsNeverNone() {
        AddedFault latency = fault(FaultKind.LATENCY, 100, 100);
        Set<Long> times = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            long time = latency.once();
            assertTrue(time >= 1 && time <= 200, "0 would hold it until the fault is taken away: " + time);
            times.add(time);
        }
        assertTrue(times.stream().anyMatch(time -> time < 100) && times.stream().anyMatch(time -> time > 100), times.toString());
        assertEquals(100, fault(FaultKind.LATENCY, 100, 0).once());
    }

    @Test
    void aTimeoutHoldsUntilItsConnectionIsClosed() {
        assertEquals(0, fault(FaultKind.TIMEOUT, 100, 0).once());
        assertEquals(100, fault(FaultKind.SLOW_CLOSE, 100, 0).once());
    }
}
