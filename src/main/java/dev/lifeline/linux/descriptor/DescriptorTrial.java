package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import java.lang.foreign.Arena;

/// Tells whether sockets can be found and asked here: does it to one of its own. Nothing is connected, and nothing kept.
public final class DescriptorTrial {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_STREAM_CLOEXEC = 1 | 0x80000;
    private static final int IPPROTO_TCP = 6;

    private DescriptorTrial() {
    }

    /// Tries it.
    ///
    /// @return what works, for a person
    /// @throws NativeException when sockets cannot be found here, with the reason
    public static String run() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            SocketCalls calls = SocketCalls.in(arena);
            int descriptor = open(calls);
            try {
                return look(calls, arena, descriptor);
            } finally {
                calls.close(descriptor);
            }
        }
    }

    private record OfInode(long wanted) implements SocketTest {
        @Override
        public boolean matches(TcpSocket socket, long inode) {
            return inode == wanted && socket.isTcp();
        }
    }

    private static int open(SocketCalls calls) throws NativeException {
        try {
            return calls.open(AF_INET6, SOCK_STREAM_CLOEXEC, IPPROTO_TCP);
        } catch (NativeException e) {
            if (e.errno() == null || e.errno().number() != Errno.EAFNOSUPPORT) {
                throw e;
            }
            return calls.open(AF_INET, SOCK_STREAM_CLOEXEC, IPPROTO_TCP);
        }
    }

    private static String look(SocketCalls calls, Arena arena, int descriptor) throws NativeException {
        long inode = calls.inode(descriptor);
        FoundSocket found = new DescriptorTable(calls).find(new OfInode(inode));
        if (inode <= 0 || found == null || found.descriptor() != descriptor) {
            throw NativeException.unavailable("a socket of this process was not found among its descriptors", null);
        }
        int second = calls.duplicate(descriptor, descriptor);
        if (second < 0) {
            throw NativeException.failed("fcntl", new Errno(-second));
        }
        try {
            String syns = found.socket().saveSyns() ? ", SYNs kept" : ", no SYNs kept";
            boolean errors = queuesErrors(new TcpSocket(calls, second), new ErrorQueue(calls, arena));
            return "sockets found by inode".concat(syns).concat(errors ? ", ICMP errors queued" : ", no ICMP errors queued");
        } finally {
            calls.close(second);
        }
    }

    private static boolean queuesErrors(TcpSocket socket, ErrorQueue queue) {
        return (!socket.isInet6() || socket.queueErrors(true)) && queue.next(socket.descriptor()) == null;
    }
}
