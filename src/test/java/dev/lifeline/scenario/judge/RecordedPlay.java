package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A play put together by hand, as the engine would leave it behind: a client and a server whose connection is client's 1 and
/// server's 2, so that a check that mixes the numbers up is found out. Times are milliseconds.
final class RecordedPlay {

    static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    static final Endpoint CLIENT = new Endpoint("127.0.0.1", 50000);
    static final FourTuple TUPLE = new FourTuple(CLIENT, SERVER);

    private static final long MILLI = 1_000_000;

    private final List<TraceEvent> events = new ArrayList<>();
    private final Map<String, StepMark> marks = new HashMap<>();
    private final Map<String, ActorOnTrace> actors = new HashMap<>(Map.of(
            "server", new ActorOnTrace(ActorKind.SERVER, List.of(), SERVER),
            "client", new ActorOnTrace(ActorKind.CLIENT, List.of(new Own(Lane.CLIENT, 1)), null),
            "peer", new ActorOnTrace(ActorKind.CONNECTION, List.of(new Own(Lane.SERVER, 2)), null)));
    private final List<TraceHeader.SourceStatus> sources = new ArrayList<>();
    private long sequence;
    private Verdict verdict = verdict(Verdict.Result.COMPLETED, null, null);

    /// With these sources of evidence.
    static RecordedPlay with(String... sources) {
        RecordedPlay play = new RecordedPlay();
        for (String source : sources) {
            play.sources.add(new TraceHeader.SourceStatus(source, true, "took part"));
        }
        return play;
    }

    static Verdict verdict(Verdict.Result result, Stage stage, ErrorCode code) {
        return new Verdict(result, stage, null, code, null, null, null, "it happened", "something", "nothing", null);
    }

    RecordedPlay missing(String source, String reason) {
        sources.add(new TraceHeader.SourceStatus(source, false, reason));
        return this;
    }

    RecordedPlay judged(Verdict other) {
        verdict = other;
        return this;
    }

    RecordedPlay actor(String name, ActorOnTrace actor) {
        actors.put(name, actor);
        return this;
    }

    RecordedPlay step(String label, long from, long to) {
        marks.put(label, new StepMark(sequence, sequence + 1, from * MILLI, to * MILLI));
        return this;
    }

    /// A step whose end has the next sequence number, so that looks can name it.
    ///
    /// @param looked when the last look was made that its end asked for
    RecordedPlay lookedAfter(String label, long from, long to, double looked) {
        marks.put(label, new StepMark(sequence, sequence, from * MILLI, to * MILLI, (long) (looked * MILLI)));
        sequence++;
        return this;
    }

    /// A look for the sake of an event.
    RecordedPlay asked(double at, Lane end, SocketState state, long cause) {
        return event(at, Lane.KERNEL, 1, new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? TUPLE : TUPLE.reversed(),
                new SocketSnapshot(state, 1, 1, 0, 0, SocketTimer.NONE, 0, 0, null, null, null), Occasion.EVENT, cause));
    }

    long next() {
        return sequence;
    }

    RecordedPlay event(double at, Lane lane, int connection, int attempt, EventBody body) {
        events.add(new TraceEvent(sequence++, (long) (at * MILLI), lane, lane == Lane.KERNEL ? Evidence.KERNEL
                : Evidence.APPLICATION,
                connection, attempt, body));
        return this;
    }

    RecordedPlay event(double at, Lane lane, int connection, EventBody body) {
        return event(at, lane, connection, 0, body);
    }

    RecordedPlay done(Lane lane, int connection, Stage stage, double from, double to, Outcome outcome) {
        long started = sequence;
        event(from, lane, connection, new StageEvent.Started(stage, lane == Lane.SERVER ? SERVER : null, null));
        return event(to, lane, connection, new StageEvent.Finished(stage, started, outcome));
    }

    RecordedPlay failed(Lane lane, int connection, int attempt, Stage stage, double from, double to, ErrorCode code) {
        long started = sequence;
        event(from, lane, connection, attempt, new StageEvent.Started(stage, lane == Lane.SERVER ? SERVER : null, null));
        return event(to, lane, connection, attempt,
                new StageEvent.Failed(stage, started, new Failure(code, Operation.CONNECT, null, null, null)));
    }

    /// The client's connect from 1 to 2 ms, the server's accept from 5 to 6 ms.
    RecordedPlay connected() {
        return done(Lane.SERVER, 0, Stage.BIND, 0, 0.5, new Outcome.Listening(SERVER, 8))
                .done(Lane.CLIENT, 1, Stage.CONNECT, 1, 2, new Outcome.Connected(TUPLE))
                .done(Lane.SERVER, 2, Stage.ACCEPT, 5, 6, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
    }

    RecordedPlay read(double at, Lane lane, int connection, String text) {
        return event(at, lane, connection, new StreamEvent.ChunkRead(Bytes.of(text.getBytes(StandardCharsets.US_ASCII))));
    }

    RecordedPlay socket(double at, Lane end, SocketState state, long inode, long receiveQueue) {
        return socket(at, end, state, inode, receiveQueue, Occasion.EVENT);
    }

    /// The kernel's last words of a socket.
    RecordedPlay destroyed(double at, Lane end) {
        return socket(at, end, SocketState.CLOSE, 0, 0, Occasion.DESTROYED);
    }

    private RecordedPlay socket(double at, Lane end, SocketState state, long inode, long receiveQueue, Occasion occasion) {
        return event(at, Lane.KERNEL, 1, new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? TUPLE : TUPLE.reversed(),
                new SocketSnapshot(state, 1, inode, receiveQueue, 0, SocketTimer.NONE, 0, 0, null, null, null), occasion, -1));
    }

    RecordedPlay segment(double at, Lane from, int flags, int payload, boolean again) {
        return event(at, Lane.KERNEL, 1, new PacketEvent.SegmentSeen(from, from == Lane.CLIENT ? TUPLE : TUPLE.reversed(), flags,
                0, 0,
                payload, 65536, again, new dev.lifeline.model.event.CapturedPacket("00", 1, "lo", true, 0, 0)));
    }

    /// What the judge says of one expectation.
    Finding judge(String expectation) {
        String file = """
                claim: c
                watch: w
                why: y
                needs: [sockdiag, packet, descriptors]
                actors:
                  server: {kind: server}
                  client: {kind: client, to: server}
                  other: {kind: client, to: server}
                steps:
                  - {actor: server, do: listen, label: listening}
                  - {actor: client, do: connect, label: connecting}
                  - {actor: server, do: accept, as: peer, label: accepting}
                  - {actor: machine, do: look, label: looking}
                  - {actor: machine, do: pause, time: 1ms, label: never}
                expect:
                  - {see: %s}
                """.formatted(expectation);
        return judge(scenario(file)).getFirst();
    }

    List<Finding> judge(Scenario scenario) {
        TraceHeader header = new TraceHeader("test", new Target("test", 0), TraceHeader.Mode.LOOPBACK, Instant.EPOCH, "test", Map.of(), sources,
                List.of(), 1);
        return Judge.judge(scenario, new PlayRecord(TraceIndex.of(new Trace(header, events, true)), verdict, marks, actors));
    }

    static Scenario scenario(String file) {
        try {
            return ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "play.yaml", "play", "own");
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
