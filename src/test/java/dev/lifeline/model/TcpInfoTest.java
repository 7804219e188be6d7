package dev.lifeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TcpInfoTest {

    @Test
    void aFieldIsAbsentUnlessAllItsBytesAreThere() {
        assertEquals(new TcpInfo.Builder().build(""), TcpInfo.of(new byte[0]));
        assertEquals(TcpInfo.ABSENT, TcpInfo.of(new byte[103]).totalRetransmits());
        TcpInfo old = TcpInfo.of(new byte[104]);
        assertEquals(0, old.totalRetransmits(), "total_retrans is the last field of Linux 2.6");
        assertEquals(TcpInfo.ABSENT, old.bytesAcked());
        assertEquals(TcpInfo.ABSENT, TcpInfo.of(new byte[127]).bytesAcked());
        assertEquals(0, TcpInfo.of(new byte[128]).bytesAcked());
    }

    @Test
    void numbersHaveNoSignAndWhatDoesNotFitIsTheLargestThatDoes() {
        ByteBuffer struct = ByteBuffer.allocate(280).order(ByteOrder.nativeOrder());
        struct.put(2, (byte) 200).putInt(68, -2).putLong(120, 5).putLong(128, -1);
        TcpInfo info = TcpInfo.of(struct.array());
        assertEquals(200, info.get(TcpField.RETRANSMITS));
        assertEquals(0xFFFF_FFFEL, info.rtt());
        assertEquals(5, info.bytesAcked());
        assertEquals(Long.MAX_VALUE, info.bytesReceived());
        assertEquals(560, info.raw().length());
    }

    @Test
    void withoutARoundTripThereIsNoSmallestOne() {
        ByteBuffer struct = ByteBuffer.allocate(280).order(ByteOrder.nativeOrder());
        struct.putInt(72, -1).putInt(148, -1);
        TcpInfo info = TcpInfo.of(struct.array());
        assertEquals(TcpInfo.ABSENT, info.get(TcpField.MIN_RTT));
        assertEquals(0xFFFF_FFFFL, info.get(TcpField.RTTVAR), "only of this field it is the kernel's word for none");
    }

    @Test
    void theValuesCannotBeChangedFromOutside() {
        TcpInfo.Builder builder = new TcpInfo.Builder().with(TcpField.RTO, 7);
        TcpInfo info = builder.build("");
        assertThrows(RuntimeException.class, () -> builder.with(TcpField.RTO, 8));
        assertEquals(7, info.get(TcpField.RTO));
    }

    @Test
    void equalWhereBytesAndFieldsAre() {
        TcpInfo info = new TcpInfo.Builder().with(TcpField.RTT, 5).build("00");
        assertEquals(info, new TcpInfo.Builder().with(TcpField.RTT, 5).build("00"));
        assertEquals(info.hashCode(), new TcpInfo.Builder().with(TcpField.RTT, 5).build("00").hashCode());
        assertNotEquals(info, new TcpInfo.Builder().with(TcpField.RTT, 6).build("00"));
        assertNotEquals(info, new TcpInfo.Builder().with(TcpField.RTT, 5).build("01"));
        assertEquals("TcpInfo[rttMicros=5, raw=00]", info.toString());
    }

    @Test
    void eachFieldHasANameOfItsOwn() {
        Set<String> names = new HashSet<>(Set.of("raw"));
        for (TcpField field : TcpField.values()) {
            assertTrue(names.add(field.wireName()), field.wireName());
        }
    }

    @Test
    void figuresThatFellWereWiped() {
        TcpInfo none = new TcpInfo.Builder().with(TcpField.SEGMENTS_OUT, 0).with(TcpField.SEGMENTS_IN, 0).build("");
        TcpInfo some = new TcpInfo.Builder().with(TcpField.SEGMENTS_OUT, 3).with(TcpField.ACKED, 9).build("");
        TcpInfo less = new TcpInfo.Builder().with(TcpField.SEGMENTS_OUT, 3).with(TcpField.ACKED, 8).build("");
        assertTrue(none.wipedAfter(null));
        assertFalse(some.wipedAfter(null));
        assertFalse(some.wipedAfter(less));
        assertTrue(less.wipedAfter(some));
    }
}
