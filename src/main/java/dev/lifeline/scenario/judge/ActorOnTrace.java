package dev.lifeline.scenario.judge;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.scenario.action.ActorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Place of an actor's events in a trace.
///
/// @param kind its kind
/// @param connections its own connections by lane and number, in the order in which it got them: those that a client opened, the
///     one that a name given by `as` stands for, all that a loop or a server accepted, both sides of those of a relay; a udp
///     socket has one in lane CLIENT
/// @param listener where it listens, or meant to; `null` for what does not. Several listeners share connection number 0 of their
///     lane: this tells them apart
public record ActorOnTrace(ActorKind kind, List<Own> connections, Endpoint listener) {

    /// A connection of an actor.
    ///
    /// @param lane in whose lane the actor's own events stand
    /// @param connection its number there, from 1
    public record Own(Lane lane, int connection) {
        public Own {
            Objects.requireNonNull(lane, "lane");
        }
    }

    public ActorOnTrace {
        Objects.requireNonNull(kind, "kind");
        connections = List.copyOf(connections);
    }

    /// Tells whether an event is of one of its own connections.
    public boolean owns(TraceEvent event) {
        for (Own own : connections) {
            if (own.lane() == event.lane() && own.connection() == event.connection()) {
                return true;
            }
        }
        return false;
    }

    /// Finds the actors of a play, by their names.
    ///
    /// @param events of the play, as far as it has come
    public static Map<String, ActorOnTrace> all(List<TraceEvent> events) {
        Map<String, ActorKind> kinds = new HashMap<>();
        Map<String, Endpoint> places = new HashMap<>();
        Map<String, List<Own>> connections = new HashMap<>();
        for (TraceEvent event : events) {
            if (event.body() instanceof PlayEvent.ActorJoined joined && ActorKind.named(joined.role()) instanceof ActorKind kind) {
                kinds.put(joined.actor(), kind);
            } else if (event.body() instanceof PlayEvent.ActorPlaced placed) {
                places.put(placed.actor(), placed.address());
            } else if (event.body() instanceof PlayEvent.ConnectionOwned owned) {
                Own own = new Own(event.lane(), event.connection());
                if (owned.acceptedBy() == null) {
                    connections.computeIfAbsent(owned.actor(), name -> new ArrayList<>()).add(own);
                } else {
                    // A name stands for one connection; the server has all that it accepted.
                    connections.put(owned.actor(), new ArrayList<>(List.of(own)));
                    connections.computeIfAbsent(owned.acceptedBy(), name -> new ArrayList<>()).add(own);
                }
            }
        }
        Map<String, ActorOnTrace> actors = new HashMap<>();
        kinds.forEach((name, kind) -> actors.put(name,
                new ActorOnTrace(kind, connections.getOrDefault(name, List.of()), places.get(name))));
        return actors;
    }
}
