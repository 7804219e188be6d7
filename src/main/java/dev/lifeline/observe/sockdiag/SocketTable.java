package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.observe.KernelLane;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// The sockets that are watched: looks at them and records what it sees. Threads: any; a question takes some microseconds, and
/// the lock is held for as many questions as one event asks.
final class SocketTable {

    /// Connections that are looked at when an event belongs to none of them.
    private static final int MAX_AT_ONCE = 16;

    /// Connections that the watcher looks at in one turn; the next turn goes on with others.
    private static final int MAX_A_TURN = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final KernelLane lane;
    private final Mode mode;
    private final Loss loss;
    private final KnownConnections lives;
    private final SocketLooks looks;
    private final Listeners listeners;
    private int nextTurn;

    SocketTable(SocketDiag diag, KernelLane lane, Mode mode, Loss loss) {
        this.lane = lane;
        this.mode = mode;
        this.loss = loss;
        this.lives = new KnownConnections(mode);
        this.looks = new SocketLooks(diag, lane, loss, lives);
        this.listeners = new Listeners(diag, lane, loss);
    }

    /// A server of ours listens.
    void listening(Endpoint local, Look look) {
        lock.lock();
        try {
            listeners.ours(local);
            listeners.look(look, 0, 0);
        } finally {
            lock.unlock();
        }
    }

    /// A server of ours opened a listening socket: one that was closed before may be there again.
    void listeningAgain(Look look) {
        lock.lock();
        try {
            listeners.again(look);
        } finally {
            lock.unlock();
        }
    }

    /// The client's connect returned, or waits.
    ///
    /// @param tuple as the client sees it
    void connected(int connection, int attempt, FourTuple tuple, Look look) {
        lock.lock();
        try {
            KernelConnection life = lives.ofClient(tuple, connection, attempt);
            if (!life.isNamed()) {
                name(life, connection, attempt);
            }
            lives.connected(connection, life);
            looks.at(life, look);
            if (mode == Mode.CLIENT && life.server() != null) {
                listeners.peer(tuple, look == Look.BETWEEN);
            }
            listeners.look(look, connection, attempt);
        } finally {
            lock.unlock();
        }
    }

    private void name(KernelConnection life, int connection, int attempt) {
        for (KernelConnection.Held held : life.name(connection, attempt)) {
            lane.record(held.at(), connection, attempt, held.finding());
        }
        if (life.dropped() > 0) {
            loss.some(life.dropped() + " findings about connection " + connection + ": its connect returned too late for them");
        }
    }

    /// An attempt won: the connection is its socket.
    void won(int connection, int attempt) {
        lock.lock();
        try {
            KernelConnection life = lives.ofAttempt(connection, attempt);
            if (life != null) {
                lives.won(connection, life);
            }
        } finally {
            lock.unlock();
        }
    }

    /// The server's accept returned.
    ///
    /// @param tuple as the server sees it
    void accepted(int number, FourTuple tuple, Look look) {
        lock.lock();
        try {
            KernelConnection life = lives.ofServer(tuple.reversed(), number);
            if (mode == Mode.SERVER) {
                life.name(number, 0);
            }
            boolean many = oneOfMany(look);
            if (many) {
                looks.at(life, life.server(), look);
            } else {
                looks.at(life, look);
            }
            if (mode == Mode.SERVER && life.client() != null && life.client().last() == null) {
                life.withoutClient();
            }
            if (!many) { // when its connect returned, the queue was longer
                listeners.look(look, life.connection(), life.attempt());
            }
        } finally {
            lock.unlock();
        }
    }

