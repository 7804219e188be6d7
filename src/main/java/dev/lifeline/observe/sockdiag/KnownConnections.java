package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The connections that are known, by all that they are known by. Bounded: the oldest are forgotten first. Guarded by the lock of
/// [SocketTable].
final class KnownConnections {

    /// More connections than a run has open at a time; two sockets each.
    private static final int MAX_LIVES = 2048;
    private static final int MAX_UNNAMED = 64;
    private static final int MAX_ADDRESSES = 64;

    private final Mode mode;
    private final List<KernelConnection> watched = new ArrayList<>();
    private final Map<FourTuple, KernelConnection> byTuple = new Newest<>(MAX_LIVES);
    private final Map<Integer, KernelConnection> byClient = new Newest<>(MAX_LIVES);
    private final Map<Integer, KernelConnection> byServer = new Newest<>(MAX_LIVES);
    private final Map<Long, Owner> byCookie = new Newest<>(2 * MAX_LIVES);
    private final Map<String, Boolean> own = new Newest<>(MAX_ADDRESSES);

    /// Owners by cookie.
    record Owner(KernelConnection life, WatchedSocket socket) {
    }

    /// Forgets its oldest entry when it is full.
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int capacity;

        Newest(int capacity) {
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > capacity;
        }
    }

    KnownConnections(Mode mode) {
        this.mode = mode;
    }

    /// Those whose sockets may still change.
    List<KernelConnection> watched() {
        return watched;
    }

    /// All that are remembered, the newest last.
    List<KernelConnection> known() {
        return List.copyOf(byTuple.values());
    }

    /// The connection with this number in this lane, or `null`.
    KernelConnection of(Lane lane, int number) {
        return lane == Lane.CLIENT ? byClient.get(number) : lane == Lane.SERVER ? byServer.get(number) : null;
    }

    /// The connection of one attempt, or `null`.
    KernelConnection ofAttempt(int connection, int attempt) {
        for (KernelConnection life : watched) {
            if (life.isNamed() && life.connection() == connection && life.attempt() == attempt) {
                return life;
            }
        }
        return null;
    }

    /// The connection whose client has this number; a new one, unless it was found while it was not accepted or not connected
    /// yet.
    ///
    /// @param tuple as the client sees it
    KernelConnection ofClient(FourTuple tuple, int connection, int attempt) {
        KernelConnection known = byTuple.get(tuple);
        if (known != null && (!known.isNamed() || known.connection() == connection && known.attempt() == attempt)) {
            return known;
        }
        return add(tuple);
    }

    /// The connection that the server has accepted under this number.
    ///
    /// @param tuple as the client sees it
    KernelConnection ofServer(FourTuple tuple, int number) {
        KernelConnection life = byTuple.get(tuple);
        if (life == null || life.acceptedAs() != 0) {
            life = add(tuple);
        }
        life.accepted(number);
        byServer.put(number, life);
        return life;
    }

    private KernelConnection add(FourTuple tuple) {
        KernelConnection life = KernelConnection.of(tuple, mode, mode == Mode.CLIENT && (EndpointConversion.onThisMachine(tuple) || isOwn(tuple.remote())));
        byTuple.put(tuple, life);
        watched.add(life);
        forgetStrangers();
        return life;
    }

    /// Asked once for each address: a run connects to a few, and often.
    private boolean isOwn(Endpoint end) {
        Boolean known = own.get(end.address());
        if (known == null) {
            known = EndpointConversion.isOwn(end);
            own.put(end.address(), known);
        }
        return known;
    }

    /// Whoever else connects to our server is accepted by it, and never named by our client.
    private void forgetStrangers() {
        int unnamed = 0;
        for (int i = watched.size() - 1; i >= 0; i--) {
            if (!watched.get(i).isNamed() && ++unnamed > MAX_UNNAMED) {
                watched.remove(i);
            }
        }
        if (watched.size() > MAX_LIVES) {
            watched.removeFirst();
        }
    }

    /// A connect of the client returned. The connection is its socket, unless another attempt has won before.
    void connected(int number, KernelConnection life) {
        KernelConnection before = byClient.get(number);
        if (before == null || !before.hasWon()) {
            byClient.put(number, life);
        }
    }

    /// The connection is this attempt's socket.
    void won(int number, KernelConnection life) {
        life.wins();
        byClient.put(number, life);
    }

    void cookie(long cookie, KernelConnection life, WatchedSocket socket) {
        byCookie.put(cookie, new Owner(life, socket));
    }

    /// Finds the owner of a cookie, or gives `null`.
    Owner ofCookie(long cookie) {
        return byCookie.get(cookie);
    }

    /// Tells whether the end of a socket is still to be told.
    boolean awaitDestruction() {
        for (KernelConnection life : watched) {
            if (life.awaitsDestruction()) {
                return true;
            }
        }
        return false;
    }

    /// Watches no more what has nothing to change any more.
    void forgetSettled() {
        for (int i = watched.size() - 1; i >= 0; i--) {
            if (watched.get(i).isSettled()) {
                watched.remove(i);
            }
        }
    }
}
