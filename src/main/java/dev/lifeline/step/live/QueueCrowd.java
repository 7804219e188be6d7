package dev.lifeline.step.live;

import dev.lifeline.model.Endpoint;
import dev.lifeline.server.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Clients that do nothing but wait in the accept queue of a server that accepts nothing: as many as it has room for.
final class QueueCrowd implements AutoCloseable {

    /// A connect on this machine that is not done by then was dropped: the queue is full.
    private static final int CONNECT_MILLIS = 1_000;

    private final List<Socket> sockets = new ArrayList<>();

    /// Fills the queue. A queue of a backlog of N has room for N + 1.
    ///
    /// @throws IOException when a socket cannot be had; those that were are closed
    static QueueCrowd fill(LoopbackServer server) throws IOException {
        QueueCrowd crowd = new QueueCrowd();
        boolean done = false;
        try {
            Endpoint there = server.address();
            InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(there.address()), there.port());
            Set<Integer> ports = new HashSet<>();
            boolean room = true;
            while (room && crowd.sockets.size() <= server.backlog()) {
                room = crowd.joins(server, address, ports);
            }
            done = true;
            return crowd;
        } finally {
            if (!done) {
                crowd.close();
            }
        }
    }

    private boolean joins(LoopbackServer server, InetSocketAddress address, Set<Integer> ports) throws IOException {
        Socket socket = new Socket();
        boolean joined = false;
        try {
            socket.bind(new InetSocketAddress(address.getAddress(), 0));
            ports.add(socket.getLocalPort());
            server.ignore(Set.copyOf(ports));
            // What is closed is gone at once, and leaves no TIME_WAIT behind.
            socket.setSoLinger(true, 0);
            socket.connect(address, CONNECT_MILLIS);
            sockets.add(socket);
            joined = true;
        } catch (SocketTimeoutException full) {
            joined = false;
        } finally {
            if (!joined) {
                socket.close();
            }
        }
        return joined;
    }

    /// The number of those that wait.
    int size() {
        return sockets.size();
    }

    /// Resets them. The server takes them out of its queue when it accepts again.
    @Override
    public void close() {
        for (Socket each : sockets) {
            try {
                each.close();
            } catch (IOException e) {
                // The descriptor is given back all the same: close(2).
            }
        }
    }
}
