package dev.lifeline.analysis;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.analysis.socket.ListenerPlaces;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at the kernel's table, as far as they are about accept queues: a socket that is established and that no program holds
/// waits in one.
final class QueueLooks {

    /// Looks at the listener during one wait, at most: the latest say enough.
    private static final int MOST_LOOKS = 16;

    /// A socket that was seen in the queue.
    static final class Waiting {
        private final TraceEvent first;
        private final FourTuple tuple;
        private long last;
        private long end = -1;
        private boolean gone;
        private boolean taken;

        Waiting(TraceEvent first, FourTuple tuple) {
            this.first = first;
            this.tuple = tuple;
            this.last = first.at();
        }

        /// The look that saw it there first.
        TraceEvent first() {
            return first;
        }

        /// As the client sees it.
        FourTuple tuple() {
            return tuple;
        }

        /// Tells when it was last seen there.
        long last() {
            return last;
        }

        /// Tells when it was seen to have left the queue, or to be gone; -1 where that was never seen.
        long end() {
            return end;
        }

        /// Says if its end is that it was gone, whoever had it.
        boolean gone() {
            return gone;
        }

        /// Says if an accept of the trace brought it.
        boolean taken() {
            return taken;
        }
    }

    private final Map<Long, Waiting> byCookie = new HashMap<>();
    private final Map<FourTuple, ArrayDeque<Waiting>> byTuple = new HashMap<>();
    private final List<Waiting> all = new ArrayList<>();
    private final List<TraceEvent> listeners = new ArrayList<>();
    private final ListenerPlaces places = new ListenerPlaces();

    void seen(TraceEvent event, SocketSeen seen) {
        if (seen.end() != Lane.SERVER) {
            return;
        }
        Waiting waiting = byCookie.get(seen.socket().cookie());
        boolean there = queued(seen);
        if (waiting != null && waiting.end < 0 && seen.occasion() != Occasion.DESTROYED) {
            waiting.last = there ? event.at() : waiting.last;
            waiting.end = there ? -1 : event.at();
        } else if (waiting == null && there && seen.socket().state() == SocketState.ESTABLISHED) {
            begin(new Waiting(event, PacketFlows.key(seen.tuple().reversed())), seen.socket().cookie());
        }
    }

    /// Says if no program has it. From CLOSE_WAIT only a program's close leads on, and a FIN that a server's end sent was a program's:
    /// in other states the inode of 0 says that a program has closed it.
    private static boolean queued(SocketSeen seen) {
        SocketState state = seen.socket().state();
        return seen.socket().inode() == 0 && (state == SocketState.ESTABLISHED || state == SocketState.CLOSE_WAIT);
    }

    void gone(long at, SocketGone gone) {
        ArrayDeque<Waiting> same = gone.end() == Lane.SERVER ? byTuple.get(PacketFlows.key(gone.tuple().reversed())) : null;
        Waiting latest = same == null ? null : same.peekLast();
        if (latest != null && latest.end < 0) {
            latest.end = at;
            latest.gone = true;
        }
    }

    /// @param event a look at a listening socket
    void listener(TraceEvent event) {
        listeners.add(event);
        places.add(((ListenerSeen) event.body()).local());
    }

    private void begin(Waiting waiting, long cookie) {
        byCookie.put(cookie, waiting);
        all.add(waiting);
        ArrayDeque<Waiting> same = byTuple.get(waiting.tuple);
        if (same == null) {
            same = new ArrayDeque<>(1);
            byTuple.put(waiting.tuple, same);
        }
        same.add(waiting);
    }

    /// All of them, in the order in which they were first seen.
    List<Waiting> all() {
        return all;
    }

    /// Takes the one that an accept brought; `null` where none was seen in time to say how long it waited.
    ///
    /// @param tuple as the client sees it
    /// @param accept which brought it
    /// @param connection the number that the kernel's events of this connection carry
    Waiting take(FourTuple tuple, Span accept, int connection) {
        ArrayDeque<Waiting> same = byTuple.get(PacketFlows.key(tuple));
        if (same == null) {
            return null;
        }
        // Accepts come in the order of time: what left the queue before this one belongs to an earlier use of the tuple.
        Waiting waiting = same.peekFirst();
        while (waiting != null && waiting.end >= 0 && waiting.end < accept.start()) {
            same.removeFirst();
            waiting = same.peekFirst();
        }
        boolean late = waiting != null && waiting.first.at() > accept.end();
        if (waiting == null || (late && waiting.first.connection() != connection)) {
            return null;
        }
        same.removeFirst();
        waiting.taken = true;
        // The kernel was asked before accept, and its answer was stamped after it.
        return late ? null : waiting;
    }

    /// The look that found the queue deepest while a connection waited in it; `null` where none found anything in it.
    ///
    /// @param server the server's end of that connection
    ListenerSeen deepest(Endpoint server, long from, long until) {
        int low = 0;
        int high = listeners.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (listeners.get(middle).at() <= until) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        ListenerSeen deepest = null;
        for (int i = low - 1; i >= Math.max(0, low - MOST_LOOKS) && listeners.get(i).at() >= from; i--) {
            ListenerSeen seen = (ListenerSeen) listeners.get(i).body();
            if (seen.alone() && seen.queued() > 0 && (deepest == null || seen.queued() > deepest.queued())
                    && places.takes(seen.local(), server)) {
                deepest = seen;
            }
        }
        return deepest;
    }

    /// The places at which listeners were seen.
    ListenerPlaces places() {
        return places;
    }
}
