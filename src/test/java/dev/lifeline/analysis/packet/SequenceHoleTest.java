package dev.lifeline.analysis.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SequenceHoleTest {

    private final SequenceHole hole = new SequenceHole();

    private long after(long... edges) {
        for (int i = 0; i < edges.length; i += 2) {
            hole.saw(edges[i], edges[i + 1]);
        }
        return hole.bytes();
    }

    @Test
    void bytesInOrderLeaveNone() {
        assertEquals(0, after(1, 1));
        assertEquals(0, after(1, 6, 6, 11, 11, 11));
    }

    @Test
    void bytesBeforeTheFirstSeenCount() {
        assertEquals(99, after(100, 110));
    }

    @Test
    void itEndsAtTheNearestBytesBeyondIt() {
        assertEquals(14, after(1, 6, 30, 40, 20, 25));
        assertEquals(2, after(8, 9));
    }

    @Test
    void whatComesLateFillsIt() {
        assertEquals(4, after(1, 6, 10, 20, 30, 40));
        assertEquals(10, after(6, 10), "up to the next one");
        assertEquals(0, after(20, 30));
    }

    @Test
    void whatPassesAgainMakesNone() {
        assertEquals(0, after(1, 6, 1, 6, 3, 8, 6, 8));
        assertEquals(2, after(10, 20, 10, 20, 12, 18, 18, 25), "and one stretch is one");
        assertEquals(0, after(8, 10));
        assertEquals(0, after(25, 26));
    }

    @Test
    void aStretchThatJoinsTwoIsNotForgotten() {
        assertEquals(4, after(1, 6, 10, 12, 20, 22, 11, 21));
        assertEquals(0, after(6, 10));
        assertEquals(1, after(23, 24));
    }

    @Test
    void beyondMoreThanItRemembersItIsNotKnown() {
        for (int i = 0; i < 64; i++) {
            assertEquals(i == 0 ? 9 : 9, after(10 + 10L * i, 11 + 10L * i));
        }
        assertEquals(0, after(10_000, 10_001));
        assertEquals(0, after(1, 10));
    }
}
