package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.DiagSockets;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.socket.PortHolder;
import dev.lifeline.observe.KernelLane;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Looks for the sockets that have a port once a bind to it found it taken, or a connect to it was refused here. Both are rare, and
/// the look is for nothing else. It happens on the watcher's thread, because it takes milliseconds.
final class PortLooks {

    /// The first kernel that shows sockets which are bound and no more.
    private static final int SHOWS_BOUND_MAJOR = 6;
    private static final int SHOWS_BOUND_MINOR = 8;

    private static final int RANKS = 4;
    private static final int MOST_TOLD = 8;
    private static final int MOST_SOCKETS = 1 << 16;
    /// Of many connections that fail for the same reason the first tell enough.
    private static final int MOST_LOOKS = 16;
    private static final long TIMEOUT_NANOS = 200_000_000;
    /// An attempt that was refused is looked at when no other has won by then.
    private static final long PATIENCE_NANOS = 5_000_000;
    private static final int ALL_STATES = -1;

    private final KernelLane lane;
    private final Loss loss;
    private final boolean bound = showsBound(System.getProperty("os.version", ""));
    private final Queue<Wanted> wanted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    PortLooks(KernelLane lane, Loss loss) {
        this.lane = lane;
        this.loss = loss;
    }

    /// A look that somebody wants.
    private record Wanted(Endpoint asked, boolean listeners, TraceEvent event) {
    }

    /// A stage failed: where that is about a port of this machine it is to be looked at. Any thread.
    void failed(TraceEvent event, StageEvent.Failed failed) {
        Endpoint taken = failed.stage() == Stage.BIND && failed.failure().code() == ErrorCode.EADDRINUSE ? failed.failure().local() : null;
        boolean refused = failed.stage() == Stage.CONNECT && failed.failure().code() == ErrorCode.ECONNREFUSED
                && event.lane() == Lane.CLIENT;
        Endpoint asked = refused ? failed.failure().remote() : taken;
        if (asked != null && asked.port() != Endpoint.UNKNOWN_PORT && looks.incrementAndGet() <= MOST_LOOKS) {
            wanted.add(new Wanted(asked, refused, event));
        }
    }

    /// An attempt of this connection won: nobody asks any more why others were refused. Any thread.
    void won(int connection) {
        for (Iterator<Wanted> each = wanted.iterator(); each.hasNext();) {
            if (each.next().event().connection() == connection) {
                each.remove();
            }
        }
    }

    /// Looks at what waits for it.
    ///
    /// @param all what was asked for a moment ago included: another attempt may still win
    void look(boolean all) {
        for (Iterator<Wanted> each = wanted.iterator(); each.hasNext();) {
            Wanted next = each.next();
            if (all || lane.now() - next.event().at() > PATIENCE_NANOS) {
                each.remove();
                if (!next.listeners() || isHere(next.asked())) {
                    look(next);
                }
            }
        }
    }

    private void look(Wanted wanted) {
        try (SocketDiag diag = SocketDiag.open(TIMEOUT_NANOS)) {
            KernelEvent.PortLooked look = look(diag, wanted.asked(), wanted.listeners(), wanted.event().sequence());
            lane.record(lane.now(), wanted.event().connection(), wanted.event().attempt(), look);
        } catch (NativeException e) {
            loss.some("the sockets of port " + wanted.asked().port() + " could not be looked for: " + e.getMessage());
        }
    }

    private static boolean isHere(Endpoint remote) {
        return EndpointConversion.address(remote).isLoopbackAddress() || EndpointConversion.isOwn(remote);
    }

    /// The kernel has a list of its listeners, and walks a larger one for those that are bound and no more.
    private KernelEvent.PortLooked look(SocketDiag diag, Endpoint asked, boolean listeners, long cause) {
        List<DiagSocket> found = new ArrayList<>();
        boolean whole = dump(diag, asked, listeners ? 1 << DiagSocket.LISTEN : ALL_STATES, found);
        if (listeners && found.isEmpty()) {
            whole &= dump(diag, asked, 1 << DiagSocket.BOUND_INACTIVE, found);
        }
        List<DiagSocket> told = foremost(found);
        Map<Long, SocketOwners.Owner> owners = SocketOwners.of(told);
        List<PortHolder> holders = new ArrayList<>(told.size());
        for (DiagSocket socket : told) {
            SocketOwners.Owner owner = owners.get(socket.inode());
            holders.add(new PortHolder(SocketState.of(socket.state()), Endpoint.of(socket.local()),
                    socket.remote().getPort() == 0 ? null : Endpoint.of(socket.remote()), socket.v6Only(), socket.uid(), socket.inode(),
                    owner == null ? 0 : owner.process(), owner == null ? null : owner.program()));
        }
        return new KernelEvent.PortLooked(asked, listeners, holders, found.size() - told.size(), bound, whole, cause);
    }

    private static boolean dump(SocketDiag diag, Endpoint asked, int states, List<DiagSocket> found) {
        boolean whole = true;
        for (boolean ipv6 : new boolean[] {true, false}) {
            DiagSockets sockets = diag.dump(DiagRequest.dump(ipv6, states, asked.port(), 0), MOST_SOCKETS);
            for (DiagSocket socket : sockets.sockets()) {
                // Of those that are bound and no more the kernel gives all, whatever port was asked for (inet_diag_dump_icsk).
                if (socket.local().getPort() == asked.port()) {
                    found.add(socket);
                }
            }
            whole &= sockets.lack() == null;
        }
        return whole;
    }

    private static List<DiagSocket> foremost(List<DiagSocket> found) {
        List<DiagSocket> foremost = new ArrayList<>();
        for (int rank = 0; rank < RANKS; rank++) {
            for (DiagSocket socket : found) {
                if (foremost.size() < MOST_TOLD && rank(socket) == rank && SocketState.of(socket.state()) != null) {
                    foremost.add(socket);
                }
            }
        }
        return foremost;
    }

    /// Whoever listens comes first, and last what no program has any more.
    private static int rank(DiagSocket socket) {
        return switch (socket.state()) {
            case DiagSocket.LISTEN -> 0;
            case DiagSocket.CLOSE -> 1;
            case DiagSocket.TIME_WAIT -> 3;
            default -> 2;
        };
    }

    /// Tells whether a kernel of this version shows sockets which are bound and no more.
    static boolean showsBound(String version) {
        int dot = version.indexOf('.');
        int major = number(version, 0);
        return major > SHOWS_BOUND_MAJOR || major == SHOWS_BOUND_MAJOR && number(version, dot + 1) >= SHOWS_BOUND_MINOR;
    }

    private static int number(String text, int from) {
        int number = 0;
        for (int i = from; i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9' && number < 1000; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
