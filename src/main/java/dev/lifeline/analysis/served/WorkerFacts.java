package dev.lifeline.analysis.served;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Words of the programs of servers with workers about each connection: how deep it stood in their queue, or which worker accepted it.
public final class WorkerFacts {

    private final Map<Integer, LoopEvent.WorkerQueued> queued = new HashMap<>();
    private final Map<Integer, LoopEvent.WorkerTook> took = new HashMap<>();

    private final List<Span> served = new ArrayList<>();
    private final List<Load> loads = new ArrayList<>();

    /// The workers of a server after one of them took or left a connection.
    ///
    /// @param at nanoseconds since the origin
    /// @param connection the one of the server that it took or left
    /// @param busy workers that have a connection from then on
    /// @param workers that there are
    public record Load(long at, int connection, int busy, int workers) {
    }

    /// @param stages the stages of the programs
    /// @param marks events without length
    public static WorkerFacts of(List<Span> stages, List<TraceEvent> marks) {
        WorkerFacts facts = new WorkerFacts();
        for (Span span : stages) {
            if (span.lane() == Lane.SERVER && (span.stage() == Stage.WORKER_QUEUE || span.stage() == Stage.HANDLER)) {
                facts.served.add(span);
                if (span.outcome() instanceof Outcome.Taken taken) {
                    facts.loads.add(new Load(span.end(), span.connection(), taken.busy(), taken.workers()));
                }
            }
        }
        for (TraceEvent event : marks) {
            if (event.body() instanceof LoopEvent.WorkerQueued in) {
                facts.queued.put(event.connection(), in);
            } else if (event.body() instanceof LoopEvent.WorkerTook took) {
                facts.took.put(event.connection(), took);
                facts.loads.add(new Load(event.at(), event.connection(), took.busy(), took.workers()));
            } else if (event.body() instanceof LoopEvent.WorkerFreed freed) {
                facts.loads.add(new Load(event.at(), event.connection(), freed.busy(), freed.workers()));
            }
        }
        return facts;
    }

    /// Says if a server's program told of its workers, or of work on a request.
    public boolean tell() {
        return !served.isEmpty() || !loads.isEmpty();
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

    /// Finds how busy the workers of a server were at a time; `null` where its program does not tell.
    ///
    /// @param ofServer says if a connection is one of that server
    public Load load(IntPredicate ofServer, long at) {
        Load last = null;
        for (Load each : loads) {
            if (each.at() <= at && (last == null || each.at() >= last.at()) && ofServer.test(each.connection())) {
                last = each;
            }
        }
        return last;
    }

    /// The worker that accepted a connection itself; `null` where none did.
    public LoopEvent.WorkerTook took(int connection) {
        return took.get(connection);
    }
}
