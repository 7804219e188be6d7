package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/// Real listening sockets of the kinds that a connect can meet. Closes all of them.
final class Listeners implements Closeable {

    private static final int MORE_THAN_ANY_SMALL_QUEUE = 32;

    private final Deque<Closeable> open = new ArrayDeque<>();

    /// One that takes connections into its accept queue.
    Endpoint accepting(String address) throws IOException {
        return listen(address, 50);
    }

    /// One that does not answer: its accept queue is full, so that the kernel drops each further SYN.
    Endpoint silent(String address) throws IOException {
        Endpoint endpoint = listen(address, 1);
        for (int i = 0; i < MORE_THAN_ANY_SMALL_QUEUE; i++) {
            SocketChannel filler = SocketChannel.open();
            open.push(filler);
            try {
                filler.socket().connect(socketAddress(endpoint), 200);
            } catch (SocketTimeoutException e) {
                return endpoint;
            }
        }
        throw new IOException("the accept queue of " + endpoint + " never filled");
    }

    /// Has a silent one take the connections that wait, so that the next SYN is answered.
    void wake(Endpoint endpoint) throws IOException {
        for (Closeable each : open.toArray(new Closeable[0])) {
            if (each instanceof ServerSocketChannel server && Endpoint.of((InetSocketAddress) server.getLocalAddress()).equals(endpoint)) {
                server.configureBlocking(false);
                for (SocketChannel taken = server.accept(); taken != null; taken = server.accept()) {
                    open.push(taken);
                }
            }
        }
    }

    /// An address and port on which nothing listens.
    Endpoint refusing(String address) throws IOException {
        try (ServerSocketChannel brief = ServerSocketChannel.open()) {
            brief.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0));
            return Endpoint.of((InetSocketAddress) brief.getLocalAddress());
        }
    }

    private Endpoint listen(String address, int backlog) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        open.push(server);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0), backlog);
        return Endpoint.of((InetSocketAddress) server.getLocalAddress());
    }

    private static InetSocketAddress socketAddress(Endpoint endpoint) {
        return new InetSocketAddress(InetAddress.ofLiteral(endpoint.address()), endpoint.port());
    }

    @Override
    public void close() throws IOException {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
