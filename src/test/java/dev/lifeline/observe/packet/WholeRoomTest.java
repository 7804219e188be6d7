package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.event.CapturedPacket;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// Whole packets have a bound for all of them together, and one is the first that met it.
class WholeRoomTest {

    private static final int LONGEST = 1 << 16;

    @Test
    void fullIsSaidOnceAndWhatComesThenIsCut() {
        WholeRoom room = new WholeRoom();
        long kept = 0;
        ByteBuffer packet = ByteBuffer.allocate(LONGEST);
        while (!room.cut(packet)) {
            assertEquals(LONGEST, packet.limit());
            kept += LONGEST;
            packet = ByteBuffer.allocate(LONGEST);
        }
        assertEquals(CapturedPacket.SNAP_BYTES, packet.limit());
        assertTrue(kept > WholeRoom.MOST_BYTES - LONGEST && kept < WholeRoom.MOST_BYTES + 2 * LONGEST, kept + " bytes");

        ByteBuffer later = ByteBuffer.allocate(CapturedPacket.SNAP_BYTES + 1);
        assertFalse(room.cut(later));
        assertEquals(CapturedPacket.SNAP_BYTES, later.limit());
    }

    @Test
    void whatIsKeptOfEachAnywayTakesNoRoom() {
        WholeRoom room = new WholeRoom();
        for (int i = 0; i < 100_000; i++) {
            assertFalse(room.cut(ByteBuffer.allocate(CapturedPacket.SNAP_BYTES)));
        }
        assertFalse(room.cut(ByteBuffer.allocate(LONGEST)));
    }
}
