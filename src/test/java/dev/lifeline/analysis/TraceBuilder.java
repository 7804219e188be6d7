package dev.lifeline.analysis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Builds traces by hand, for tests. Times are microseconds, because that is how one thinks of a connection on loopback.
public final class TraceBuilder {

    private final List<TraceEvent> events = new ArrayList<>();
    private final List<TraceHeader.PlannedStage> plan = new ArrayList<>();
    private final String target;
    private final TraceHeader.Mode mode;
    private int connections = 1;
    private int connection = 1;
    private int attempt;
    private boolean complete = true;

    public TraceBuilder(String target, TraceHeader.Mode mode) {
        this.target = target;
        this.mode = mode;
    }

    public TraceBuilder plan(Lane lane, Stage... stages) {
        for (Stage stage : stages) {
            plan.add(new TraceHeader.PlannedStage(lane, stage));
        }
        return this;
    }

    public TraceBuilder connections(int count) {
        connections = count;
        return this;
    }

    /// What follows belongs to this connection of its lane.
    public TraceBuilder connection(int number) {
        connection = number;
        return this;
    }

    /// What follows belongs to this attempt.
    public TraceBuilder attempt(int number) {
        attempt = number;
        return this;
    }

    public TraceBuilder breaksOff() {
        complete = false;
        return this;
    }

    public TraceBuilder mark(double micros, Lane lane, EventBody body) {
        add(micros, lane, body);
        return this;
    }

    /// A stage that finished.
    public TraceBuilder done(Lane lane, Stage stage, double from, double to, Outcome outcome) {
        long started = add(from, lane, new StageEvent.Started(stage, null, null));
        add(to, lane, new StageEvent.Finished(stage, started, outcome));
        return this;
    }

    /// A stage that failed.
    public TraceBuilder failed(Lane lane, Stage stage, double from, double to, Failure failure) {
        long started = add(from, lane, new StageEvent.Started(stage, failure.local(), failure.remote()));
        add(to, lane, new StageEvent.Failed(stage, started, failure));
        return this;
    }

    /// A stage that was under way when the trace ended.
    public TraceBuilder open(Lane lane, Stage stage, double from, Endpoint remote) {
        return mark(from, lane, new StageEvent.Started(stage, null, remote));
    }

    public TraceBuilder skipped(Lane lane, Stage stage, double at, String reason) {
        return mark(at, lane, new StageEvent.Skipped(stage, reason));
    }

    /// Brings the events into the order of time, in which a recording has them.
    public TraceBuilder inOrder() {
        events.sort(Comparator.comparingLong(TraceEvent::at));
        return this;
    }

    public Trace trace() {
        return new Trace(new TraceHeader("test", Target.of(target), mode, Instant.EPOCH, "fake", Map.of(), List.of(), plan, connections),
                events, complete);
    }

    public static Failure failure(ErrorCode code, Operation operation, Endpoint local, Endpoint remote) {
        return new Failure(code, operation, local, remote, null);
    }

    /// Adds an event and gives its sequence number.
    public long add(double micros, Lane lane, EventBody body) {
        long sequence = events.size();
        Evidence evidence = body instanceof PacketEvent ? Evidence.PACKET
                : body instanceof KernelEvent ? Evidence.KERNEL : Evidence.APPLICATION;
        events.add(new TraceEvent(sequence, Math.round(micros * 1_000), lane, evidence, connection, attempt, body));
        return sequence;
    }
}
