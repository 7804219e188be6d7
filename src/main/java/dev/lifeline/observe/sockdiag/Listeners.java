package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.KernelLane;
import java.util.ArrayList;
import java.util.List;

/// The listening sockets that are watched, and the lengths of their accept queues. Guarded by the lock of [SocketTable].
final class Listeners {

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
        watched.add(WatchedListener.ours(local));
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
        boolean news = listener.seen(socket.receiveQueue());
        if (news || look.keep() == Look.Keep.ALL) {
            lane.record(lane.now(), connection, attempt, new KernelEvent.ListenerSeen(listener.local(socket),
                    socket.receiveQueue(), socket.sendQueue(), look.occasion(), look.cause()));
            return true;
        }
        return false;
    }
}
