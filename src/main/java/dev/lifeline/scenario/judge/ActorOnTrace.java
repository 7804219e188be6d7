package dev.lifeline.scenario.judge;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.scenario.action.ActorKind;
import java.util.List;
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
}
