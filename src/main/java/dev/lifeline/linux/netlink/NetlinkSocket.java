package dev.lifeline.linux.netlink;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.linux.netlink.NetlinkReply.Incomplete;
import dev.lifeline.linux.netlink.NetlinkReply.Lack;
import dev.lifeline.linux.netlink.NetlinkReply.Refused;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A netlink socket of any protocol. Threads: any, one call at a time; the others wait, each for the deadline of a call at most.
///
/// A socket for requests and a socket for multicast groups should be two: what a group sends would lie between the answers.
public final class NetlinkSocket implements AutoCloseable {

    /// `NETLINK_ROUTE`.
    public static final int ROUTE = 0;
    /// `NETLINK_SOCK_DIAG`.
    public static final int SOCK_DIAG = 4;

    /// `NETLINK_NETFILTER`.
    public static final int NETFILTER = 12;
    /// `NETLINK_GENERIC`.
    public static final int GENERIC = 16;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW_CLOEXEC = 3 | 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVTIMEO = 20;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int MSG_TRUNC = 0x20;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int ADDRESS_BYTES = 12;
    private static final int EBADF = 9;

    /// The kernel makes no datagram of a dump larger than this (`netlink_dump` of `net/netlink/af_netlink.c`).
    private static final int RECEIVE_BYTES = 32 * 1024;
    private static final int SEND_BYTES = 4 * 1024;

    /// Datagrams that are thrown away at most to get rid of the rest of a dump that nobody waited for.
    private static final int MAX_STALE = 1 << 16;

    private final SystemCalls calls;
    private final NativeMemory address;
    private final NativeMemory received;
    private final NativeMemory sent;
    private final long timeout;
    private long descriptor = -1;
    private int port;
    private int sequence;
    private boolean unfinished;

    private NetlinkSocket(long timeout) throws NativeException {
        // Given back by the collector: to close shared memory stops every thread of the process for a moment.
        Arena arena = Arena.ofAuto();
        this.timeout = timeout;
        calls = SystemCalls.in(arena);
        address = NativeMemory.allocate(arena, 32);
        received = NativeMemory.allocate(arena, RECEIVE_BYTES);
        sent = NativeMemory.allocate(arena, SEND_BYTES);
    }

