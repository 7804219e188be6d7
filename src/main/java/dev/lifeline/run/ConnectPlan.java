package dev.lifeline.run;

import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import java.util.Objects;

/// Everything that is asked of a `trace connect`.
///
/// @param target where to; port 0 only together with a server of our own
/// @param server what the server in the same process does, or `null` for a target of somebody else
/// @param only the one family to use, or `null` for both
/// @param source the local address and port to connect from, or `null`; port 0 leaves the port to the kernel
/// @param personality whose rules the connection race follows
/// @param lookupTimeout nanoseconds
/// @param connectTimeout nanoseconds, all attempts together
/// @param script what to say and to expect once connected
/// @param count how many connections, one after the other
/// @param interval pause between them, in nanoseconds
/// @param evidence which sources take part
public record ConnectPlan(Target target, ServerPlan server, Family only, Endpoint source, Personality personality,
                          long lookupTimeout, long connectTimeout, Script script, int count, long interval,
                          EvidenceChoice evidence) {

    /// As many connections as one run makes at most.
    public static final int MAX_COUNT = 10_000;

    public ConnectPlan {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(personality, "personality");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(evidence, "evidence");
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException(count + " connections are outside 1 to " + MAX_COUNT);
        }
    }
}
