package dev.lifeline.analysis.socket;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.PlayEvent.StepEnded;
import dev.lifeline.model.event.PlayEvent.StepStarted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The sockets of a play as one look found them when a step with a label had ended.
///
/// @param label what the scenario calls the step
/// @param ended when the step ended, in nanoseconds since the origin
/// @param at when the last of the sockets was looked at
/// @param ends the ends of connections, the client's before the server's
/// @param listeners the listening sockets
public record LabelMoment(String label, long ended, long at, List<End> ends, List<Listener> listeners) {

    /// One end of a connection.
    ///
    /// @param end whose
    /// @param name what expectations call it: `client`, `peer`, `client's server end` where no program has accepted it under a name
    /// @param socket as it was found; `null` where it was gone
    public record End(Lane end, String name, SocketSnapshot socket) {
    }

    /// A listening socket.
    ///
    /// @param name whose, or its address where that is nobody of the play
    public record Listener(String name, ListenerSeen seen) {
    }

    public LabelMoment {
        ends = List.copyOf(ends);
        listeners = List.copyOf(listeners);
    }

    /// Lists the moments of a play in the order of its steps' ends: those whose end asked for a look, and steps that look
    /// themselves.
    public static List<LabelMoment> of(TraceIndex index) {
        return new Finder(index).all();
    }

    /// Tells whether the scenario's word for what a step does is one whose look is at all sockets: what a step of a program causes
    /// is a look at its own.
    private static boolean looks(StepStarted step) {
        return step.action().equals("look") || step.action().startsWith("await-");
    }

    private record Finder(TraceIndex index) {

        List<LabelMoment> all() {
            Map<Integer, TraceEvent> begun = new HashMap<>();
            List<LabelMoment> moments = new ArrayList<>();
            for (TraceEvent event : index.play()) {
                if (event.body() instanceof StepStarted step && step.label() != null) {
                    begun.put(step.number(), event);
                } else if (event.body() instanceof StepEnded step && begun.get(step.number()) instanceof TraceEvent start) {
                    add(start, event, moments);
                }
            }
            return moments;
        }

        private void add(TraceEvent start, TraceEvent end, List<LabelMoment> moments) {
            StepStarted step = (StepStarted) start.body();
            long first = looks(step) ? start.sequence() : end.sequence();
            Map<Long, TraceEvent> ends = new TreeMap<>();
            Map<Endpoint, TraceEvent> listeners = new HashMap<>();
            long at = -1;
            for (TraceEvent event : index.kernel()) {
                long cause = cause(event);
                if (cause < 0 || cause < first || cause > end.sequence() || cause < end.sequence() && event.at() > end.at()) {
                    continue;
                }
                at = Math.max(at, event.at());
                if (event.body() instanceof ListenerSeen seen) {
                    listeners.put(seen.local(), event);
                } else {
                    ends.put(2L * event.connection() + (lane(event) == Lane.CLIENT ? 0 : 1), event);
                }
            }
            if (at >= 0) {
                moments.add(new LabelMoment(step.label(), end.at(), at, ends(ends.values(), at), listeners(listeners.values())));
            }
        }

        private static long cause(TraceEvent event) {
            return event.body() instanceof SocketSeen seen ? seen.cause() : event.body() instanceof SocketGone gone ? gone.cause()
                    : event.body() instanceof ListenerSeen seen ? seen.cause() : -1;
        }

        private static Lane lane(TraceEvent look) {
            return look.body() instanceof SocketSeen seen ? seen.end() : ((SocketGone) look.body()).end();
        }

        private List<End> ends(Collection<TraceEvent> looks, long at) {
            List<End> ends = new ArrayList<>();
            for (TraceEvent look : looks) {
                ends.add(new End(lane(look), name(lane(look), look.connection(), at, several(looks, look, at)),
                        look.body() instanceof SocketSeen seen ? seen.socket() : null));
            }
            return ends;
        }

        /// Says if the owner of an end has another one, as a loop or a pool has: its name would stand for both.
        private boolean several(Collection<TraceEvent> looks, TraceEvent look, long at) {
            String own = owner(lane(look), number(look), at);
            for (TraceEvent other : looks) {
                if (own != null && other != look && own.equals(owner(lane(other), number(other), at))) {
                    return true;
                }
            }
            return false;
        }

        /// The number that the connection has on the side of a look; 0 where it has none.
        private int number(TraceEvent look) {
            Ends ends = index.connections().numbered(look.connection());
            return ends == null ? 0 : lane(look) == Lane.CLIENT ? ends.client() : ends.server();
        }

        private String name(Lane end, int number, long at, boolean several) {
            Ends ends = index.connections().numbered(number);
            String client = ends == null ? null : owner(Lane.CLIENT, ends.client(), at);
            String server = ends == null ? null : owner(Lane.SERVER, ends.server(), at);
            String own = end == Lane.CLIENT ? client : server;
            String other = end == Lane.CLIENT ? server : client;
            if (own == null && other == null) {
                return end.label() + " " + number;
            }
            boolean alone = own != null && !own.equals(other) && (!several || other == null);
            return alone ? own : (other == null ? own : other) + "'s " + end.label() + " end";
        }

        /// Finds whose a connection was by then; `null` where it was nobody's yet.
        private String owner(Lane lane, int number, long at) {
            for (TraceEvent event : index.play()) {
                if (event.body() instanceof PlayEvent.ConnectionOwned owned && !owned.datagrams() && number > 0
                        && event.lane() == lane && event.connection() == number && event.at() <= at) {
                    return owned.actor();
                }
            }
            return null;
        }

        private List<Listener> listeners(Collection<TraceEvent> looks) {
            List<Listener> listeners = new ArrayList<>();
            for (TraceEvent look : looks) {
                ListenerSeen seen = (ListenerSeen) look.body();
                listeners.add(new Listener(name(seen.local()), seen));
            }
            listeners.sort((one, other) -> one.name().compareTo(other.name()));
            return listeners;
        }

        private String name(Endpoint listener) {
            String name = listener.toString();
            for (TraceEvent event : index.play()) {
                if (event.body() instanceof PlayEvent.ActorPlaced placed && placed.address().equals(listener)) {
                    name = placed.actor();
                }
            }
            return name;
        }
    }
}