    /// Looks at the ends of a connection; of one among many, where both programs are traced, only at the end of the one that did
    /// something, because the other has events of its own.
    ///
    /// @param its the lane whose number it is
    /// @param listening whether the listener is to be looked at, too
    void look(Lane its, int connection, Look look, boolean listening) {
        lock.lock();
        try {
            KernelConnection life = lives.of(its, connection);
            if (life != null && oneOfMany(look)) {
                looks.at(life, its == Lane.CLIENT ? life.client() : life.server(), look);
            } else if (life != null) {
                looks.at(life, look);
            }
            if (listening) {
                listeners.look(look, life == null ? 0 : life.connection(), life == null ? 0 : life.attempt());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean oneOfMany(Look look) {
        return mode == Mode.LOOPBACK && look.keep() == Look.Keep.DIFFERENT;
    }

    /// Looks at the end that just read or wrote some of its data, unless it did so often before.
    void lookAtChunk(Lane its, int connection, Look look) {
        lock.lock();
        try {
            KernelConnection life = lives.of(its, connection);
            WatchedSocket socket = life == null ? null : its == Lane.CLIENT ? life.client() : life.server();
            if (socket != null && socket.worthAChunk()) {
                looks.at(life, socket, look);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Looks at one attempt that failed.
    void lookAtAttempt(int connection, int attempt, Look look) {
        lock.lock();
        try {
            KernelConnection life = lives.ofAttempt(connection, attempt);
            if (life != null) {
                looks.at(life, look);
            }
            listeners.look(look, connection, attempt);
        } finally {
            lock.unlock();
        }
    }

    /// Looks at the newest connections and the listeners.
    void lookAtAll(Look look) {
        lookAtNewest(look, false);
    }

    /// Looks at everything, the newest connections first, those too that are watched no more because only TIME_WAIT is left.
    void lookAtEverything(Look look) {
        lookAtNewest(look, true);
    }

    private void lookAtNewest(Look look, boolean all) {
        lock.lock();
        try {
            List<KernelConnection> some = all ? lives.known() : lives.watched();
            for (int i = some.size() - 1; i >= (all ? 0 : Math.max(0, some.size() - MAX_AT_ONCE)); i--) {
                looks.at(some.get(i), look);
            }
            listeners.look(look, 0, 0);
        } finally {
            lock.unlock();
        }
    }

    /// One turn of the watcher: looks for changes, and lets the programs' threads in between two connections.
    ///
    /// @return whether there were any
    boolean turn() {
        boolean news = false;
        for (int i = 0; i < MAX_A_TURN && !loss.isStopped(); i++) {
            lock.lock();
            try {
                List<KernelConnection> watched = lives.watched();
                if (i >= watched.size()) {
                    break;
                }
                nextTurn = nextTurn + 1 < watched.size() ? nextTurn + 1 : 0;
                news |= looks.at(watched.get(nextTurn), Look.BETWEEN);
            } finally {
                lock.unlock();
            }
        }
        lock.lock();
        try {
            news |= listeners.look(Look.BETWEEN, 0, 0);
            lives.forgetSettled();
        } finally {
            lock.unlock();
        }
        return news;
    }

    /// The kernel told of the end of some socket.
    ///
    /// @return whether it is one of ours
    boolean destroyed(DiagSocket socket) {
        lock.lock();
        try {
            KnownConnections.Owner owner = lives.ofCookie(socket.cookie());
            SocketSnapshot last = owner == null || !owner.socket().destroyed() ? null : Snapshots.of(socket);
            if (last == null) {
                return false;
            }
            WatchedSocket its = owner.socket();
            looks.record(owner.life(), lane.now(), new KernelEvent.SocketSeen(its.end(), its.tuple(), last, Occasion.DESTROYED, -1));
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Tells whether nothing that is watched can change any more, but for the end of TIME_WAIT.
    boolean isSettled() {
        lock.lock();
        try {
            lives.forgetSettled();
            return lives.watched().isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Tells whether the end of a socket of ours is still to be told: what is lost now may be that.
    boolean awaitsDestruction() {
        lock.lock();
        try {
            return lives.awaitDestruction();
        } finally {
            lock.unlock();
        }
    }
}
