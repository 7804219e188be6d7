package dev.lifeline.observe.descriptors;

import dev.lifeline.model.FourTuple;
import dev.lifeline.observe.KernelLane;
import java.util.ArrayList;
import java.util.List;

/// Records findings about accepted connections under the number that the client gave the same connection. Where the client is
/// traced too, accept may return before connect does: the finding waits until the client's number is known, at the end at the
/// latest. Not for several threads at once.
public final class AcceptedFindings {

    /// The longest that either list becomes; the oldest gives way, with the number that is known.
    private static final int MOST = 2 * DescriptorObserver.CONNECTIONS;

    private final boolean clientIsTraced;
    private final KernelLane lane;
    private final List<Client> clients = new ArrayList<>(4);
    private final List<AcceptedSocket> waiting = new ArrayList<>(4);

    private record Client(int number, NamedConnection names) {
    }

    AcceptedFindings(boolean clientIsTraced, KernelLane lane) {
        this.clientIsTraced = clientIsTraced;
        this.lane = lane;
    }

    /// A connection is known to the client by this number.
    void connected(int number, FourTuple tuple) {
        NamedConnection names = NamedConnection.of(tuple);
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).names().faces(names)) {
                record(waiting.remove(i), number);
                return;
            }
        }
        if (clients.size() == MOST) {
            clients.removeFirst();
        }
        clients.add(new Client(number, names));
    }

    /// A connection was accepted.
    void accepted(AcceptedSocket socket) {
        if (!clientIsTraced) {
            record(socket, socket.number());
            return;
        }
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get(i).names().faces(socket.names())) {
                record(socket, clients.remove(i).number());
                return;
            }
        }
        if (waiting.size() == MOST) {
            AcceptedSocket oldest = waiting.removeFirst();
            record(oldest, oldest.number());
        }
        waiting.add(socket);
    }

    /// No more numbers will be known: what waits goes by the server's.
    void close() {
        for (int i = 0; i < waiting.size(); i++) {
            record(waiting.get(i), waiting.get(i).number());
        }
        waiting.clear();
    }

    private void record(AcceptedSocket socket, int number) {
        lane.record(socket.at(), number, 0, socket.descriptor());
        if (socket.syn() != null) {
            lane.record(socket.at(), number, 0, socket.syn());
        }
    }
}
