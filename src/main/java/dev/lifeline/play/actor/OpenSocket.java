package dev.lifeline.play.actor;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.descriptor.DescriptorTable;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.SocketCalls;
import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.linux.descriptor.SocketTest;
import dev.lifeline.linux.descriptor.TcpSocket;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.scenario.word.PortsText;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/// An open socket of this process by its descriptor, for options that Java does not have. Used by the thread that holds the
/// channel open, and only for a moment.
///
/// Java does not tell the descriptor, and a new socket has no name. So it gets a mark that no other has and that has no effect
/// before its close: a number of seconds in SO_LINGER. The descriptor with the mark is looked for, and the mark taken off.
///
/// An observer of this process may have a duplicate of the socket for a moment, and that may be found. So the calls are made on a
/// duplicate of our own, which nobody else closes and which is known to have the mark.
public final class OpenSocket implements AutoCloseable {

    private static final int FIRST_MARK = 40_000;
    private static final int MARKS = 20_000;
    private static final int MOST_SEARCHES = 10;
    /// High, so that programs get the numbers that they would get without us.
    private static final int LOWEST = 48;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Arena arena;
    private final SocketCalls calls;
    private final int descriptor;
    private final boolean own;

    /// @param own whether it is closed here
    private OpenSocket(Arena arena, SocketCalls calls, int descriptor, boolean own) {
        this.arena = arena;
        this.calls = calls;
        this.descriptor = descriptor;
        this.own = own;
    }

    /// The socket of a channel that is not used by another thread meanwhile.
    ///
    /// @throws IOException when native calls cannot be made here, or the socket is not found
    public static OpenSocket of(SocketChannel channel) throws IOException {
        int before = channel.getOption(StandardSocketOptions.SO_LINGER);
        int mark = FIRST_MARK + Math.floorMod(NEXT.getAndIncrement(), MARKS);
        channel.setOption(StandardSocketOptions.SO_LINGER, mark);
        try {
            return find((socket, inode) -> {
                java.nio.ByteBuffer linger = socket.calls().optionBytes(socket.descriptor(), SocketOption.SO_LINGER);
                return linger.remaining() >= 8 && linger.getInt(0) == 1 && linger.getInt(4) == mark;
            });
        } finally {
            channel.setOption(StandardSocketOptions.SO_LINGER, before);
        }
    }

    /// The socket of a channel that listens.
    public static OpenSocket of(ServerSocketChannel channel) throws IOException {
        InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
        WireEnd name = WireEnd.of(local.getAddress(), local.getPort());
        return find((socket, inode) -> socket.isListening() && name.equals(socket.calls().local(socket.descriptor())));
    }

    private static OpenSocket find(SocketTest test) throws IOException {
        Arena arena = Arena.ofConfined();
        try {
            SocketCalls calls = SocketCalls.in(arena);
            for (int i = 0; i < MOST_SEARCHES; i++) {
                FoundSocket found = new DescriptorTable(calls).find(test);
                if (found == null) {
                    throw new IOException("the descriptor of the socket was not found");
                }
                int number = calls.duplicate(found.descriptor(), LOWEST);
                if (number == -Errno.EMFILE) {
                    return new OpenSocket(arena, calls, found.descriptor(), false);
                }
                if (number >= 0 && test.matches(new TcpSocket(calls, number), calls.inode(number))) {
                    return new OpenSocket(arena, calls, number, true);
                }
                if (number >= 0) {
                    calls.close(number);
                }
            }
            throw new IOException("the descriptor of the socket is another each time that it is looked for");
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    /// Sets an option.
    ///
    /// @throws IOException when the kernel refuses it
    void set(SocketOption option, long value) throws IOException {
        check("setsockopt " + option, calls.setOption(descriptor, option, (int) value));
    }

    /// Has it throw away all that comes, or no longer.
    public void dropIncoming(boolean on) throws IOException {
        long result = calls.dropIncoming(descriptor, on);
        // There was no filter to take away.
        if (on || result != -Errno.ENOENT) {
            check("setsockopt " + (on ? SocketOption.SO_ATTACH_FILTER : SocketOption.SO_DETACH_FILTER), result);
        }
    }

    /// Has the kernel choose its local port from a range.
    public void localPorts(PortsText range) throws IOException {
        set(SocketOption.IP_LOCAL_PORT_RANGE, range.first() | range.last() << 16);
    }

    /// The local end that the kernel has given it; `null` where it has none.
    InetSocketAddress local() {
        WireEnd name = calls.local(descriptor);
        return name == null || name.port() == 0 ? null : new InetSocketAddress(name.address().inet(), name.port());
    }

    private static void check(String what, long result) throws IOException {
        if (result < 0) {
            throw NativeException.failed(what, new Errno((int) -result));
        }
    }

    @Override
    public void close() {
        if (own) {
            calls.close(descriptor);
        }
        arena.close();
    }
}
