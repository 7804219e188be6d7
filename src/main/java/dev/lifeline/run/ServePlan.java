package dev.lifeline.run;

import dev.lifeline.model.Target;
import java.util.Objects;

/// Everything that is asked of a `trace serve`.
///
/// @param target the loopback name or address to listen on, with its port; port 0 takes any free one
/// @param server how to answer
/// @param maxConnections the server ends after this many connections; it is also the bound of what is recorded
/// @param idleTimeout a client that says nothing for this long is closed, in nanoseconds
/// @param evidence which sources take part
public record ServePlan(Target target, ServerPlan server, int maxConnections, long idleTimeout, EvidenceChoice evidence) {

    /// Connections unless told otherwise, and at most.
    public static final int DEFAULT_CONNECTIONS = 1_000;
    /// The largest number of connections that one run records.
    public static final int MAX_CONNECTIONS = 10_000;

    public ServePlan {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(evidence, "evidence");
    }
}
