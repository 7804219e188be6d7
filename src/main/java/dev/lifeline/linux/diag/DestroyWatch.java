package dev.lifeline.linux.diag;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.NetlinkSocket;

/// Hears of TCP sockets that are destroyed, of every program in this network namespace: the last look at each, with its
/// `tcp_info`. What is left in TIME_WAIT of a destroyed socket is another entry of the table, with another cookie; its end is not
/// told.
public final class DestroyWatch implements AutoCloseable {

    /// `SKNLGRP_INET_TCP_DESTROY` (1) and `SKNLGRP_INET6_TCP_DESTROY` (3).
    private static final int GROUPS = 1 | 1 << 2;

    /// Room for some thousand sockets that end together; the kernel gives less where `net.core.rmem_max` says so.
    private static final int BUFFER_BYTES = 4 << 20;
    private static final long TIMEOUT_NANOS = 1_000_000_000;

    private final NetlinkSocket netlink;

    private DestroyWatch(NetlinkSocket netlink) {
        this.netlink = netlink;
    }

    /// Begins to listen.
    ///
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static DestroyWatch open() throws NativeException {
        return open(BUFFER_BYTES);
    }

    /// Begins to listen with a buffer of this size.
    ///
    /// @param bufferBytes the kernel makes more of what is too little for anything
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static DestroyWatch open(int bufferBytes) throws NativeException {
        NetlinkSocket netlink = NetlinkSocket.open(NetlinkSocket.SOCK_DIAG, GROUPS, TIMEOUT_NANOS);
        netlink.receiveBuffer(bufferBytes);
        return new DestroyWatch(netlink);
    }

    /// Reads what has come since the last call, one datagram of it at most; does not wait.
    ///
    /// @return no sockets and no lack where nothing is there
    public DiagSockets poll() {
        return SocketDiag.sockets(netlink.poll());
    }

    @Override
    public void close() {
        netlink.close();
    }
}
