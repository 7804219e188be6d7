package dev.lifeline.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.NetlinkReply.Answered;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "netlink is the Linux kernel's")
class NetlinkSocketTest {

    private static final long SECOND = 1_000_000_000;
    private static final int RTM_GETLINK = 18;
    private static final int IFLA_IFNAME = 3;
    private static final int IFINFOMSG_BYTES = 16;

    @Test
    void theLoopbackInterfaceIsInADumpOfLinks() throws NativeException {
        try (NetlinkSocket socket = open(SECOND)) {
            Answered answered = assertInstanceOf(Answered.class, socket.request(links(NetlinkMessage.DUMP), 1000));

            assertTrue(names(answered.messages()).contains("lo"));
        }
    }

    @Test
    void aRefusalIsAValue() throws NativeException {
        try (NetlinkSocket socket = open(SECOND)) {
            ByteBuffer nonsense = new MessageWriter(0x7FFF, NetlinkMessage.ACK, 64).u32(0).message();

            assertEquals("EOPNOTSUPP", assertInstanceOf(Refused.class, socket.request(nonsense, 1)).errno().name());
        }
    }

    @Test
    void aRequestThatNobodyAnswersEndsAtItsDeadline() throws NativeException {
        try (NetlinkSocket socket = open(SECOND / 50)) {
            ByteBuffer nothing = new MessageWriter(NetlinkMessage.NOOP, 0, 64).message();

            assertEquals(Lack.TIMED_OUT, assertInstanceOf(Incomplete.class, socket.request(nothing, 1)).lack());
        }
    }

    @Test
    void moreThanWantedDoesNotSpoilTheNextAnswer() throws NativeException {
        try (NetlinkSocket socket = open(SECOND)) {
            assertEquals(Lack.TOO_MANY, assertInstanceOf(Incomplete.class, socket.request(links(NetlinkMessage.DUMP), 0)).lack());
            for (int i = 0; i < 100; i++) {
                ByteBuffer one = new MessageWriter(RTM_GETLINK, 0, 64).zeros(4).u32(1).zeros(8).message();
                assertEquals(List.of("lo"), names(assertInstanceOf(Answered.class, socket.request(one, 1)).messages()));
            }
        }
    }

    @Test
    void nothingToPollIsNoMessages() throws NativeException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, 0, SECOND)) {
            assertEquals(List.of(), assertInstanceOf(Answered.class, socket.poll()).messages());
        }
    }

    @Test
    void aClosedSocketRefuses() throws NativeException {
        NetlinkSocket socket = open(SECOND);
        socket.close();
        socket.close();

        assertInstanceOf(Refused.class, socket.request(links(NetlinkMessage.DUMP), 1));
        assertInstanceOf(Refused.class, socket.poll());
    }

    @Test
    void aProtocolThatIsNotThereIsAnErrorWithItsReason() {
        NativeException thrown = assertThrows(NativeException.class, () -> NetlinkSocket.open(31, 0, SECOND));

        assertEquals("EPROTONOSUPPORT", thrown.errno().name());
    }

    private static NetlinkSocket open(long timeout) throws NativeException {
        return NetlinkSocket.open(NetlinkSocket.ROUTE, 0, timeout);
    }

    private static ByteBuffer links(int flags) {
        return new MessageWriter(RTM_GETLINK, flags, 64).zeros(IFINFOMSG_BYTES).message();
    }

    private static List<String> names(List<NetlinkMessage> links) {
        List<String> names = new ArrayList<>();
        for (NetlinkMessage link : links) {
            AttributeReader attributes = AttributeReader.after(link.payload(), IFINFOMSG_BYTES);
            while (attributes.next()) {
                if (attributes.type() == IFLA_IFNAME) {
                    names.add(attributes.text());
                }
            }
        }
        return names;
    }
}
