package dev.lifeline.linux.diag;

import dev.lifeline.linux.netlink.AttributeReader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A socket as the kernel's table shows it: `struct inet_diag_msg` of `linux/inet_diag.h` and its extensions.
///
/// @param state the kernel's number of the state (`include/net/tcp_states.h`)
/// @param timer which timer runs: 0 none, 1 retransmission, 2 keep-alive, 3 TIME_WAIT, 4 probe of a closed window
/// @param retransmits how often the timer has expired without an answer
/// @param local the local end, an IPv4 address in its IPv4 form whatever the socket's family
/// @param remote the remote end; the wildcard address and port 0 on a listening socket
/// @param cookie the number of this very socket
/// @param expires until the timer expires, in milliseconds
/// @param receiveQueue bytes not read; on a listening socket the connections that wait for accept
/// @param sendQueue bytes not acknowledged; on a listening socket the limit of its accept queue
/// @param uid who owns it
/// @param inode of its descriptor; 0 where there is none
/// @param v6Only whether it takes nothing of IPv4: told of sockets of `AF_INET6` that listen, or are bound and no more
/// @param congestion the congestion control, or `null`
/// @param memory the numbers of `SK_MEMINFO`, as many as this kernel has; empty where it gave none
/// @param info the bytes of `struct tcp_info`, as many as this kernel has; `null` where it gave none
public record DiagSocket(int state, int timer, int retransmits, InetSocketAddress local, InetSocketAddress remote, long cookie,
                         long expires, long receiveQueue, long sendQueue, long uid, long inode, boolean v6Only, String congestion,
                         long[] memory, byte[] info) {

    /// `TCP_SYN_SENT`.
    public static final int SYN_SENT = 2;
    /// `TCP_SYN_RECV`, which is also how a connection request that is no socket yet is shown.
    public static final int SYN_RECV = 3;
    /// `TCP_TIME_WAIT`.
    public static final int TIME_WAIT = 6;
    /// `TCP_CLOSE`: of those in the table it is bound to an address, and neither listens nor is connected.
    public static final int CLOSE = 7;
    /// `TCP_BOUND_INACTIVE`, by which the table is asked for such. Kernels have it from 6.8 on, and before that pass over it.
    public static final int BOUND_INACTIVE = 13;
    /// `TCP_LISTEN`.
    public static final int LISTEN = 10;
    /// The timer of TIME_WAIT: it runs in what the kernel leaves of a socket when the full one is gone.
    public static final int TIME_WAIT_TIMER = 3;

    /// `INET_DIAG_INFO`.
    static final int INFO = 2;
    /// `INET_DIAG_CONG`.
    static final int CONGESTION = 4;
    /// `INET_DIAG_SKMEMINFO`.
    static final int MEMORY = 7;

    /// `INET_DIAG_SKV6ONLY`.
    private static final int V6_ONLY = 11;

    private static final int HEADER_BYTES = 72;
    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final long[] NO_MEMORY = {};
    private static final long MASK = 0xFFFF_FFFFL;

    /// Reads one answer.
    ///
    /// @param payload of a message of the type [DiagRequest#BY_FAMILY], from position 0
    /// @return `null` where it is shorter than its header or of an unknown family. An extension that is cut off is left out.
    public static DiagSocket decode(ByteBuffer payload) {
        if (payload.limit() < HEADER_BYTES) {
            return null;
        }
        int family = payload.get(0);
        if (family != AF_INET && family != AF_INET6) {
            return null;
        }
        int device = payload.getInt(40);
        String congestion = null;
        long[] memory = NO_MEMORY;
        byte[] info = null;
        boolean v6Only = false;
        AttributeReader extensions = AttributeReader.after(payload, HEADER_BYTES);
        while (extensions.next()) {
            int type = extensions.type();
            if (type == INFO) {
                info = bytes(extensions.value());
            } else if (type == V6_ONLY) {
                v6Only = extensions.value().limit() > 0 && extensions.value().get(0) != 0;
            } else if (type == CONGESTION) {
                congestion = extensions.text();
            } else if (type == MEMORY) {
                memory = numbers(extensions.value());
            }
        }
        return new DiagSocket(payload.get(1) & 0xFF, payload.get(2) & 0xFF, payload.get(3) & 0xFF,
                end(payload, family, 4, 8, device), end(payload, family, 6, 24, device),
                payload.getInt(44) & MASK | (long) payload.getInt(48) << 32,
                payload.getInt(52) & MASK, payload.getInt(56) & MASK, payload.getInt(60) & MASK, payload.getInt(64) & MASK,
                payload.getInt(68) & MASK, v6Only, congestion, memory, info);
    }

    private static InetSocketAddress end(ByteBuffer payload, int family, int port, int address, int device) {
        byte[] bytes = new byte[family == AF_INET ? 4 : 16];
        payload.get(address, bytes);
        return new InetSocketAddress(address(bytes, device), (payload.get(port) & 0xFF) << 8 | payload.get(port + 1) & 0xFF);
    }

    /// The JDK gives an IPv4 address for one that is mapped into IPv6.
    private static InetAddress address(byte[] bytes, int device) {
        try {
            boolean linkLocal = bytes.length == 16 && bytes[0] == (byte) 0xFE && (bytes[1] & 0xC0) == 0x80;
            return linkLocal && device > 0 ? Inet6Address.getByAddress(null, bytes, device)
                    : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are addresses", e);
        }
    }

    private static byte[] bytes(ByteBuffer value) {
        byte[] bytes = new byte[value.limit()];
        value.get(0, bytes);
        return bytes;
    }

    private static long[] numbers(ByteBuffer value) {
        long[] numbers = new long[value.limit() / Integer.BYTES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = value.order(ByteOrder.nativeOrder()).getInt(i * Integer.BYTES) & MASK;
        }
        return numbers;
    }

    /// A number of [#memory] by its place in `enum` of `linux/sock_diag.h`; -1 where this kernel does not have it.
    public long memory(int place) {
        return place < memory.length ? memory[place] : -1;
    }
}
