package dev.lifeline.analysis.served;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.LoopEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words of the programs of servers with workers about each connection: how deep it stood in their queue, or which worker accepted it.
public final class WorkerFacts {

    private final Map<Integer, LoopEvent.WorkerQueued> queued = new HashMap<>();
    private final Map<Integer, LoopEvent.WorkerTook> took = new HashMap<>();

    /// @param marks events without length
    public static WorkerFacts of(List<TraceEvent> marks) {
        WorkerFacts facts = new WorkerFacts();
        for (TraceEvent event : marks) {
            if (event.body() instanceof LoopEvent.WorkerQueued in) {
                facts.queued.put(event.connection(), in);
            } else if (event.body() instanceof LoopEvent.WorkerTook took) {
                facts.took.put(event.connection(), took);
            }
        }
        return facts;
    }

    /// The place of a connection of the server in the queue for its workers when it came there; `null` where it was in none.
    public LoopEvent.WorkerQueued queued(int connection) {
        return queued.get(connection);
    }

    /// The worker that accepted a connection itself; `null` where none did.
    public LoopEvent.WorkerTook took(int connection) {
        return took.get(connection);
    }
}
