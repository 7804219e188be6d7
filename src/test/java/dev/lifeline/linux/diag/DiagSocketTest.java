package dev.lifeline.linux.diag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Answers recorded on Linux 6.18, and what could become of them on other kernels.
class DiagSocketTest {

    private static final int HEADER_BYTES = 72;
    private static final List<String> ALL = List.of("listen", "queued", "established", "syn-sent", "time-wait", "syn-recv",
            "listen-ipv6", "queued-ipv6", "established-ipv6", "syn-sent-ipv6", "time-wait-ipv6");

    @Test
    void established() {
        DiagSocket socket = Recorded.socket("linux-6.18-established");

        assertEquals(1, socket.state());
        assertEquals(InetAddress.ofLiteral("127.0.0.1"), socket.local().getAddress());
        assertEquals(InetAddress.ofLiteral("127.0.0.1"), socket.remote().getAddress());
        assertEquals(59766, socket.local().getPort());
        assertEquals(39003, socket.remote().getPort());
        assertEquals(4, socket.cookie());
        assertEquals(0x43ea, socket.inode());
        assertEquals("bbr", socket.congestion());
        assertEquals(0x20000, socket.memory(1));
        assertEquals(280, socket.info().length);
        assertEquals(13, view(socket).getInt(148), "min_rtt");
        assertEquals(301, view(socket).getLong(120), "bytes_acked, with the SYN");
        assertEquals(0x10000, view(socket).getInt(228), "snd_wnd");
        assertTrue(HexFormat.of().formatHex(socket.info()).startsWith("010000000007aa01"));
    }

    @Test
    void aListeningSocketShowsItsQueue() {
        DiagSocket socket = Recorded.socket("linux-6.18-listen");

        assertEquals(DiagSocket.LISTEN, socket.state());
        assertEquals(2, socket.receiveQueue());
        assertEquals(1, socket.sendQueue());
        assertEquals(0, socket.remote().getPort());
        assertNull(socket.info());
        assertNull(socket.congestion());
        assertEquals(-1, socket.memory(0));
    }

    @Test
    void inTheAcceptQueueThereIsNoInode() {
        DiagSocket socket = Recorded.socket("linux-6.18-queued");

        assertEquals(1, socket.state());
        assertEquals(0, socket.inode());
        assertEquals(300, socket.receiveQueue());
        assertNotNull(socket.info());
    }

    @Test
    void synSentHasATimerAndFigures() {
        DiagSocket socket = Recorded.socket("linux-6.18-syn-sent-ipv6");

        assertEquals(DiagSocket.SYN_SENT, socket.state());
        assertEquals(1, socket.timer());
        assertEquals(1000, socket.expires());
        assertEquals(InetAddress.ofLiteral("::1"), socket.remote().getAddress());
        assertEquals(-1, view(socket).getInt(148), "no round trip yet");
    }

    @Test
    void halfOpenAndTimeWaitHaveNoFigures() {
        DiagSocket half = Recorded.socket("linux-6.18-syn-recv");
        DiagSocket waiting = Recorded.socket("linux-6.18-time-wait");

        assertEquals(DiagSocket.SYN_RECV, half.state());
        assertEquals(1, half.timer());
        assertEquals(0, half.inode());
        assertNull(half.info());
        assertEquals(6, waiting.state());
        assertEquals(DiagSocket.TIME_WAIT_TIMER, waiting.timer());
        assertEquals(60_000, waiting.expires());
        assertNull(waiting.info());
    }

    @Test
    void aKernelThatGivesLessOfTcpInfo() {
        ByteBuffer answer = Recorded.answer("linux-6.18-established");
        ByteBuffer old = withInfo(answer, 104);
        DiagSocket socket = DiagSocket.decode(old);

        assertEquals(104, socket.info().length);
        assertEquals(0, view(socket).getInt(100), "total_retrans is the last field of Linux 2.6");
        assertEquals("bbr", socket.congestion(), "what follows is still found");
    }

    @Test
    void aKernelThatGivesMoreOfTcpInfo() {
        DiagSocket socket = DiagSocket.decode(withInfo(Recorded.answer("linux-6.18-established"), 400));

        assertEquals(400, socket.info().length);
        assertEquals(301, view(socket).getLong(120));
        assertEquals("bbr", socket.congestion());
    }

    @Test
    void everyCutIsReadAsFarAsItGoes() {
        for (String name : ALL) {
            ByteBuffer answer = Recorded.answer("linux-6.18-" + name);
            DiagSocket whole = DiagSocket.decode(answer);
            for (int length = 0; length < answer.capacity(); length++) {
                DiagSocket socket = DiagSocket.decode(answer.slice(0, length).order(ByteOrder.nativeOrder()));
                if (length < HEADER_BYTES) {
                    assertNull(socket);
                } else {
                    assertEquals(whole.cookie(), socket.cookie());
                    assertEquals(whole.state(), socket.state());
                    assertEquals(whole.local(), socket.local());
                }
            }
        }
    }

    @Test
    void garbageIsNoSocketOrOneWithoutExtensions() {
        Random random = new Random(18);
        int sockets = 0;
        for (int round = 0; round < 50_000; round++) {
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && round % 2 == 0) {
                bytes[0] = 10;
            }
            DiagSocket socket = DiagSocket.decode(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
            if (socket != null) {
                sockets++;
                assertTrue(socket.inode() >= 0 && socket.receiveQueue() >= 0 && socket.expires() >= 0);
            }
        }
        assertTrue(sockets > 10_000, () -> "enough of it was read");
    }

    @Test
    void anUnknownFamilyIsNoSocket() {
        ByteBuffer answer = Recorded.answer("linux-6.18-listen").put(0, (byte) 11);

        assertNull(DiagSocket.decode(answer));
    }

    /// The same answer with a `tcp_info` that is cut, or filled up with zeros.
    private static ByteBuffer withInfo(ByteBuffer answer, int length) {
        int at = HEADER_BYTES;
        while (answer.getShort(at + 2) != DiagSocket.INFO) {
            at += answer.getShort(at) + 3 & -4;
        }
        int old = answer.getShort(at);
        ByteBuffer changed = ByteBuffer.allocate(answer.capacity() - old + 4 + length).order(ByteOrder.nativeOrder());
        changed.put(0, answer, 0, at + 4 + Math.min(old - 4, length)).putShort(at, (short) (4 + length));
        changed.put(at + 4 + length, answer, at + old, answer.capacity() - at - old);
        return changed;
    }

    private static ByteBuffer view(DiagSocket socket) {
        return ByteBuffer.wrap(socket.info()).order(ByteOrder.nativeOrder());
    }
}
