package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.protocol.Scheme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A trace written down by hand: each event comes 100 us after the one before.
public final class TraceBuilder {

    static final long STEP = 100_000;
    public static final Endpoint CLIENT_END = new Endpoint("127.0.0.1", 40000);
    public static final Endpoint SERVER_END = new Endpoint("127.0.0.1", 7007);

    private final Mode mode;
    private final String target;
    private final List<TraceEvent> events = new ArrayList<>();
    private final List<PlannedStage> plan = new ArrayList<>();
    private final List<SourceStatus> sources = new ArrayList<>();
    private long now;
    private int connections = 1;
    private Scheme scheme = Scheme.TCP;
    private boolean complete = true;

    public TraceBuilder(Mode mode, String target) {
        this.mode = mode;
        this.target = target;
    }

    /// The protocols that were asked for.
    public TraceBuilder scheme(Scheme asked) {
        scheme = asked;
        return this;
    }

    public static TraceBuilder client(String target) {
        return new TraceBuilder(Mode.CLIENT, target);
    }

    public static TraceBuilder loopback() {
        return new TraceBuilder(Mode.LOOPBACK, "localhost:7007")
                .planned(Lane.CLIENT, Stage.CONNECT).planned(Lane.CLIENT, Stage.CLOSE);
    }

    public TraceBuilder planned(Lane lane, Stage stage) {
        plan.add(new PlannedStage(lane, stage));
        return this;
    }

    public TraceBuilder connections(int count) {
        connections = count;
        return this;
    }

    public TraceBuilder brokenOff() {
        complete = false;
        return this;
    }

    public TraceBuilder pause(long nanos) {
        now += nanos - STEP;
        return this;
    }

    /// The next event happens then, in nanoseconds since the origin.
    public TraceBuilder at(long nanos) {
        now = nanos;
        return this;
    }

    /// A source of evidence took part.
    public TraceBuilder source(String name) {
        sources.add(new SourceStatus(name, true, "works"));
        return this;
    }

    /// Adds an event of the kernel, in its own lane; it costs no time.
    public TraceBuilder kernel(KernelEvent body) {
        return said(Evidence.KERNEL, body);
    }

    /// A packet of attempt 1, in the kernel's lane; it costs no time.
    public TraceBuilder packet(PacketEvent body) {
        return said(Evidence.PACKET, body);
    }

    /// A SYN of attempt 1 left for another end than it was asked for.
    public TraceBuilder sentOn(Endpoint asked, Endpoint sentTo) {
        return said(Evidence.PACKET, new KernelEvent.Translated(asked, sentTo));
    }

    private TraceBuilder said(Evidence grade, EventBody body) {
        events.add(new TraceEvent(events.size(), now, Lane.KERNEL, grade, 1, 1, body));
        return this;
    }

    /// The number of the event that came last.
    public long last() {
        return events.size() - 1;
    }

    public TraceBuilder event(Lane lane, int connection, int attempt, EventBody body) {
        events.add(new TraceEvent(events.size(), now, lane, Evidence.APPLICATION, connection, attempt, body));
        now += STEP;
        return this;
    }

    public TraceBuilder started(Lane lane, int connection, int attempt, Stage stage, Endpoint local, Endpoint remote) {
        return event(lane, connection, attempt, new StageEvent.Started(stage, local, remote));
    }

    public TraceBuilder finished(Lane lane, int connection, int attempt, Stage stage, Outcome outcome) {
        return event(lane, connection, attempt, new StageEvent.Finished(stage, start(lane, connection, attempt, stage), outcome));
    }

    public TraceBuilder done(Lane lane, Stage stage, Outcome outcome) {
        return started(lane, 1, 0, stage, null, null).finished(lane, 1, 0, stage, outcome);
    }

    public TraceBuilder failed(Lane lane, int connection, int attempt, Stage stage, ErrorCode code, Endpoint local,
            Endpoint remote) {
        Failure failure = new Failure(code, operation(stage), local, remote, "text of " + code);
        return event(lane, connection, attempt, new StageEvent.Failed(stage, start(lane, connection, attempt, stage), failure));
    }

    /// A stage that begins and fails 100 us later.
    public TraceBuilder fails(Lane lane, int connection, int attempt, Stage stage, ErrorCode code, Endpoint local,
            Endpoint remote) {
        return started(lane, connection, attempt, stage, local, remote).failed(lane, connection, attempt, stage, code,
                local, remote);
    }

    public TraceBuilder connected() {
        return connected(CLIENT_END, SERVER_END);
    }

    public TraceBuilder connected(Endpoint local, Endpoint remote) {
        return started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, remote)
                .finished(Lane.CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(local, remote)));
    }

    public TraceBuilder accepted() {
        return done(Lane.SERVER, Stage.ACCEPT, new Outcome.Accepted(new FourTuple(SERVER_END, CLIENT_END), 1, 1));
    }

    public TraceBuilder reads(Lane lane, String text) {
        Bytes bytes = Bytes.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return started(lane, 1, 0, Stage.FIRST_BYTE, null, null).event(lane, 1, 0, new StreamEvent.ChunkRead(bytes))
                .finished(lane, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(bytes, 1, Ending.COMPLETE));
    }

    public TraceBuilder writes(Lane lane, long count) {
        return started(lane, 1, 0, Stage.WRITE, null, null).event(lane, 1, 0, new StreamEvent.ChunkWritten(count, count))
                .finished(lane, 1, 0, Stage.WRITE, new Outcome.Moved(new Bytes(count, "", false), 1, Ending.COMPLETE));
    }

    public TraceBuilder lookedUp(String... addresses) {
        return done(Lane.CLIENT, Stage.LOOKUP,
                new Outcome.Answers(LookupSource.RESOLVER, List.of(addresses), List.of(addresses)));
    }

    public TraceBuilder closed(Lane lane, CloseKind how, long read, long written) {
        return done(lane, Stage.CLOSE, new Outcome.Closed(how, Lane.CLIENT, read, written));
    }

    public Trace build() {
        TraceHeader header = new TraceHeader("test", Target.of(target).scheme(scheme), mode, Instant.EPOCH, "fake", Map.of(), sources, plan,
                connections);
        return new Trace(header, events, complete);
    }

    private long start(Lane lane, int connection, int attempt, Stage stage) {
        for (TraceEvent event : events.reversed()) {
            if (event.lane() == lane && event.connection() == connection && event.attempt() == attempt
                    && event.body() instanceof StageEvent.Started started && started.stage() == stage) {
                return event.sequence();
            }
        }
        return -1;
    }

    private static Operation operation(Stage stage) {
        return switch (stage) {
            case LOOKUP -> Operation.GETADDRINFO;
            case ROUTE -> Operation.ROUTE;
            case BIND -> Operation.BIND;
            case CONNECT, HANDSHAKE -> Operation.CONNECT;
            case ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE -> Operation.ACCEPT;
            case WRITE -> Operation.WRITE;
            case TLS -> Operation.HANDSHAKE;
            case FIRST_BYTE, DATA, REQUEST, HANDLER, RESPONSE, IDLE, PROTOCOL -> Operation.READ;
            case CLOSE -> Operation.CLOSE;
        };
    }
}
