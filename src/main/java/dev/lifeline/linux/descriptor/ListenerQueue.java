package dev.lifeline.linux.descriptor;

import java.nio.ByteBuffer;

/// The accept queue of a listening socket, from its own `TCP_INFO` (tcp(7)): no privilege, no netlink.
///
/// @param queued connections that wait for accept
/// @param backlog the limit; the kernel lets one more in
public record ListenerQueue(long queued, long backlog) {

    /// In a `struct tcp_info` of a socket in the state LISTEN, `tcpi_unacked` is the length and `tcpi_sacked` the limit.
    private static final int UNACKED = 24;
    private static final int SACKED = 28;
    private static final int LISTEN = 10;

    /// Decodes a `struct tcp_info`.
    ///
    /// @param info in the machine's byte order, from position 0 to the limit; kernels give more or less of it
    /// @return `null` where it is too short, or not of a listening socket
    public static ListenerQueue decode(ByteBuffer info) {
        if (info.limit() < SACKED + Integer.BYTES || info.get(0) != LISTEN) {
            return null;
        }
        return new ListenerQueue(info.getInt(UNACKED) & 0xFFFFFFFFL, info.getInt(SACKED) & 0xFFFFFFFFL);
    }
}
