package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.TcpInfoBytes;
import dev.lifeline.model.SocketMemory;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpInfo;

/// Translates what the kernel said into the words of a trace. Pure.
final class Snapshots {

    /// The kernel's word for a smallest round-trip time of which there is no sample yet.
    private static final long NO_ROUND_TRIP = 0xFFFF_FFFFL;

    private Snapshots() {
    }

    /// @return `null` where the state is one that is not known here
    static SocketSnapshot of(DiagSocket socket) {
        SocketState state = SocketState.of(socket.state());
        if (state == null) {
            return null;
        }
        return new SocketSnapshot(state, socket.cookie(), socket.inode(), socket.receiveQueue(), socket.sendQueue(),
                SocketTimer.of(socket.timer()), socket.expires(), socket.retransmits(), socket.congestion(), memory(socket),
                socket.info() == null ? null : info(socket.info()));
    }

    /// By the places of `SK_MEMINFO_…` in `linux/sock_diag.h`.
    private static SocketMemory memory(DiagSocket socket) {
        if (socket.memory().length == 0) {
            return null;
        }
        return new SocketMemory(socket.memory(0), socket.memory(1), socket.memory(2), socket.memory(3), socket.memory(5),
                socket.memory(7), socket.memory(8));
    }

    /// By the offsets of `struct tcp_info` in `linux/tcp.h`.
    static TcpInfo info(TcpInfoBytes bytes) {
        long minRtt = bytes.u32(148);
        return new TcpInfo(bytes.hex(), bytes.u32(8), bytes.u32(68), bytes.u32(72),
                minRtt == NO_ROUND_TRIP ? TcpInfo.ABSENT : minRtt, bytes.u32(16), bytes.u32(20), bytes.u32(60), bytes.u32(80),
                bytes.u32(24), bytes.u32(28), bytes.u32(32), bytes.u8(2), bytes.u32(100), bytes.u8(3), bytes.u64(120),
                bytes.u64(128), bytes.u32(136), bytes.u32(140), bytes.u32(144), bytes.u64(160), bytes.u64(168), bytes.u64(176),
                bytes.u64(184), bytes.u32(228), bytes.u32(232));
    }

    /// Tells whether a connection has changed in a way that is worth an event of its own: not its queues, which change all the time.
    static boolean changed(SocketSnapshot before, SocketSnapshot now) {
        return before == null || before.state() != now.state() || (before.inode() == 0) != (now.inode() == 0)
                || before.timer() != now.timer() || before.retransmits() != now.retransmits() || probes(before) != probes(now)
                || retransmitted(before) != retransmitted(now);
    }

    /// Tells whether all that changed is which timer runs: data that is on its way starts one, its acknowledgement stops it.
    static boolean onlyTimerChanged(SocketSnapshot before, SocketSnapshot now) {
        return before != null && before.state() == now.state() && (before.inode() == 0) == (now.inode() == 0)
                && before.retransmits() == now.retransmits() && probes(before) == probes(now)
                && retransmitted(before) == retransmitted(now);
    }

    /// Tells whether it has changed in any way that a person would be shown.
    static boolean differs(SocketSnapshot before, SocketSnapshot now) {
        return changed(before, now) || before.receiveQueue() != now.receiveQueue() || before.sendQueue() != now.sendQueue();
    }

    private static long probes(SocketSnapshot socket) {
        return socket.info() == null ? 0 : Math.max(0, socket.info().probes());
    }

    private static long retransmitted(SocketSnapshot socket) {
        return socket.info() == null ? 0 : Math.max(0, socket.info().totalRetransmits());
    }
}
