package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
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
        private long end = -1;
        private boolean taken;

        Waiting(TraceEvent first, FourTuple tuple) {
            this.first = first;
            this.tuple = tuple;
        }

        /// The look that saw it there first.
        TraceEvent first() {
            return first;
        }

        /// As the client sees it.
        FourTuple tuple() {
            return tuple;
        }

        /// Tells when it was seen to have left the queue; -1 where that was never seen.
        long end() {
            return end;
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

    void seen(TraceEvent event, SocketSeen seen) {
        if (seen.end() != Lane.SERVER) {
            return;
        }
        Waiting waiting = byCookie.get(seen.socket().cookie());
        if (waiting != null) {
            waiting.end = waiting.end < 0 && seen.socket().inode() != 0 ? event.at() : waiting.end;
        } else if (seen.socket().state() == SocketState.ESTABLISHED && seen.socket().inode() == 0) {
            begin(new Waiting(event, PacketFlows.key(seen.tuple().reversed())), seen.socket().cookie());
        }
    }

    void gone(long at, SocketGone gone) {
        ArrayDeque<Waiting> same = gone.end() == Lane.SERVER ? byTuple.get(PacketFlows.key(gone.tuple().reversed())) : null;
        Waiting latest = same == null ? null : same.peekLast();
        if (latest != null && latest.end < 0) {
            latest.end = at;
        }
    }

    /// @param event a look at a listening socket
    void listener(TraceEvent event) {
        listeners.add(event);
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
    /// @param port where the server listens
    ListenerSeen deepest(int port, long from, long until) {
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
            if (seen.local().port() == port && seen.queued() > 0 && (deepest == null || seen.queued() > deepest.queued())) {
                deepest = seen;
            }
        }
        return deepest;
    }
}
