package dev.lifeline.linux.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.linux.netlink.MessageWriter;
import dev.lifeline.linux.wire.WireEnd;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackMessageTest {

    /// The tuple that the kernel took in a question of ours: 127.0.0.1:40000 to 127.0.0.1:80.
    private static final String ASKED = "34000180" + "14000180" + "080001007f000001" + "080002007f000001" + "1c000280" + "0500010006000000"
            + "060002009c400000" + "0600030000500000";

    @Test
    void asksForAConnectionByItsEnds() {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        ByteBuffer message = TrackMessage.one(loopback, 40000, loopback, 80);
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        String hex = HexFormat.of().formatHex(bytes);
        assertEquals("02000000" + ASKED, hex.substring(32));
        assertEquals("0101", hex.substring(8, 12), "IPCTNL_MSG_CT_GET of NFNL_SUBSYS_CTNETLINK");
    }

    @Test
    void readsWhereTheConnectionIsSentOn() {
        Tracked four = TrackMessage.decode(entry("10.0.0.1", 40000, "10.96.0.10", 80, "10.2.0.2", 8080, 6));
        assertEquals(new Tracked(end("10.0.0.1", 40000), end("10.96.0.10", 80), end("10.2.0.2", 8080), end("10.0.0.1", 40000)), four);
        Tracked six = TrackMessage.decode(entry("2001:db8::1", 40000, "2001:db8::10", 80, "2001:db8::2", 8080, 6));
        assertEquals(end("2001:db8::2", 8080), six.answers());
    }

    @Test
    void whatIsNoConnectionOfTcpIsLeftOut() {
        assertNull(TrackMessage.decode(entry("10.0.0.1", 40000, "10.96.0.10", 80, "10.2.0.2", 8080, 17)));
        assertNull(TrackMessage.decode(ByteBuffer.allocate(4)));
        ByteBuffer whole = entry("10.0.0.1", 40000, "10.96.0.10", 80, "10.2.0.2", 8080, 6);
        Random random = new Random(9);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bent = Arrays.copyOf(whole.array(), random.nextInt(whole.limit() + 1));
            for (int flips = 0; flips < 3 && bent.length > 0; flips++) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt();
            }
            read += TrackMessage.decode(ByteBuffer.wrap(bent).order(ByteOrder.nativeOrder())) == null ? 0 : 1;
        }
        assertEquals(true, read > 0 && read < 20_000);
    }

    private static ByteBuffer entry(String from, int fromPort, String to, int port, String answers, int answersPort, int protocol) {
        MessageWriter writer = new MessageWriter(TrackMessage.ENTRY, 0, 512).u8(2).zeros(3);
        tuple(writer, 1, from, fromPort, to, port, protocol);
        tuple(writer, 2, answers, answersPort, from, fromPort, protocol);
        ByteBuffer message = writer.attribute(3, 7).message();
        byte[] payload = new byte[message.remaining() - 16];
        message.position(16).get(payload);
        return ByteBuffer.wrap(payload).order(ByteOrder.nativeOrder());
    }

    private static void tuple(MessageWriter writer, int type, String from, int fromPort, String to, int port, int protocol) {
        int first = from.indexOf(':') < 0 ? 1 : 3;
        int tuple = writer.beginNested(type);
        int ip = writer.beginNested(1);
        writer.attribute(first, InetAddress.ofLiteral(from).getAddress()).attribute(first + 1, InetAddress.ofLiteral(to).getAddress()).end(ip);
        int ports = writer.beginNested(2);
        writer.attribute(1, new byte[] {(byte) protocol}).attribute(2, new byte[] {(byte) (fromPort >> 8), (byte) fromPort})
                .attribute(3, new byte[] {(byte) (port >> 8), (byte) port}).end(ports);
        writer.end(tuple);
    }

    private static WireEnd end(String address, int port) {
        return WireEnd.of(InetAddress.ofLiteral(address), port);
    }
}
