package dev.lifeline.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Fills the accept queue of a listener of backlog 1, so that whoever comes next hears nothing: its SYN is dropped.
final class FullQueue implements AutoCloseable {

    private final List<SocketChannel> fillers = new ArrayList<>();

    private FullQueue() {
    }

    /// Backlog 1 holds two connections (the kernel's queue has room for backlog + 1); two more stay in SYN_SENT.
    static FullQueue fill(ServerSocket listener) throws IOException {
        FullQueue queue = new FullQueue();
        for (int i = 0; i < 4; i++) {
            SocketChannel filler = SocketChannel.open();
            queue.fillers.add(filler);
            filler.configureBlocking(false);
            filler.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()));
        }
        return queue;
    }

    /// How many of the fillers are connected.
    int established() throws IOException {
        int count = 0;
        for (SocketChannel filler : fillers) {
            count += filler.finishConnect() ? 1 : 0;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel filler : fillers) {
            filler.close();
        }
    }
}
