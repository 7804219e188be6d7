package dev.lifeline.run;

import dev.lifeline.server.Behaviour;
import java.util.Objects;

/// What the loopback server of a run does.
///
/// @param behaviour how it answers
/// @param backlog the length asked for of its accept queue
public record ServerPlan(Behaviour behaviour, int backlog) {

    public ServerPlan {
        Objects.requireNonNull(behaviour, "behaviour");
    }
}
