package dev.lifeline.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The other end of a real connection over loopback: takes one connection and plays its part on a thread of its own.
final class Peer implements AutoCloseable {

    private static final int DEADLINE_MILLIS = 10_000;

    /// What the peer does with its end; the socket is closed after it.
    interface Part {
        void play(Socket socket) throws Exception;
    }

    private final ServerSocket listening;
    private final Thread thread;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Exception failed;

    Peer(Part part) throws IOException {
        this(part, 0);
    }

    /// @param receiveBuffer bytes of its receive buffer; 0 for the system's choice
    Peer(Part part, int receiveBuffer) throws IOException {
        listening = new ServerSocket();
        if (receiveBuffer > 0) {
            listening.setReceiveBufferSize(receiveBuffer);
        }
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listening.setSoTimeout(DEADLINE_MILLIS);
        thread = Thread.ofPlatform().daemon().name("peer").start(() -> {
            try (Socket socket = listening.accept()) {
                socket.setSoTimeout(DEADLINE_MILLIS);
                part.play(socket);
            } catch (Exception e) {
                failed = e;
            } finally {
                done.countDown();
            }
        });
    }

    /// A new connection to it.
    SocketChannel connect() throws IOException {
        return SocketChannel.open(listening.getLocalSocketAddress());
    }

    /// Waits until it has played its part and closed its end.
    void awaitDone() throws InterruptedException {
        if (!done.await(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("the peer is still at it");
        }
    }

    /// What its part threw, or `null`.
    Exception failed() {
        return failed;
    }

    /// Makes a close of this socket a reset.
    static void resetOnClose(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
    }

    /// Reads until the client has ended its stream.
    static void drain(Socket socket) throws IOException {
        byte[] sink = new byte[4096];
        while (socket.getInputStream().read(sink) >= 0) {
            // Only the end matters.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thread.interrupt();
    }
}
