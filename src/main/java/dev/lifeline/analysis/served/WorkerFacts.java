package dev.lifeline.analysis.served;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.LoopEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words of the programs of servers with workers about each connection: how deep it stood in their queue, or which worker accepted it.
public final class WorkerFacts {

    private final Map<Integer, LoopEvent.WorkerQueued> queued = new HashMap<>();
    private final Map<Integer, LoopEvent.WorkerTook> took = new HashMap<>();

    private final List<Span> served = new ArrayList<>();

    /// @param stages the stages of the programs
    /// @param marks events without length
    public static WorkerFacts of(List<Span> stages, List<TraceEvent> marks) {
        WorkerFacts facts = new WorkerFacts();
        for (Span span : stages) {
            if (span.lane() == Lane.SERVER && (span.stage() == Stage.WORKER_QUEUE || span.stage() == Stage.HANDLER)) {
                facts.served.add(span);
            }
        }
        for (TraceEvent event : marks) {
            if (event.body() instanceof LoopEvent.WorkerQueued in) {
                facts.queued.put(event.connection(), in);
            } else if (event.body() instanceof LoopEvent.WorkerTook took) {
                facts.took.put(event.connection(), took);
            }
        }
        return facts;
    }

    /// Says if a server's program told of a queue for workers, or of work on a request.
    public boolean tell() {
        return !served.isEmpty();
    }

    /// The place of a connection of the server in the queue for its workers when it came there; `null` where it was in none.
    public LoopEvent.WorkerQueued queued(int connection) {
        return queued.get(connection);
    }

    /// Says for how long a connection of the server had been at a stage at a time, in nanoseconds; -1 where it was not.
    ///
    /// @param stage the worker queue, or the handler
    public long lasting(Stage stage, int connection, long at) {
        for (Span span : served) {
            if (span.stage() == stage && span.connection() == connection && span.start() <= at && span.end() >= at) {
                return at - span.start();
            }
        }
        return -1;
    }

    /// Sums up how much of a stretch of time a connection of the server was at a stage, in nanoseconds.
    ///
    /// @param stage the worker queue, or the handler
    public long within(Stage stage, int connection, long from, long to) {
        long sum = 0;
        for (Span span : served) {
            if (span.stage() == stage && span.connection() == connection) {
                sum += Math.max(0, Math.min(to, span.end()) - Math.max(from, span.start()));
            }
        }
        return sum;
    }

    /// The worker that accepted a connection itself; `null` where none did.
    public LoopEvent.WorkerTook took(int connection) {
        return took.get(connection);
    }
}
