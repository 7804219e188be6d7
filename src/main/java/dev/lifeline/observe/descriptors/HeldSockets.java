package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.ErrorQueue;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.QueuedError;
import dev.lifeline.linux.descriptor.SocketCalls;
import dev.lifeline.linux.descriptor.TcpSocket;
import dev.lifeline.linux.wire.WireEnd;
import java.util.ArrayList;
import java.util.List;

/// The sockets that connect just now, each held by a second descriptor. Not for several threads at once.
///
/// The owner of a socket is a guess until the connect is over, since attempts that race may open theirs at the same moment. Facts
/// decide then: a connected socket has its names; of a failed attempt the program has closed its own descriptor, and an error in
/// the queue names the destination.
final class HeldSockets {

    /// High, so that the traced program gets the numbers that it would get without us; and below 64, where the kernel must make
    /// its table larger, which takes a process of many threads milliseconds.
    private static final int LOWEST = 48;

    /// As many as may race at once; what is beyond is not held.
    private static final int MOST = 16;

    private final SocketCalls calls;
    private final ErrorQueue queue;
    private final List<HeldSocket> held = new ArrayList<>(4);

    HeldSockets(SocketCalls calls, ErrorQueue queue) {
        this.calls = calls;
        this.queue = queue;
    }

    /// Holds a socket that is about to connect, where the kernel allows it.
    void hold(FoundSocket socket, int connection, int attempt) {
        dropListeners();
        if (held.size() == MOST) {
            return;
        }
        int number = calls.duplicate(socket.descriptor(), LOWEST);
        if (number < 0) {
            return;
        }
        boolean asked = socket.socket().isInet6() && socket.socket().queueErrors(true);
        HeldSocket one = new HeldSocket(socket, new TcpSocket(calls, number), asked);
        one.owner(connection, attempt);
        held.add(one);
    }

    /// Lets the socket of a connect that went well go, as it was before.
    ///
    /// @return it, or `null` where it was not held
    FoundSocket connected(int connection, int attempt, NamedConnection names) {
        dropListeners();
        HeldSocket own = own(connection, attempt);
        HeldSocket found = null;
        for (int i = 0; found == null && i < held.size(); i++) {
            found = held.get(i).is(names) ? held.get(i) : null;
        }
        settle(own, found);
        return found == null ? null : found.original();
    }

    /// Lets the socket of a connect that failed go.
    ///
    /// @param destination where it wanted to connect to, or `null`
    /// @return what the network said, or `null` where it said nothing
    QueuedError failed(int connection, int attempt, WireEnd destination) {
        dropListeners();
        HeldSocket own = own(connection, attempt);
        HeldSocket found = null;
        for (int i = 0; i < held.size(); i++) {
            HeldSocket each = held.get(i);
            QueuedError error = each.isClosed() ? each.error(queue) : null;
            if (error != null && destination != null && destination.equals(error.destination())) {
                settle(own, each);
                return error;
            }
            boolean silent = each.isClosed() && error == null;
            found = silent && (found == null || each == own) ? each : found;
        }
        settle(own, found);
        return null;
    }

    /// Lets the socket of an attempt go at once: the program is about to close it, and that must be the end of it.
    void release(int connection, int attempt) {
        dropListeners();
        settle(own(connection, attempt), null);
    }

    /// Lets go what was no client's: a server's socket, too, is neither connected nor listening when it is new, and it would go on
    /// to listen when its program has closed it.
    void dropListeners() {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i).isListening()) {
                drop(held.get(i));
            }
        }
    }

    /// Lets all go.
    void close() {
        while (!held.isEmpty()) {
            drop(held.getLast());
        }
    }

    /// @param own what was taken for the attempt's socket, or `null`
    /// @param found what it was in fact, or `null` where that is not known
    private void settle(HeldSocket own, HeldSocket found) {
        if (found == null) {
            if (own != null) {
                drop(own);
            }
            return;
        }
        if (own != null && own != found) {
            own.swapOwner(found);
        }
        drop(found);
    }

    private void drop(HeldSocket one) {
        one.restore();
        one.close();
        held.remove(one);
    }

    private HeldSocket own(int connection, int attempt) {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).belongsTo(connection, attempt)) {
                return held.get(i);
            }
        }
        return null;
    }
}
