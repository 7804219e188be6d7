package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClockBridgeTest {

    private static final long EPOCH = 1_800_000_000_000_000_000L;
    private static final long MILLI = 1_000_000;
    private static final long HOUR = 3_600_000 * MILLI;

    /// Time passes only at readings, and when a test says so.
    private static final class Fake implements Clocks {
        private long now = 10 * MILLI;
        private long distance = EPOCH;
        private long cost = 30;
        private long jitter;

        @Override
        public long trace() {
            now += cost + jitter++ * 7 % 11;
            return now;
        }

        @Override
        public long wall() {
            now += cost;
            return now + distance;
        }
    }

    private final Fake clocks = new Fake();
    private final ClockBridge bridge = new ClockBridge(clocks);

    @Test
    void aStampIsMappedWithinTheUncertaintyThatIsSaid() {
        for (int samples = 1; samples < 200; samples += 20) {
            assertEquals(0, bridge.sample(samples));
            long at = bridge.at(EPOCH + 5 * MILLI);
            assertTrue(Math.abs(at - 5 * MILLI) <= bridge.uncertainty(), at + " ± " + bridge.uncertainty());
        }
        assertTrue(bridge.uncertainty() < 40, "what all brackets have in common is narrower than each: " + bridge.uncertainty());
    }

    @Test
    void aBracketThatWasInterruptedTeachesNothingWrong() {
        bridge.sample(5);
        clocks.cost = 3 * MILLI;
        assertEquals(0, bridge.sample(1));
        clocks.cost = 30;
        assertEquals(0, bridge.sample(5));

        long at = bridge.at(EPOCH + 7 * MILLI);
        assertTrue(Math.abs(at - 7 * MILLI) <= bridge.uncertainty() && bridge.uncertainty() < 50);
    }

    @Test
    void aStepForwardIsSaidOnceAndStampsFromBeforeAndAfterItAreTimedRight() {
        steps(HOUR);
    }

    @Test
    void aStepBackIsSaidOnceAndStampsFromBeforeAndAfterItAreTimedRight() {
        steps(-HOUR);
    }

    @Test
    void severalStepsAreSaidEach() {
        steps(HOUR);
        steps(-2 * HOUR);
        steps(MILLI * 500);
    }

    private void steps(long by) {
        long distance = clocks.distance;
        bridge.sample(20);
        bridge.at(clocks.now + distance);
        clocks.now += MILLI;
        long before = clocks.now;
        clocks.now += MILLI;
        clocks.distance += by;
        clocks.now += MILLI;
        long after = clocks.now;
        clocks.now += MILLI;

        long seen = bridge.sample(20);
        assertTrue(Math.abs(seen - by) < 200, "stepped by " + seen);
        assertEquals(0, bridge.sample(20), "said once");
        expect(before, before + distance);
        expect(before + 1000, before + 1000 + distance);
        expect(after, after + distance + by);
        clocks.now += 50 * MILLI;
        long later = clocks.now;
        bridge.sample(20);
        expect(later, later + distance + by);
    }

    @Test
    void aSmallStepLeavesStampsAmbiguousAndSaysSo() {
        bridge.sample(50);
        clocks.now += 5 * MILLI;
        long at = clocks.now;
        clocks.distance += 20_000;
        clocks.now += 5 * MILLI;
        assertTrue(Math.abs(bridge.sample(50) - 20_000) < 200);

        long mapped = bridge.at(at + EPOCH + 20_000);
        assertTrue(Math.abs(mapped - at) <= bridge.uncertainty(), (mapped - at) + " ± " + bridge.uncertainty());
        assertTrue(bridge.uncertainty() >= 19_000, "either side of the step is possible");
    }

    @Test
    void aStepBackDuringSilenceDoesNotDrawThePacketsAfterItBack() {
        silence(true, false);
    }

    @Test
    void norDoesOneThatIsSeenOnlyWithThePacketWhereTheRingWasEmptyShortlyBefore() {
        silence(false, true);
    }

    /// A packet at 100 ms, a step back of half a second at 1 s, a packet at 2 s.
    private void silence(boolean compared, boolean seenEmpty) {
        bridge.sample(20);
        clocks.now = 100 * MILLI;
        bridge.sample(3);
        expect(100 * MILLI, EPOCH + 100 * MILLI);
        clocks.now = 1000 * MILLI;
        clocks.distance -= 500 * MILLI;
        clocks.now = 1020 * MILLI;
        long stepped = compared ? bridge.sample(1) : 0;
        clocks.now = 1995 * MILLI;
        if (seenEmpty) {
            bridge.nothingBefore(clocks.now - 10 * MILLI);
        }
        clocks.now = 2000 * MILLI;
        long stamp = clocks.now + clocks.distance;
        stepped += bridge.sample(3);
        assertTrue(Math.abs(stepped + 500 * MILLI) < 200, "stepped by " + stepped);
        expect(2000 * MILLI, stamp);
    }

    @Test
    void whatStillLiesInTheRingMayBeFromBeforeTheStepAndFromBeforeTheLastLook() {
        bridge.sample(20);
        clocks.now = 1000 * MILLI;
        bridge.sample(1);
        bridge.nothingBefore(990 * MILLI);
        clocks.now = 1001 * MILLI;
        clocks.distance -= HOUR;
        clocks.now = 1002 * MILLI;
        bridge.sample(1);

        expect(995 * MILLI, EPOCH + 995 * MILLI);
        expect(1001 * MILLI, EPOCH + 1001 * MILLI - HOUR);
    }

    private void expect(long at, long stamp) {
        long mapped = bridge.at(stamp);
        assertTrue(Math.abs(mapped - at) <= bridge.uncertainty(), (mapped - at) + " ± " + bridge.uncertainty());
        assertTrue(bridge.uncertainty() < 1000, "± " + bridge.uncertainty());
    }
}
