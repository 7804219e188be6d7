package dev.lifeline.run;

import dev.lifeline.server.Behaviour;
import java.util.Objects;

/// The loopback server of a run.
///
/// @param behaviour how it answers
/// @param backlog the length asked for of its accept queue
public record ServerPlan(Behaviour behaviour, int backlog) {

    public ServerPlan {
        Objects.requireNonNull(behaviour, "behaviour");
    }
}
