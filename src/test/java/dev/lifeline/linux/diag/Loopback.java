package dev.lifeline.linux.diag;

import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCall;
import dev.lifeline.linux.SystemCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A listening socket on a loopback address, connections to it, and the kernel's word on each of them.
public final class Loopback implements AutoCloseable {

    private static final long SECOND = 1_000_000_000;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_DEFER_ACCEPT = 9;

    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final List<Channel> open = new ArrayList<>();
    private final SocketDiag diag = SocketDiag.open(SECOND);

    public Loopback(String address, int backlog) throws IOException {
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0), backlog);
        open.add(server);
    }

    public SocketDiag diag() {
        return diag;
    }

    public ServerSocketChannel server() {
        return server;
    }

    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) server.getLocalAddress();
    }

    public SocketChannel connect() throws IOException {
        SocketChannel client = SocketChannel.open(address());
        open.add(client);
        return client;
    }

    public SocketChannel accept() throws IOException {
        SocketChannel accepted = server.accept();
        open.add(accepted);
        return accepted;
    }

    /// A connect that has begun, bound so that its local end is known.
    public SocketChannel connecting() throws IOException {
        SocketChannel client = SocketChannel.open();
        open.add(client);
        client.configureBlocking(false);
        client.bind(new InetSocketAddress(address().getAddress(), 0));
        client.connect(address());
        return client;
    }

    /// The listener keeps a connection to itself until data has come (tcp(7)).
    public void deferAccept() throws IOException {
        long inode = listener().inode();
        try (Arena arena = Arena.ofConfined()) {
            NativeMemory seconds = NativeMemory.allocate(arena, 4);
            seconds.buffer().putInt(0, 5);
            SystemCalls.in(arena).must(SystemCall.SETSOCKOPT, descriptor(inode), IPPROTO_TCP, TCP_DEFER_ACCEPT,
                    seconds.address(), 4, 0);
        }
    }

    private static int descriptor(long inode) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file) && Files.readSymbolicLink(file).toString().equals("socket:[" + inode + "]")) {
                    return Integer.parseInt(file.getFileName().toString());
                }
            }
        }
        throw new AssertionError("no descriptor has the inode " + inode);
    }

    public DiagSocket listener() throws IOException {
        return found(DiagRequest.listener(address()));
    }

    public static InetSocketAddress local(SocketChannel channel) throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /// The client's socket.
    public DiagSocket client(InetSocketAddress local) throws IOException {
        return found(DiagRequest.exact(local, address(), DiagRequest.NO_COOKIE));
    }

    /// What the kernel answers for the server's end of a client's connection.
    public DiagSocket peer(InetSocketAddress client) throws IOException {
        return found(DiagRequest.exact(address(), client, DiagRequest.NO_COOKIE));
    }

    /// The socket, or `null` where there is none.
    public DiagSocket found(ByteBuffer question) {
        DiagAnswer answer = diag.find(question);
        if (answer instanceof DiagAnswer.Unclear unclear) {
            throw new AssertionError(unclear.reason());
        }
        return answer instanceof DiagAnswer.Found found ? found.socket() : null;
    }

    @Override
    public void close() throws IOException {
        diag.close();
        for (Channel each : open) {
            each.close();
        }
    }
}
