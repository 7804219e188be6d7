package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.DiagSockets;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.FourTuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Connects that have begun and not ended. The tuple of such a connection is not known to the program, so its socket is looked
/// for in the kernel's table: in SYN_SENT, to the destination, and held by this process.
///
/// Threads: [#began] and [#ended] on any, and without a lock, because what they take lies inside the time of the connect; the
/// rest on the watcher's.
final class PendingConnects implements AutoCloseable {

    private static final long MILLI = 1_000_000;

    /// A connect that takes no longer than this is not looked for.
    private static final long PATIENCE_NANOS = 3 * MILLI;
    private static final long LONGEST_BETWEEN_NANOS = 50 * MILLI;

    /// Sockets of other programs that connect to the same port at the same time.
    private static final int MAX_SOCKETS = 4096;
    private static final long TIMEOUT_NANOS = 200 * MILLI;

    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final Loss loss;
    private final int mostSockets;
    private SocketDiag dumps;

    PendingConnects(Loss loss) {
        this(loss, MAX_SOCKETS);
    }

    PendingConnects(Loss loss, int mostSockets) {
        this.loss = loss;
        this.mostSockets = mostSockets;
    }

    /// A connect that has begun. What is not final belongs to the watcher.
    private static final class Pending {
        private final int connection;
        private final int attempt;
        private final Endpoint local;
        private final Endpoint remote;
        private long lookAt;
        private long between = PATIENCE_NANOS;
        private boolean found;
        private long inode;

        Pending(int connection, int attempt, Endpoint local, Endpoint remote, long since) {
            this.connection = connection;
            this.attempt = attempt;
            this.local = local;
            this.remote = remote;
            this.lookAt = since + PATIENCE_NANOS;
        }
    }

    /// A socket that was found.
    ///
    /// @param tuple as the client sees it
    record Stuck(int connection, int attempt, FourTuple tuple) {
    }

    /// @param local where its socket is bound, with the port; `null` where the kernel still chooses: only then it has to be looked for
    /// @param now nanoseconds of the trace
    void began(int connection, int attempt, Endpoint local, Endpoint remote, long now) {
        pending.add(new Pending(connection, attempt, local, remote, now));
    }

    void ended(int connection, int attempt) {
        for (Pending each : pending) {
            if (each.connection == connection && each.attempt == attempt) {
                pending.remove(each);
                return;
            }
        }
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /// Connects under way whose sockets are known by where they are bound. Any thread.
    List<Stuck> bound() {
        List<Stuck> bound = new ArrayList<>(0);
        for (Pending each : pending) {
            if (each.local != null) {
                bound.add(new Stuck(each.connection, each.attempt, new FourTuple(each.local, each.remote)));
            }
        }
        return bound;
    }

    /// The connection of a connect that is known to wait; 0 where none is.
    int stuckConnection() {
        for (Pending each : pending) {
            if (each.found) {
                return each.connection;
            }
        }
        return 0;
    }

    /// Looks for the sockets of connects that take long, each until it is found.
    ///
    /// @param now nanoseconds of the trace
    List<Stuck> look(long now) {
        List<Stuck> stuck = new ArrayList<>(1);
        for (Pending each : pending) {
            if (!each.found && each.local != null && now >= each.lookAt) {
                each.found = true;
                stuck.add(new Stuck(each.connection, each.attempt, new FourTuple(each.local, each.remote)));
            } else if (!each.found && now >= each.lookAt) {
                DiagSocket socket = tryToFind(each.remote);
                if (socket == null) {
                    each.between = Math.min(2 * each.between, LONGEST_BETWEEN_NANOS);
                    each.lookAt = now + each.between;
                } else {
                    each.found = true;
                    each.inode = socket.inode();
                    stuck.add(new Stuck(each.connection, each.attempt,
                            // The remote end as the program says it: a zone by its name, where the kernel has its number.
                            new FourTuple(Endpoint.of(socket.local()), each.remote)));
                }
            }
        }
        return stuck;
    }

    /// A connect that cannot be looked for now, for want of a descriptor for example, is looked for again later.
    private DiagSocket tryToFind(Endpoint remote) {
        try {
            return find(remote);
        } catch (IOException e) {
            loss.some("a connect took long and its socket could not be looked for: " + e.getMessage());
            return null;
        }
    }

    /// The one socket of this process that waits for an answer from there and is no other connect's; `null` where there is none, or
    /// more than one.
    private DiagSocket find(Endpoint remote) throws IOException {
        if (dumps == null) {
            dumps = SocketDiag.open(TIMEOUT_NANOS);
        }
        List<DiagSocket> candidates = new ArrayList<>(1);
        // A socket for both families, as plain Java has it, is of AF_INET6.
        boolean all = candidates(true, remote, candidates);
        if (remote.family() == Family.IPV4) {
            all &= candidates(false, remote, candidates);
        }
        if (!all || candidates.isEmpty()) {
            return null;
        }
        Set<Long> own = OwnSockets.inodes();
        DiagSocket only = null;
        for (DiagSocket each : candidates) {
            if (own.contains(each.inode()) && !isAnothers(each.inode())) {
                if (only != null) {
                    return null;
                }
                only = each;
            }
        }
        return only;
    }

    /// Several connects to one place are told apart where one begins after the other was found.
    private boolean isAnothers(long inode) {
        for (Pending each : pending) {
            if (each.found && each.inode == inode) {
                return true;
            }
        }
        return false;
    }

    /// @return whether these are all: the only one of some need not be the only one
    private boolean candidates(boolean ipv6, Endpoint remote, List<DiagSocket> candidates) {
        DiagSockets found = dumps.dump(DiagRequest.dump(ipv6, 1 << DiagSocket.SYN_SENT, 0, remote.port()), mostSockets);
        if (found.lack() != null) {
            loss.some("a connect took long and its socket could not be told from others: " + found.lack());
            return false;
        }
        for (DiagSocket each : found.sockets()) {
            if (each.inode() != 0 && EndpointConversion.address(remote).equals(each.remote().getAddress())) {
                candidates.add(each);
            }
        }
        return true;
    }

    @Override
    public void close() {
        if (dumps != null) {
            dumps.close();
        }
    }
}
