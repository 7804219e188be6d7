package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.model.SocketMemory;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;

/// Translates what the kernel said into the words of a trace. Pure.
final class Snapshots {

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
                socket.info() == null ? null : TcpInfo.of(socket.info()));
    }

    /// By the places of `SK_MEMINFO_…` in `linux/sock_diag.h`.
    private static SocketMemory memory(DiagSocket socket) {
        if (socket.memory().length == 0) {
            return null;
        }
        return new SocketMemory(socket.memory(0), socket.memory(1), socket.memory(2), socket.memory(3), socket.memory(5),
                socket.memory(7), socket.memory(8));
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
        return socket.info() == null ? 0 : Math.max(0, socket.info().get(TcpField.PROBES));
    }

    private static long retransmitted(SocketSnapshot socket) {
        return socket.info() == null ? 0 : Math.max(0, socket.info().totalRetransmits());
    }
}
