package dev.lifeline.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.HexResource;
import dev.lifeline.linux.netlink.NetlinkReply.Answered;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Datagrams of a real kernel, recorded by [RecordReplies]: flags and messages that the tests with requests of their own do not
/// meet.
class RecordedRepliesTest {

    private static final int CAPPED = 0x100;
    private static final int ACK_TLVS = 0x200;
    private static final int SOCKET = 20;
    private static final int LINK = 16;
    private static final int ALL = 1000;

    private static ByteBuffer datagram(String name) {
        return HexResource.read(RecordedRepliesTest.class, "linux-6.18-" + name + ".hex");
    }

    private static ReplyCollector collector(ByteBuffer first, int atMost) {
        assertEquals(ByteOrder.LITTLE_ENDIAN, ByteOrder.nativeOrder(), "as it was recorded");
        return new ReplyCollector(first.getInt(8), first.getInt(12), atMost);
    }

    private static ReplyCollector all(String name, int parts, int atMost) {
        ReplyCollector collector = collector(datagram(name + "-1"), atMost);
        for (int part = 1; part <= parts; part++) {
            assertFalse(collector.complete(), "before part " + part);
            collector.add(datagram(name + "-" + part));
        }
        assertTrue(collector.complete() && collector.ended());
        return collector;
    }

    /// With the request behind the number, or with its header alone (`NLM_F_CAPPED`); then comes the kernel's text.
    @ParameterizedTest
    @ValueSource(strings = {"refused", "refused-capped"})
    void theTextThatTheKernelAddsToARefusalIsNotTakenForTheNumber(String name) {
        ByteBuffer datagram = datagram(name);
        int flags = name.endsWith("capped") ? CAPPED | ACK_TLVS : ACK_TLVS;
        assertEquals(flags, datagram.getShort(6));
        ReplyCollector collector = collector(datagram, ALL);
        collector.add(datagram);

        assertTrue(collector.complete() && collector.ended());
        assertEquals("EINVAL", assertInstanceOf(Refused.class, collector.reply()).errno().name());
    }

    @Test
    void anAcknowledgementIsNoRefusal() {
        ByteBuffer datagram = datagram("acknowledged-capped");
        ReplyCollector collector = collector(datagram, ALL);
        collector.add(datagram);

        assertEquals(0, assertInstanceOf(Answered.class, collector.reply()).messages().size());
    }

    @Test
    void aDumpOfSeveralDatagramsIsOneAnswer() {
        Answered answered = assertInstanceOf(Answered.class, all("dump", 3, ALL).reply());

        assertEquals(12, answered.messages().size());
        for (NetlinkMessage message : answered.messages()) {
            assertEquals(SOCKET, message.type());
            assertEquals(NetlinkMessage.MULTI, message.flags());
        }
        assertEquals(Lack.TOO_MANY, assertInstanceOf(Incomplete.class, all("dump", 3, 11).reply()).lack());
    }

    /// An interface was made between two parts of the list.
    @Test
    void aListThatChangedWhileItWasReadIsSaid() {
        Incomplete incomplete = assertInstanceOf(Incomplete.class, all("links", 4, ALL).reply());

        assertEquals(Lack.CHANGED, incomplete.lack());
        assertEquals(LINK, incomplete.messages().getFirst().type());
    }

    @Test
    void theEndOfASocketIsOneMessageForNobody() {
        Answered answered = assertInstanceOf(Answered.class, ReplyCollector.datagram(datagram("destroyed"), false));

        NetlinkMessage message = answered.messages().getFirst();
        assertEquals(1, answered.messages().size());
        assertEquals(SOCKET, message.type());
        assertEquals(0, message.sequence());
        assertEquals(0, message.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "refused-capped", "dump-1", "links-1", "destroyed"})
    void whatIsCutOffAnywhereIsNoAnswer(String name) {
        ByteBuffer whole = datagram(name);
        for (int length = 1; length < whole.limit(); length++) {
            ReplyCollector collector = collector(whole, ALL);
            collector.add(HexResource.first(whole, length));
            assertFalse(collector.ended(), "cut off at " + length);
        }
    }
}
