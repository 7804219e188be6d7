package dev.lifeline.step.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.SocketsNow;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.TraceRun;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.StopPlace;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.net.InetAddress;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.run.ServePlan;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.server.Behaviour;
import java.net.Socket;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Timers of our own programs while a person looks at a run that is stopped.
@Timeout(60)
class StepHoldsTest {

    private static final long TIMER = 1_000_000_000L;

    private static final String IDLE = """
            claim: A server that hears nothing for a second closes.
            watch: The timer.
            why: It is its own.
            actors:
              server: {kind: loop, behaviour: echo, %s}
              silent: {kind: client, to: server}
            steps:
              - {actor: server, do: start}
              - {actor: silent, do: connect}
              - {actor: silent, do: read, until: end, label: waiting}
              - {actor: silent, do: close}
            expect:
              - {see: bytes, of: silent, at: waiting, read: 0, ended: true}
            """;

    private static final long RELAY_DELAY = 800_000_000L;

    private static final String RELAY = """
            claim: A relay that delays has the bytes for that long.
            watch: Its second write.
            why: It is its own.
            actors:
              server: {kind: server}
              proxy: {kind: relay, to: server, delay-up: 800ms}
              client: {kind: client, to: proxy}
            steps:
              - {actor: server, do: listen}
              - {actor: proxy, do: start}
              - {actor: client, do: connect}
              - {actor: server, do: accept, as: peer}
              - {actor: client, do: write, text: hello}
              - {actor: peer, do: read, bytes: 5, label: read}
            expect:
              - {see: bytes, of: peer, at: read, read: 5}
            """;

    private static ScenarioRun run(String timer) throws Exception {
        Scenario scenario = ScenarioReader.read(IDLE.formatted(timer).getBytes(StandardCharsets.UTF_8), "idle.yaml", "idle", "test");
        return ScenarioRun.prepare(PlayPlan.of(scenario), "test");
    }

    private static Move step() {
        return new Move(Move.Reach.STEP, null, List.of());
    }

    private static List<Span> failed(Journey journey) {
        return new ArrayList<>(TraceIndex.of(journey.all()).failed());
    }

    private static void walk(String timer) throws Exception {
        try (LiveSession session = LiveSession.start(Driven.of(run(timer)), LiveSession.FOR_EVER)) {
            Journey journey = session.first(1);
            while (journey.stop().step() < 3) {
                journey = session.go(journey, step());
            }
            long until = System.nanoTime() + TIMER * 5 / 4;
            while (System.nanoTime() < until) {
                journey = session.refresh(journey);
            }
            assertEquals(List.of(), failed(journey), "the timer of the server stands while a person looks");
            Journey stopped = journey;
            while (!journey.isOver()) {
                journey = session.go(journey, step());
            }

            Span timeout = failed(journey).getFirst();
            assertEquals(Lane.SERVER, timeout.lane());
            assertTrue(timeout.ended().sequence() >= stopped.stop().upTo(), "and goes on with the walk");
            TraceIndex index = TraceIndex.of(journey.all());
            assertTrue(index.timeline().active() < index.timeline().wall() - TIMER, "what a person looked at is no active time");
        }
    }

    /// The delay of a relay is our own doing, as a timer is.
    @Test
    void bytesUnderWayInARelayWaitWhileAPersonLooks() throws Exception {
        Scenario relayed = ScenarioReader.read(RELAY.getBytes(StandardCharsets.UTF_8), "relay.yaml", "relay", "test");
        try (LiveSession session = LiveSession.start(Driven.of(ScenarioRun.prepare(PlayPlan.of(relayed), "test")), LiveSession.FOR_EVER)) {
            Journey journey = session.first(1);
            while (journey.stop().step() < 6) {
                journey = session.go(journey, step());
            }
            long until = System.nanoTime() + RELAY_DELAY * 5 / 4;
            while (System.nanoTime() < until) {
                journey = session.refresh(journey);
            }
            assertEquals(List.of("client"), writers(journey), "nothing has left the relay");
            while (!journey.isOver()) {
                journey = session.go(journey, step());
            }
            assertEquals(List.of("client", "proxy"), writers(journey), "and it leaves once the walk goes on");
        }
    }

