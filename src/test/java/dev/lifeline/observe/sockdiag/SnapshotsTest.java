package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.Recorded;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import org.junit.jupiter.api.Test;

/// From answers that were recorded on Linux 6.18.
class SnapshotsTest {

    @Test
    void established() {
        SocketSnapshot socket = snapshot("established");

        assertEquals(SocketState.ESTABLISHED, socket.state());
        assertEquals(SocketTimer.NONE, socket.timer());
        assertEquals("bbr", socket.congestion());
        assertEquals(0x20000, socket.memory().receiveLimit());
        assertEquals(0x3c1e00, socket.memory().sendLimit());
        TcpInfo info = socket.info();
        assertEquals(301, info.bytesAcked());
        assertEquals(13, info.get(TcpField.MIN_RTT));
        assertEquals(24, info.rtt());
        assertEquals(13, info.get(TcpField.RTTVAR));
        assertEquals(11, info.get(TcpField.CONGESTION_WINDOW));
        assertEquals(65535, info.get(TcpField.PMTU));
        assertEquals(3, info.segmentsOut());
        assertEquals(2, info.segmentsIn());
        assertEquals(560, info.raw().length());
    }

    @Test
    void queued() {
        SocketSnapshot socket = snapshot("queued");

        assertEquals(300, socket.receiveQueue());
        assertEquals(300, socket.info().bytesReceived());
        assertEquals(0, socket.inode());
    }

    @Test
    void withoutARoundTripThereIsNoSmallestOne() {
        assertEquals(TcpInfo.ABSENT, snapshot("syn-sent").info().get(TcpField.MIN_RTT));
    }

    @Test
    void halfOpenAndTimeWaitHaveNoFigures() {
        assertEquals(SocketState.SYN_RECV, snapshot("syn-recv").state());
        assertNull(snapshot("syn-recv").info());
        assertNull(snapshot("syn-recv").memory());
        assertEquals(SocketTimer.TIME_WAIT, snapshot("time-wait").timer());
        assertNull(snapshot("time-wait").congestion());
    }

    @Test
    void aStateOfANewerKernelIsNone() {
        assertNull(Snapshots.of(DiagSocket.decode(Recorded.answer("linux-6.18-established").put(1, (byte) 14))));
        assertNotNull(Snapshots.of(DiagSocket.decode(Recorded.answer("linux-6.18-established").put(2, (byte) 9))));
    }

    @Test
    void queuesAreADifferenceButNoChange() {
        SocketSnapshot before = snapshot("established");
        SocketSnapshot now = new SocketSnapshot(before.state(), before.cookie(), before.inode(), 9, 0, before.timer(), 0, 0,
                null, null, before.info());

        assertFalse(Snapshots.changed(before, now));
        assertTrue(Snapshots.differs(before, now));
        assertTrue(Snapshots.changed(before, snapshot("queued")), "the inode");
        assertTrue(Snapshots.changed(null, before));
    }

    @Test
    void theListenerIsNotWhatIsGone() {
        DiagSocket established = Recorded.socket("linux-6.18-established");
        WatchedSocket socket = new WatchedSocket(Lane.CLIENT, EndpointConversion.tuple(established.local(), established.remote()));
        assertTrue(socket.is(established));
        socket.seen(Snapshots.of(established), 0);

        assertTrue(socket.is(established));
        assertTrue(socket.is(Recorded.socket("linux-6.18-time-wait")), "TIME_WAIT may have a cookie of its own");
        assertFalse(socket.is(Recorded.socket("linux-6.18-listen")));
        assertFalse(socket.is(Recorded.socket("linux-6.18-established-ipv6")), "another cookie");
        assertTrue(socket.goes());
        assertFalse(socket.goes(), "said once");
    }

    private static SocketSnapshot snapshot(String name) {
        return Snapshots.of(Recorded.socket("linux-6.18-" + name));
    }
}
