package dev.lifeline.analysis.life;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.PortLooked;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The evidence of the kernel and the wire by which lives are told apart, by connection; read in one pass.
final class LifeEvidence {

    /// Looks behind the end of a stage among which the one is that its end was the reason for.
    private static final int MOST_BEHIND = 16;

    private final TraceIndex index;
    private final Map<Integer, List<TraceEvent>> byConnection = new HashMap<>();
    private final List<TraceEvent> listeners = new ArrayList<>();
    private final boolean wholeWire;

    LifeEvidence(TraceIndex index) {
        this.index = index;
        for (TraceEvent event : index.kernel()) {
            if (event.body() instanceof ListenerSeen) {
                listeners.add(event);
            } else if (event.body() instanceof ErrorOrigin || event.body() instanceof ErrorSeen || event.body() instanceof PortLooked
                    || event.body() instanceof RouteAnswered || event.body() instanceof SocketSeen) {
                add(event);
            }
        }
        wholeWire = index.packetsWhole();
    }

    private void add(TraceEvent event) {
        List<TraceEvent> same = byConnection.get(event.connection());
        if (same == null) {
            same = new ArrayList<>();
            byConnection.put(event.connection(), same);
        }
        same.add(event);
    }

    /// Events of a connection, but for packets; by time.
    List<TraceEvent> of(int connection) {
        return byConnection.getOrDefault(connection, List.of());
    }

    /// Says if packets tell all of it: see [TraceIndex#packetsWhole].
    boolean wholeWire() {
        return wholeWire;
    }

    /// The last look at the listener of a server's end during a stage, or for the reason that the stage ended; `null` where there was none.
    ListenerSeen listener(Endpoint server, Span stage) {
        for (int i = after(stage); i >= 0 && listeners.get(i).at() >= stage.start(); i--) {
            ListenerSeen seen = (ListenerSeen) listeners.get(i).body();
            boolean counts = listeners.get(i).at() <= stage.end()
                    || stage.ended() != null && seen.cause() >= 0 && seen.cause() == stage.ended().sequence();
            if (counts && seen.alone() && index.listeners().takes(seen.local(), server)) {
                return seen;
            }
        }
        return null;
    }

    /// The last of the looks that may have been made because a stage ended: a few behind its end.
    private int after(Span stage) {
        int low = 0;
        int high = listeners.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (listeners.get(middle).at() <= stage.end()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(listeners.size() - 1, low + MOST_BEHIND);
    }
}