    private static List<String> writers(Journey journey) {
        TraceIndex index = TraceIndex.of(journey.all());
        return index.events().stream().filter(event -> event.body() instanceof StreamEvent.ChunkWritten)
                .map(event -> index.actors().name(event.lane(), event.connection())).toList();
    }

    /// The peer is no program of ours: nothing holds it.
    @Test
    void theNextCardSaysThatTheKernelSawThePeerGoWhileTheWalkWasStopped() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", other.getLocalPort()), null, null, null, Personality.DEFAULT, 60 * TIMER,
                    60 * TIMER, Script.CONNECT_ONLY.waiting(TIMER / 20), 1, 0, EvidenceChoice.AUTO);
            try (LiveSession session = LiveSession.start(Driven.of(TraceRun.prepare(plan, "test", Resolver.SYSTEM)), LiveSession.FOR_EVER)) {
                Journey journey = session.go(session.first(1), new Move(Move.Reach.FREE, new StopPlace(Stage.CLOSE, false, null), List.of()));
                assertEquals(Stage.CLOSE, journey.stop().stage());
                assertEquals(List.of(), journey.stop().hits());
                other.accept().close();
                while (!states(journey).contains(SocketState.CLOSE_WAIT)) {
                    journey = session.refresh(journey);
                }
                journey = session.go(journey, new Move(Move.Reach.FREE, null, List.of()));

                assertTrue(StopCard.of(journey, new Canvas(80, Glyphs.UNICODE)).frame().text().lines()
                        .anyMatch(line -> line.matches("while stopped client  ESTABLISHED → CLOSE_WAIT.* between .* and .* ms +\\[\\d+]")),
                        StopCard.of(journey, new Canvas(80, Glyphs.UNICODE)).frame().text());
            }
        }
    }

    /// It waits in the accept queue when it resets its connection; accept(2) takes it all the same.
    @Test
    void aClientThatGivesUpBeforeAcceptDoesNotStopTheWalk() throws Exception {
        ServePlan plan = new ServePlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, 5), 1, 60 * TIMER, EvidenceChoice.AUTO);
        try (LiveSession session = LiveSession.start(Driven.of(new ServeRun(plan, InetAddress.ofLiteral("127.0.0.1"), "test")), TIMER / 10)) {
            Journey journey = session.first(1);
            Move next = new Move(Move.Reach.STAGE, null, List.of());
            try (Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), journey.header().target().port())) {
                while (!journey.stop().isHeld()) {
                    journey = session.go(journey, next);
                }
                assertEquals(Stage.ACCEPT, journey.stop().stage());
                client.setSoLinger(true, 0);
            }
            journey = session.go(journey, next);
            while (!journey.isOver() && TraceIndex.of(journey.all()).failed().isEmpty()) {
                journey = session.go(journey, next);
            }

            assertEquals(ErrorCode.ECONNRESET, ((Span.Failed) failed(journey).getFirst().state()).failure().code());
            assertEquals(Lane.SERVER, failed(journey).getFirst().lane());
        }
    }

    private static List<SocketState> states(Journey journey) {
        List<SocketState> states = new ArrayList<>();
        for (SocketsNow.End end : new SocketsNow(TraceIndex.of(journey.seen())).ends()) {
            if (end.end() == Lane.CLIENT) {
                states.add(end.seen().socket().state());
            }
        }
        return states;
    }

    @Test
    void theFirstByteTimerOfAServerStands() throws Exception {
        walk("first-byte-timeout: 1s");
    }

    @Test
    void theIdleTimerOfAServerStands() throws Exception {
        walk("idle-timeout: 1s");
    }
}
