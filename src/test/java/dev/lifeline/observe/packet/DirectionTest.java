package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DirectionTest {

    private final Direction direction = new Direction();

    @Test
    void numbersAreRelativeAcrossTheWrapOfThirtyTwoBits() {
        long initial = 0xFFFF_FFF0L;
        direction.begin(initial, true);
        assertFalse(direction.pass(0, 1));
        assertEquals(1, direction.relative(0xFFFF_FFF1L));
        assertFalse(direction.pass(1, 100));
        assertEquals(100, direction.relative(initial + 100 & 0xFFFF_FFFFL));
        long far = 100;
        for (int i = 0; i < 10; i++) {
            assertFalse(direction.pass(far, far + 1_000_000_000));
            far += 1_000_000_000;
            assertEquals(far, direction.relative(initial + far & 0xFFFF_FFFFL), "beyond 4 GiB");
        }
    }

    @Test
    void whatPassedBeforeWithoutBeingSeenIsNotARetransmission() {
        direction.begin(5000, false);
        assertEquals(1, direction.relative(5000));
        assertFalse(direction.pass(1, 10));
        assertEquals(-99, direction.relative(4900));
        assertFalse(direction.pass(-99, 1), "it was never seen");
        assertTrue(direction.pass(-99, 1), "now it was");
    }

    @Test
    void agreesWithASimpleSet() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Direction tested = new Direction();
            tested.begin(77, true);
            BitSet model = new BitSet();
            for (int step = 0; step < 14; step++) {
                int start = random.nextInt(60);
                int end = start + random.nextInt(12);
                boolean again = end > start && !model.get(start, end).isEmpty();
                assertEquals(again, tested.pass(start, end), "round " + round + ": " + start + " to " + end + " after " + model);
                model.set(start, end);
            }
        }
    }

    @Test
    void moreGapsThanAreRememberedAreHarmless() {
        direction.begin(0, true);
        for (int i = 0; i < 1000; i++) {
            assertFalse(direction.pass(i * 10L + 5, i * 10L + 10));
        }
        assertEquals(10_000, direction.next());
    }
}
