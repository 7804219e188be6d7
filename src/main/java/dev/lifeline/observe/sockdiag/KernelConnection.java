package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import java.util.ArrayList;
import java.util.List;

/// One connection as the kernel has it: its ends as far as they are on this machine. Guarded by the lock of [SocketTable].
///
/// The kernel's events carry the number of the client's connection. Where accept returns before connect does, that number is not
/// known yet, nor whether the client is ours at all: what was seen is held back until connect returns, and forgotten if it never
/// does.
final class KernelConnection {

    private static final int MAX_HELD = 64;

    private final FourTuple tuple;
    private WatchedSocket client;
    private final WatchedSocket server;
    private final boolean serverIsOurs;
    private List<Held> held;
    private int dropped;
    private int connection;
    private int attempt;
    private int acceptedAs;
    private boolean won;

    /// A finding that has no number yet.
    record Held(long at, KernelEvent finding) {
    }

    /// @param tuple as the client sees it
    private KernelConnection(FourTuple tuple, boolean withServer, boolean serverIsOurs) {
        this.tuple = tuple;
        this.client = new WatchedSocket(Lane.CLIENT, tuple);
        this.server = withServer ? new WatchedSocket(Lane.SERVER, tuple.reversed()) : null;
        this.serverIsOurs = serverIsOurs;
        this.held = new ArrayList<>(4);
    }

    /// The ends that are on this machine, as far as that is known: a traced client's peer, though it is somebody else's, belongs
    /// to its connection.
    ///
    /// @param tuple as the client sees it
    /// @param here whether both ends are on this machine; of no concern where the server is traced
    static KernelConnection of(FourTuple tuple, Mode mode, boolean here) {
        return new KernelConnection(tuple, mode != Mode.CLIENT || here, mode != Mode.CLIENT);
    }

    FourTuple tuple() {
        return tuple;
    }

    /// The client's end, or `null` where it is not on this machine.
    WatchedSocket client() {
        return client;
    }

    /// The client is somewhere else.
    void withoutClient() {
        client = null;
    }

    /// The server's number for it; 0 where it was not accepted yet.
    int acceptedAs() {
        return acceptedAs;
    }

    void accepted(int number) {
        acceptedAs = number;
    }

    /// The server's end, or `null` where it is not to be looked at.
    WatchedSocket server() {
        return server;
    }

    int connection() {
        return connection;
    }

    int attempt() {
        return attempt;
    }

    /// Tells whether the race between the addresses was decided for it.
    boolean hasWon() {
        return won;
    }

    void wins() {
        won = true;
    }

    boolean isNamed() {
        return held == null;
    }

    /// Sets the owner. Gives back what was held until now.
    List<Held> name(int itsConnection, int itsAttempt) {
        List<Held> before = held == null ? List.of() : held;
        held = null;
        connection = itsConnection;
        attempt = itsAttempt;
        return before;
    }

    void hold(long at, KernelEvent finding) {
        if (held.size() < MAX_HELD) {
            held.add(new Held(at, finding));
        } else {
            dropped++;
        }
    }

    /// How many findings were dropped, because nobody had named it for too long.
    int dropped() {
        return dropped;
    }

    /// An end that was never seen does not keep the other from being over.
    private static boolean over(WatchedSocket socket) {
        return socket == null || socket.last() == null || socket.isOver();
    }

    /// Tells whether the kernel has still to tell of the end of one of its sockets.
    boolean awaitsDestruction() {
        return awaitsDestruction(client) || serverIsOurs && awaitsDestruction(server);
    }

    private static boolean awaitsDestruction(WatchedSocket socket) {
        return socket != null && socket.awaitsDestruction();
    }

    /// Tells whether all ends are over, and the kernel has told of their ends. What another program does with its end when ours is over
    /// is not waited for.
    boolean isSettled() {
        return over(client) && (!serverIsOurs || over(server)) && !awaitsDestruction();
    }
}
