package dev.lifeline.play.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.play.relay.Transit.End;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TransitTest {

    private static final long DELAY = 50;

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String take(Transit transit, long now) {
        ByteBuffer due = transit.due(now);
        if (due == null) {
            return null;
        }
        byte[] all = new byte[due.remaining()];
        due.get(all);
        transit.taken(all.length);
        return new String(all, StandardCharsets.US_ASCII);
    }

    @Test
    void eachPieceHasItsOwnTimeAndNothingOvertakes() {
        Transit transit = new Transit(DELAY);
        transit.add(bytes("first"), 100);
        transit.add(bytes("second"), 120);
        assertNull(take(transit, 149));
        assertEquals(1, transit.untilNext(149));
        assertEquals("first", take(transit, 150));
        assertNull(take(transit, 169));
        assertEquals(20, transit.untilNext(150));
        assertEquals("second", take(transit, 170));
        assertEquals(Long.MAX_VALUE, transit.untilNext(170));
    }

    @Test
    void whatTheKernelDidNotTakeStaysFirst() {
        Transit transit = new Transit(0);
        transit.add(bytes("abcd"), 0);
        transit.due(0).position(3);
        transit.taken(3);
        assertEquals(1, transit.held());
        assertFalse(transit.hasRoom(), "without a delay nothing is read while something waits");
        assertEquals("d", take(transit, 0));
        assertTrue(transit.hasRoom());
    }

    @Test
    void anEndIsDelayedTooAndComesBehindTheBytes() {
        Transit transit = new Transit(DELAY);
        transit.add(bytes("last"), 100);
        transit.end(End.STREAM, 110);
        assertFalse(transit.hasRoom());
        assertEquals(End.NONE, transit.endDue(200), "bytes wait before it");
        assertEquals("last", take(transit, 150));
        assertEquals(End.NONE, transit.endDue(159));
        assertEquals(1, transit.untilNext(159));
        assertEquals(End.STREAM, transit.endDue(160));
        transit.endTaken();
        assertEquals(End.NONE, transit.endDue(161), "once");
        assertEquals(Long.MAX_VALUE, transit.untilNext(161));
    }

    @Test
    void aResetAfterAnEndIsPassedOnToo() {
        Transit transit = new Transit(DELAY);
        transit.end(End.STREAM, 0);
        assertEquals(End.STREAM, transit.endDue(50));
        transit.endTaken();
        transit.end(End.RESET, 100);
        assertEquals(End.NONE, transit.endDue(149));
        assertEquals(End.RESET, transit.endDue(150));
        transit.end(End.STREAM, 160);
        assertEquals(End.RESET, transit.endDue(160), "nothing comes behind a reset");
    }

    @Test
    void memoryIsBounded() {
        Transit transit = new Transit(DELAY);
        int pieces = 0;
        while (transit.hasRoom()) {
            transit.add(ByteBuffer.allocate(16 * 1024), 0);
            pieces++;
        }
        assertEquals(Transit.MOST_BYTES / (16 * 1024), pieces);
    }

    @Test
    void bytesOfTheRelaysOwnAreFirstAndNotCounted() {
        Transit transit = new Transit(DELAY);
        transit.add(bytes("theirs"), 0);
        transit.addFirst(bytes("own"), 10);
        assertEquals(6, transit.held());
        assertEquals("own", take(transit, 10));
        assertEquals(6, transit.held());
        assertNull(take(transit, 49));
        transit.drop();
        assertEquals(0, transit.held());
        assertEquals(Long.MAX_VALUE, transit.untilNext(100));
    }
}
