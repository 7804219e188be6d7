package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PacketNotesTest {

    @Test
    void aDistanceSaysWhichCameFirst() {
        assertEquals("5.2 \u00b5s before this packet", PacketNotes.distance(-5_200));
        assertEquals("5.2 \u00b5s after this packet", PacketNotes.distance(5_200));
        assertEquals("4.005 s after this packet", PacketNotes.distance(4_005_312_800L));
        assertEquals("0.0 \u00b5s before this packet", PacketNotes.distance(-1));
        assertEquals("at the time of this packet", PacketNotes.distance(0));
        assertEquals("9223372036.855 s before this packet", PacketNotes.distance(Long.MIN_VALUE));
    }
}
