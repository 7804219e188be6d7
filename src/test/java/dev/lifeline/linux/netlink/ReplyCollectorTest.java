package dev.lifeline.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.netlink.NetlinkReply.Answered;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ReplyCollectorTest {

    private static final int SEQUENCE = 9;
    private static final int PORT = 4711;

    private final ReplyCollector collector = new ReplyCollector(SEQUENCE, PORT, 2);

    @Test
    void oneMessageIsAnAnswer() {
        collector.add(message(20, 0, SEQUENCE, PORT, 1));

        assertTrue(collector.complete());
        assertEquals(1, assertInstanceOf(Answered.class, collector.reply()).messages().size());
    }

    @Test
    void answersToOthersAreSkipped() {
        collector.add(message(20, 0, SEQUENCE - 1, PORT, 1));
        collector.add(message(20, 0, SEQUENCE, PORT + 1, 1));
        collector.add(message(NetlinkMessage.DONE, 0, SEQUENCE - 1, PORT, 0));

        assertFalse(collector.complete());
    }

    @Test
    void aDumpEndsWithDone() {
        collector.add(message(20, NetlinkMessage.MULTI, SEQUENCE, PORT, 1));
        assertFalse(collector.complete());
        collector.add(message(NetlinkMessage.DONE, NetlinkMessage.MULTI, SEQUENCE, PORT, 0));

        assertTrue(collector.complete());
        assertTrue(collector.ended());
        assertEquals(1, assertInstanceOf(Answered.class, collector.reply()).messages().size());
    }

    @Test
    void moreThanWantedIsSaid() {
        for (int i = 0; i < 5; i++) {
            collector.add(message(20, NetlinkMessage.MULTI, SEQUENCE, PORT, i));
        }
        collector.add(message(NetlinkMessage.DONE, NetlinkMessage.MULTI, SEQUENCE, PORT, 0));

        Incomplete reply = assertInstanceOf(Incomplete.class, collector.reply());
        assertEquals(Lack.TOO_MANY, reply.lack());
        assertEquals(2, reply.messages().size());
    }

    @Test
    void anErrorIsAValue() {
        collector.add(message(NetlinkMessage.ERROR, 0, SEQUENCE, PORT, -13));

        assertEquals("EACCES", assertInstanceOf(Refused.class, collector.reply()).errno().name());
    }

    @Test
    void aFailedDumpIsRefused() {
        collector.add(message(NetlinkMessage.DONE, NetlinkMessage.MULTI, SEQUENCE, PORT, -22));

        assertEquals("EINVAL", assertInstanceOf(Refused.class, collector.reply()).errno().name());
    }

    @Test
    void anAcknowledgementIsAnEmptyAnswer() {
        collector.add(message(NetlinkMessage.ERROR, 0, SEQUENCE, PORT, 0));

        assertEquals(0, assertInstanceOf(Answered.class, collector.reply()).messages().size());
    }

    @Test
    void aTableThatChangedIsSaid() {
        collector.add(message(20, NetlinkMessage.MULTI | NetlinkMessage.DUMP_INTERRUPTED, SEQUENCE, PORT, 1));
        collector.add(message(NetlinkMessage.DONE, NetlinkMessage.MULTI, SEQUENCE, PORT, 0));

        assertEquals(Lack.CHANGED, assertInstanceOf(Incomplete.class, collector.reply()).lack());
    }

    @Test
    void whatCannotBeReadEndsTheWaitButNotTheAnswer() {
        collector.add(ByteBuffer.allocate(16));

        assertTrue(collector.complete());
        assertFalse(collector.ended());
        assertEquals(Lack.MALFORMED, assertInstanceOf(Incomplete.class, collector.reply()).lack());
    }

    @Test
    void anErrorTooShortToHoldItsNumberIsMalformed() {
        ByteBuffer message = message(NetlinkMessage.ERROR, 0, SEQUENCE, PORT, 0);
        message.putInt(0, 16).limit(16);
        collector.add(message);

        assertEquals(Lack.MALFORMED, assertInstanceOf(Incomplete.class, collector.reply()).lack());
    }

    @Test
    void whatTheKernelLostEndsTheWaitButNotTheAnswer() {
        collector.add(message(20, NetlinkMessage.MULTI, SEQUENCE, PORT, 1));
        collector.add(message(NetlinkMessage.OVERRUN, NetlinkMessage.MULTI, SEQUENCE, PORT, 0));

        assertTrue(collector.complete());
        assertFalse(collector.ended(), "the rest may still come");
        assertEquals(Lack.OVERRUN, assertInstanceOf(Incomplete.class, collector.reply()).lack());
    }

    @Test
    void aTruncatedAnswerEndsTheWait() {
        collector.lacks(Lack.TRUNCATED);
        collector.add(message(20, NetlinkMessage.MULTI, SEQUENCE, PORT, 1));

        assertTrue(collector.complete());
        assertFalse(collector.ended());
        assertEquals(Lack.TRUNCATED, assertInstanceOf(Incomplete.class, collector.reply()).lack());
    }

    @Test
    void aDatagramOfAGroupThatWasTooLargeIsTruncated() {
        ByteBuffer message = message(20, 0, 0, 0, 1);

        assertEquals(1, assertInstanceOf(Answered.class, ReplyCollector.datagram(message, false)).messages().size());
        assertEquals(Lack.TRUNCATED, assertInstanceOf(Incomplete.class, ReplyCollector.datagram(message, true)).lack());
    }

    private static ByteBuffer message(int type, int flags, int sequence, int port, int payload) {
        ByteBuffer message = new MessageWriter(type, flags, 64).u32(payload).message().order(ByteOrder.nativeOrder());
        return message.putInt(8, sequence).putInt(12, port);
    }
}
