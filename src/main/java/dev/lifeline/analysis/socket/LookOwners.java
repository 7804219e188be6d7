package dev.lifeline.analysis.socket;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.HashMap;
import java.util.Map;

/// Finds the actor of a play whose socket a look shows, as far as the run has said so by then: nobody has a connection that is not accepted
/// yet. For one thread.
public final class LookOwners {

    private final Map<Integer, String> clients = new HashMap<>();
    private final Map<Integer, String> servers = new HashMap<>();
    private final Map<FourTuple, Integer> accepted = new HashMap<>();
    private final Map<Endpoint, String> listeners = new HashMap<>();

    /// Takes note of what an event says about owners.
    public void see(TraceEvent event) {
        if (event.body() instanceof PlayEvent.ConnectionOwned owned && !owned.datagrams() && event.connection() > 0) {
            (event.lane() == Lane.CLIENT ? clients : servers).put(event.connection(), owned.actor());
        } else if (event.body() instanceof PlayEvent.ActorPlaced placed) {
            listeners.put(placed.address(), placed.actor());
        } else if (event.body() instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Accepted taken) {
            accepted.put(taken.tuple(), event.connection());
        }
    }

    /// The actor whose socket a look shows; `null` where nobody is known to have it. The kernel's looks number connections as the clients do.
    public String of(TraceEvent look) {
        if (look.body() instanceof ListenerSeen listener) {
            return listeners.get(listener.local());
        }
        Lane end = look.body() instanceof SocketSeen seen ? seen.end() : look.body() instanceof SocketGone gone ? gone.end() : null;
        FourTuple tuple = look.body() instanceof SocketSeen seen ? seen.tuple() : look.body() instanceof SocketGone gone ? gone.tuple() : null;
        return end == Lane.CLIENT ? clients.get(look.connection()) : end == Lane.SERVER ? servers.get(accepted.getOrDefault(tuple, 0)) : null;
    }
}
