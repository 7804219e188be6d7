package dev.lifeline.view;

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
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a trace by hand for the tests of views: times in microseconds, one lane speaking at a time.
public final class Life {

    private final List<TraceEvent> events = new ArrayList<>();
    private final List<TraceHeader.SourceStatus> sources = new ArrayList<>();
    private final Map<String, Long> open = new HashMap<>();
    private Lane lane = Lane.CLIENT;
    private int connection;
    private int attempt;

    public Life client(int ofConnection) {
        return speaks(Lane.CLIENT, ofConnection);
    }

    public Life server(int ofConnection) {
        return speaks(Lane.SERVER, ofConnection);
    }

    public Life kernel(int ofConnection) {
        return speaks(Lane.KERNEL, ofConnection);
    }

    /// Names a source of evidence that took part.
    public Life observedBy(String source) {
        sources.add(new TraceHeader.SourceStatus(source, true, "took part"));
        return this;
    }

    private Life speaks(Lane who, int ofConnection) {
        lane = who;
        connection = ofConnection;
        attempt = 0;
        return this;
    }

    Life attempt(int number) {
        attempt = number;
        return this;
    }

    public Life at(double micros, EventBody body) {
        event(micros, body);
        return this;
    }

    public Life begins(double micros, Stage stage, Endpoint local, Endpoint remote) {
        open.put(key(stage), event(micros, new StageEvent.Started(stage, local, remote)));
        return this;
    }

    public Life begins(double micros, Stage stage) {
        return begins(micros, stage, null, null);
    }

    public Life ends(double micros, Stage stage, Outcome outcome) {
        event(micros, new StageEvent.Finished(stage, open.remove(key(stage)), outcome));
        return this;
    }

    public Life fails(double micros, Stage stage, ErrorCode code, Operation operation, Endpoint local, Endpoint remote) {
        Failure failure = new Failure(code, operation, local, remote, null);
        event(micros, new StageEvent.Failed(stage, open.remove(key(stage)), failure));
        return this;
    }

    Life held(double fromMicros, double toMicros, Stage before, String reason) {
        long started = event(fromMicros, new HoldEvent.HoldStarted(before, reason));
        event(toMicros, new HoldEvent.HoldEnded(started));
        return this;
    }

    public Trace trace(TraceHeader.Mode mode, String target, int connections, boolean complete, TraceHeader.PlannedStage... plan) {
        TraceHeader header = new TraceHeader("0.1.0", Target.of(target), mode, Instant.parse("2026-01-02T03:04:05Z"), "System.nanoTime",
                Map.of("os", "Linux"), sources, List.of(plan), connections);
        return new Trace(header, events, complete);
    }

    private long event(double micros, EventBody body) {
        long sequence = events.size();
        Evidence evidence = body instanceof KernelEvent ? Evidence.KERNEL
                : body instanceof PacketEvent ? Evidence.PACKET : Evidence.APPLICATION;
        events.add(new TraceEvent(sequence, Math.round(micros * 1000), lane, evidence, connection, attempt, body));
        return sequence;
    }

    private String key(Stage stage) {
        return lane + "/" + connection + "/" + attempt + "/" + stage;
    }

    public static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
