package dev.lifeline.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.Awaited;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.netlink.NetlinkReply.Answered;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.io.IOException;
import java.net.InetSocketAddress;
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

    /// A group's messages that found no room make the next receive fail, whatever it waits for.
    @Test
    void whatFoundNoRoomIsSaidAndDoesNotSpoilTheNextAnswer() throws IOException {
        int destroyed = 1 | 1 << 2;
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, destroyed, SECOND);
                Loopback loopback = new Loopback("127.0.0.1", 50)) {
            socket.receiveBuffer(1);
            for (int i = 0; i < 100; i++) {
                loopback.connect().close();
                loopback.accept().close();
            }
            // The kernel tells of the ends when it has the time.
            NetlinkReply lacking = Awaited.value("messages are lost", () -> {
                NetlinkReply reply = socket.request(DiagRequest.listener(address(loopback)), 1);
                return reply instanceof Incomplete ? reply : null;
            });
            assertEquals(Lack.OVERRUN, ((Incomplete) lacking).lack());
            Awaited.value("the listener answers", () -> socket.request(DiagRequest.listener(address(loopback)), 1) instanceof Answered
                    ? Boolean.TRUE : null);
        }
    }

    /// The kernel goes on with a dump as it is read, however little room there is.
    @Test
    void aLargeDumpComesWholeThroughALittleBuffer() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, 0, 5 * SECOND);
                Loopback loopback = new Loopback("127.0.0.1", 1000)) {
            socket.receiveBuffer(1);
            for (int i = 0; i < 500; i++) {
                loopback.connect();
            }
            ByteBuffer all = DiagRequest.dump(true, 1 << 1, 0, loopback.address().getPort());

            assertEquals(500, assertInstanceOf(Answered.class, socket.request(all, 1000)).messages().size());
        }
    }

    private static InetSocketAddress address(Loopback loopback) {
        try {
            return loopback.address();
        } catch (IOException e) {
            throw new AssertionError(e);
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
