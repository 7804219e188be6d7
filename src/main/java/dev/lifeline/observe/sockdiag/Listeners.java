package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.KernelLane;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.List;

/// The listening sockets that are watched, and the lengths of their accept queues. Guarded by the lock of [SocketTable].
final class Listeners {

    /// More than these are told as so many.
    private static final int MAX_ALIKE = 256;

    private final SocketDiag diag;
    private final KernelLane lane;
    private final Loss loss;
    private final List<WatchedListener> watched = new ArrayList<>(1);

    Listeners(SocketDiag diag, KernelLane lane, Loss loss) {
        this.diag = diag;
        this.lane = lane;
        this.loss = loss;
    }

    /// A server of ours listens.
    void ours(Endpoint local) {
        WatchedListener added = WatchedListener.ours(local);
        for (WatchedListener each : watched) {
            if (!each.isGone() && each.end().equals(local)) {
                each.alike(each.alike() + 1);
                added.alike(each.alike());
            }
        }
        watched.add(added);
    }

    /// A server of ours may listen again where it did before, with another socket.
    void again(Look look) {
        for (int i = 0; i < watched.size(); i++) {
            if (isAnother(i)) {
                WatchedListener other = WatchedListener.ours(watched.get(i).end());
                watched.set(i, other);
                look(other, look, 0, 0);
            }
        }
    }

    private boolean isAnother(int one) {
        WatchedListener listener = watched.get(one);
        for (int i = 0; i < watched.size(); i++) {
            if (i != one && watched.get(i).end().equals(listener.end())) {
                return false;
            }
        }
        return listener.isOurs() && listener.question() != null && !loss.isStopped()
                && diag.find(listener.question()) instanceof DiagAnswer.Found found && listener.isReplacedBy(found.socket());
    }

    /// A client of ours connects to a listener on this machine that is somebody else's.
    ///
    /// @param client the connection as the client sees it
    /// @param waits whether its connect has not returned yet
    void peer(FourTuple client, boolean waits) {
        for (int i = watched.size() - 1; i >= 0; i--) {
            if (watched.get(i).isPeer(client.remote())) {
                if (!waits) {
                    watched.set(i, watched.get(i).reached());
                }
                return;
            }
            if (watched.get(i).isGone()) {
                watched.remove(i);
            }
        }
        watched.add(waits ? WatchedListener.awaited(client) : WatchedListener.of(client));
    }

    /// Counts the sockets that listen where this one does: once, when it is first seen.
    private void count(WatchedListener listener, DiagSocket found) {
        if (listener.isCounted() || listener.isAwaited()) {
            return;
        }
        // A socket of AF_INET6 may listen at an IPv4 address, too: plain Java's do.
        long four = found.local().getAddress() instanceof Inet6Address ? 0 : count(found, false);
        listener.alike(Math.max(1, four + count(found, true)));
    }

    private long count(DiagSocket found, boolean ipv6) {
        long alike = 0;
        for (DiagSocket each : diag.dump(DiagRequest.dump(ipv6, 1 << DiagSocket.LISTEN, found.local().getPort(), 0), MAX_ALIKE).sockets()) {
            alike += each.local().equals(found.local()) ? 1 : 0;
        }
        return alike;
    }

    /// Looks at each.
    ///
    /// @return whether something was recorded
    boolean look(Look look, int connection, int attempt) {
        boolean recorded = false;
        for (int i = 0; i < watched.size(); i++) {
            WatchedListener listener = watched.get(i);
            if (!listener.isGone() && !loss.isStopped()) {
                recorded |= look(listener, look, connection, attempt);
            }
        }
        return recorded;
    }

    private boolean look(WatchedListener listener, Look look, int connection, int attempt) {
        if (listener.question() == null) {
            loss.some(Loss.ZONE);
            return false;
        }
        DiagAnswer answer = diag.find(listener.question());
        if (answer instanceof DiagAnswer.Unclear unclear) {
            loss.all(unclear.reason());
            return false;
        }
        if (!(answer instanceof DiagAnswer.Found found) || !listener.is(found.socket())) {
            listener.goes();
            return false;
        }
        DiagSocket socket = found.socket();
        count(listener, socket);
        boolean news = listener.seen(socket.receiveQueue());
        if (news || look.keep() == Look.Keep.ALL) {
            lane.record(lane.now(), connection, attempt, new KernelEvent.ListenerSeen(listener.local(socket),
                    socket.receiveQueue(), socket.sendQueue(), look.occasion(), look.cause(), listener.alike()));
            return true;
        }
        return false;
    }
}