    /// Opens a socket and binds it.
    ///
    /// @param protocol [#ROUTE], [#SOCK_DIAG] or another `NETLINK_…`
    /// @param groups multicast groups as a mask, group 1 in bit 0; 0 for none
    /// @param timeoutNanos how long a request may take, in nanoseconds; more than 0
    /// @throws NativeException when native calls cannot be made here, or the kernel refuses the socket or the groups
    public static NetlinkSocket open(int protocol, int groups, long timeoutNanos) throws NativeException {
        NetlinkSocket socket = new NetlinkSocket(timeoutNanos);
        try {
            socket.bind(protocol, groups);
            return socket;
        } catch (NativeException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void bind(int protocol, int groups) throws NativeException {
        descriptor = calls.must(SystemCall.SOCKET, AF_NETLINK, SOCK_RAW_CLOEXEC, protocol, 0, 0, 0);
        ByteBuffer name = address.buffer();
        name.putLong(0, timeout / 1_000_000_000).putLong(8, Math.max(1, timeout % 1_000_000_000 / 1000));
        calls.must(SystemCall.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVTIMEO, address.address(), 16, 0);
        name.putLong(0, AF_NETLINK).putInt(8, groups);
        calls.must(SystemCall.BIND, descriptor, address.address(), ADDRESS_BYTES, 0, 0, 0);
        name.putInt(16, ADDRESS_BYTES);
        calls.must(SystemCall.GETSOCKNAME, descriptor, address.address(), address.address() + 16, 0, 0, 0);
        port = name.getInt(4);
    }

    /// Asks for a larger receive buffer, for bursts of a multicast group. Without privilege the kernel gives at most
    /// `net.core.rmem_max`.
    public synchronized void receiveBuffer(int bytes) {
        if (descriptor >= 0) {
            address.buffer().putInt(0, bytes);
            if (calls.call(SystemCall.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVBUFFORCE, address.address(), 4, 0) < 0) {
                calls.call(SystemCall.SETSOCKOPT, descriptor, SOL_SOCKET, SO_RCVBUF, address.address(), 4, 0);
            }
        }
    }

    /// The port that the kernel gave to this socket.
    public int port() {
        return port;
    }

    /// Sends a request and takes its answer: one message, an acknowledgement, or all parts of a dump. Late answers to requests
    /// before it are skipped.
    ///
    /// @param message of a [MessageWriter]; with [NetlinkMessage#DUMP], [NetlinkMessage#ACK] or something else that is answered
    /// @param atMost messages that are kept; what comes beyond is taken and thrown away
    public synchronized NetlinkReply request(ByteBuffer message, int atMost) {
        if (descriptor < 0) {
            return new Refused(new Errno(EBADF));
        }
        if (unfinished) {
            discard();
        }
        long deadline = System.nanoTime() + timeout;
        long result = send(message);
        if (result < 0) {
            return new Refused(new Errno((int) -result));
        }
        ReplyCollector collector = new ReplyCollector(sequence, port, atMost);
        unfinished = true;
        while (!collector.complete()) {
            long length = receive(0);
            if (length == -Errno.ENOBUFS) {
                collector.lacks(Lack.OVERRUN);
            } else if (length == -Errno.EAGAIN) {
                return collector.broken(Lack.TIMED_OUT);
            } else if (length > RECEIVE_BYTES) {
                collector.lacks(Lack.TRUNCATED);
                collector.add(copy(RECEIVE_BYTES));
            } else if (length >= 0) {
                collector.add(copy((int) length));
            } else if (length != -Errno.EINTR) {
                return new Refused(new Errno((int) -length));
            }
            // An answer that is there counts, however long this thread was not let run.
            if (!collector.complete() && System.nanoTime() - deadline > 0) {
                return collector.broken(Lack.TIMED_OUT);
            }
        }
        unfinished = !collector.ended();
        return collector.reply();
    }

    /// Takes one datagram of a multicast group, if one is there; does not wait.
    ///
    /// @return its messages, none where nothing is there, or what was lost
    public synchronized NetlinkReply poll() {
        if (descriptor < 0) {
            return new Refused(new Errno(EBADF));
        }
        long length = receive(MSG_DONTWAIT);
        if (length == -Errno.EAGAIN || length == -Errno.EINTR) {
            return new NetlinkReply.Answered(List.of());
        }
        if (length == -Errno.ENOBUFS) {
            return new Incomplete(Lack.OVERRUN, List.of());
        }
        if (length < 0) {
            return new Refused(new Errno((int) -length));
        }
        return ReplyCollector.datagram(copy((int) Math.min(length, RECEIVE_BYTES)), length > RECEIVE_BYTES);
    }

    private long send(ByteBuffer message) {
        int length = message.remaining();
        sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
        sent.buffer().put(0, message, message.position(), length).putInt(8, sequence).putInt(12, port);
        address.buffer().putLong(0, AF_NETLINK).putInt(8, 0);
        long result;
        do {
            result = calls.call(SystemCall.SENDTO, descriptor, sent.address(), length, 0, address.address(), ADDRESS_BYTES);
        } while (result == -Errno.EINTR);
        return result;
    }

    /// @return the length of the whole datagram, however much of it there was room for, or the negative error number
    private long receive(int flags) {
        address.buffer().putInt(16, ADDRESS_BYTES);
        long length = calls.call(SystemCall.RECVFROM, descriptor, received.address(), RECEIVE_BYTES, MSG_TRUNC | flags,
                address.address(), address.address() + 16);
        // Only the kernel has port 0; another program may send to this socket, too.
        return length >= 0 && address.buffer().getInt(4) != 0 ? -Errno.EINTR : length;
    }

    /// A dump goes on as it is read, and the kernel begins no other before it has ended.
    private void discard() {
        for (int i = 0; i < MAX_STALE; i++) {
            long length = receive(MSG_DONTWAIT);
            if (length == -Errno.EAGAIN) {
                break;
            }
        }
        unfinished = false;
    }

    private ByteBuffer copy(int length) {
        byte[] bytes = new byte[length];
        received.buffer().get(0, bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public synchronized void close() {
        if (descriptor >= 0) {
            calls.call(SystemCall.CLOSE, descriptor, 0, 0);
            descriptor = -1;
        }
    }
}
