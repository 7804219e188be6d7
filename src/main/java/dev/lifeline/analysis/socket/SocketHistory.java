package dev.lifeline.analysis.socket;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.List;

/// The looks at the sockets of one connection in the kernel's table, by time.
public final class SocketHistory {

    /// A look at a socket of one end.
    public record Look(long at, SocketSeen seen) {
    }

    private final List<Look> client = new ArrayList<>();
    private final List<Look> server = new ArrayList<>();
    private final List<TraceEvent> listener = new ArrayList<>();
    private final SocketSeen[] destroyed = new SocketSeen[Lane.values().length];
    private SocketGone clientGone;
    private SocketGone serverGone;

    /// All looks at the connection that the client made, or the server accepted; at any where neither is known.
    public SocketHistory(TraceIndex index) {
        FourTuple own = tuple(index.stages());
        // One socket at both ends was looked at twice: it is the client's.
        boolean itself = own != null && own.withItself();
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof SocketSeen seen && of(seen.tuple(), seen.end(), own)) {
                Lane end = itself ? Lane.CLIENT : seen.end();
                if (seen.occasion() == Occasion.DESTROYED) {
                    // Its state says nothing of the connection: TIME_WAIT has a smaller socket of its own, which lives on.
                    destroyed[end.ordinal()] = seen;
                } else {
                    (end == Lane.CLIENT ? client : server).add(new Look(mark.at(), seen));
                }
            } else if (mark.body() instanceof SocketGone gone && of(gone.tuple(), gone.end(), own)) {
                boolean clients = itself || gone.end() == Lane.CLIENT;
                clientGone = clients ? gone : clientGone;
                serverGone = clients ? serverGone : gone;
            } else if (mark.body() instanceof ListenerSeen seen && (own == null || index.listeners().takes(seen.local(), own.remote()))) {
                listener.add(mark);
            }
        }
    }

    private static FourTuple tuple(List<Span> spans) {
        FourTuple accepted = null;
        for (Span span : spans) {
            if (span.outcome() instanceof Outcome.Connected connected) {
                return connected.tuple();
            } else if (span.outcome() instanceof Outcome.Accepted first && accepted == null) {
                accepted = first.tuple().reversed();
            }
        }
        return accepted;
    }

    /// Ports suffice, and have no zones.
    private static boolean of(FourTuple tuple, Lane end, FourTuple own) {
        FourTuple clients = end == Lane.CLIENT ? tuple : tuple.reversed();
        return own == null || clients.local().port() == own.local().port() && clients.remote().port() == own.remote().port();
    }

    public boolean isEmpty() {
        return client.isEmpty() && server.isEmpty() && clientGone == null && serverGone == null;
    }

    /// The last look at an end up to a time, or `null`.
    public Look last(Lane end, long from, long until) {
        List<Look> looks = end == Lane.CLIENT ? client : server;
        for (int i = looks.size() - 1; i >= 0 && looks.get(i).at() >= from; i--) {
            if (looks.get(i).at() <= until) {
                return looks.get(i);
            }
        }
        return null;
    }

    /// Finds the look at the client's end that belongs to one at the server's: for the same reason, else the last one before it;
    /// `null` where there is neither.
    public Look clientBeside(Look seen) {
        long cause = seen.seen().cause();
        for (int i = client.size() - 1; i >= 0 && cause >= 0; i--) {
            if (client.get(i).seen().cause() == cause) {
                return client.get(i);
            }
        }
        return last(Lane.CLIENT, 0, seen.at());
    }

    /// The last look that found the server's end established and in no program's hands, or `null`.
    public Look notAccepted(long from, long until) {
        for (int i = server.size() - 1; i >= 0 && server.get(i).at() >= from; i--) {
            Look look = server.get(i);
            SocketSnapshot socket = look.seen().socket();
            if (look.at() <= until && socket.inode() == 0 && socket.state() == SocketState.ESTABLISHED) {
                return look;
            }
        }
        return null;
    }

    /// Tells when the server's end was found half open although the client's end had been established already; -1 where it never
    /// was.
    public long halfOpen() {
        long established = Long.MAX_VALUE;
        for (Look look : client) {
            if (look.seen().socket().state() == SocketState.ESTABLISHED) {
                established = look.at();
                break;
            }
        }
        for (Look look : server) {
            SocketState state = look.seen().socket().state();
            if (look.at() > established && state.halfOpen()) {
                return look.at();
            }
        }
        return -1;
    }

    /// The look that found the accept queue deepest, the last of several, or `null`.
    public ListenerSeen deepest(long from, long until) {
        ListenerSeen deepest = null;
        for (TraceEvent event : listener) {
            ListenerSeen seen = (ListenerSeen) event.body();
            if (event.at() >= from && event.at() <= until && (deepest == null || seen.queued() >= deepest.queued())) {
                deepest = seen;
            }
        }
        return deepest;
    }

    /// The last that was seen of an end with figures of its connection, or `null`.
    public SocketSeen lastWithInfo(Lane end) {
        SocketSeen before = null;
        for (Look look : end == Lane.CLIENT ? client : server) {
            before = figuresOf(look.seen(), before) ? look.seen() : before;
        }
        SocketSeen atLast = destroyed[end.ordinal()];
        return atLast != null && figuresOf(atLast, before) ? atLast : before;
    }

    /// @param before what was seen with figures before, perhaps of another socket; or `null`
    private static boolean figuresOf(SocketSeen seen, SocketSeen before) {
        boolean same = before != null && before.socket().cookie() == seen.socket().cookie();
        return seen.socket().info() != null && !seen.socket().info().wipedAfter(same ? before.socket().info() : null);
    }

    /// The last state of an end before it went, or `null` where it was not seen to go.
    public SocketState gone(Lane end) {
        SocketGone gone = end == Lane.CLIENT ? clientGone : serverGone;
        if (gone != null) {
            return gone.last();
        }
        Look look = last(end, 0, Long.MAX_VALUE);
        SocketState state = look == null ? null : look.seen().socket().state();
        return destroyed[end.ordinal()] == null || state == SocketState.TIME_WAIT ? null : state;
    }
}
