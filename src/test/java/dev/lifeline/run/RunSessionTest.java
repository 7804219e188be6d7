package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gate;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever has a run can hold it at its gates, hears who arrives, and ends it; the same for `connect` and `serve`.
@Timeout(60)
class RunSessionTest {

    private static final long SECOND = 1_000_000_000;
    private static final long LONGER_THAN_PATIENCE = 1_200_000_000;
    private static final ServerPlan ECHO = new ServerPlan(Behaviour.DEFAULT, ServerOptions.DEFAULT_BACKLOG);

    private static TraceRun connect() throws Exception {
        Script script = Script.CONNECT_ONLY.sending(new byte[] {'p'}).stoppingAfter(1);
        return TraceRun.prepare(new ConnectPlan(new Target("127.0.0.1", 0), ECHO, null, null, Personality.DEFAULT, SECOND, SECOND,
                script, 1, 0, EvidenceChoice.PORTABLE), "test", Resolver.SYSTEM);
    }

    @Test
    void aRunIsSteppedFromGateToGateOnBothSides() throws Exception {
        TraceRun run = connect();
        List<String> stops = new ArrayList<>();
        for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
            for (Stage stage : Stage.values()) {
                if (Gate.isAt(stage)) {
                    run.session().gates().hold(Gate.before(lane, stage), "step");
                    run.session().gates().hold(Gate.after(lane, stage), "step");
                }
            }
        }
        run.session().gates().onArrival(arrival -> {
            synchronized (stops) {
                stops.add(arrival.who().lane().label() + " " + arrival.side() + " " + arrival.stage().label());
            }
            run.session().gates().release(new Gate(arrival.who().lane(), 0, 0, arrival.stage(), arrival.side()));
        });

        Trace trace = run.execute(null);

        assertEquals(List.of("client BEFORE route", "client AFTER route", "client BEFORE connect", "client AFTER connect",
                "client BEFORE write", "client AFTER write", "client BEFORE first byte", "client AFTER first byte",
                "client BEFORE close", "client AFTER close"), of(stops, "client"));
        assertEquals(List.of("server BEFORE bind", "server AFTER bind", "server BEFORE accept", "server AFTER accept",
                "server BEFORE first byte", "server AFTER first byte", "server BEFORE write", "server AFTER write",
                // The read that finds the end of the stream.
                "server BEFORE data", "server BEFORE close", "server AFTER close"), of(stops, "server"));
        assertEquals(stops.size(), count(trace, HoldEvent.HoldStarted.class));
        assertEquals(stops.size(), count(trace, HoldEvent.HoldEnded.class));
        assertEquals(0, count(trace, StageEvent.Failed.class));
        run.session().gates().hold(Gate.before(Lane.CLIENT, Stage.LOOKUP), "too late");
        assertTrue(run.session().gates().areOpen(), "nobody can be held in a run that is over");
    }

    @Test
    void aServerThatIsHeldIsWaitedForAndNotCutOff() throws Exception {
        TraceRun run = connect();
        Gate close = Gate.before(Lane.SERVER, Stage.CLOSE);
        CountDownLatch arrived = new CountDownLatch(1);
        run.session().gates().hold(close, "to look");
        run.session().gates().onArrival(arrival -> arrived.countDown());
        CompletableFuture<Trace> executed = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> executed.complete(run.execute(null)));
        assertTrue(arrived.await(20, TimeUnit.SECONDS));
        awaitClosed(run);
        long end = System.nanoTime() + LONGER_THAN_PATIENCE;
        while (System.nanoTime() < end) {
            run.session().recorder().await(run.session().recorder().next(), end - System.nanoTime());
        }
        assertFalse(executed.isDone());

        run.session().gates().release(close);

        assertEquals(0, count(executed.get(20, TimeUnit.SECONDS), StageEvent.Failed.class));
    }

    @Test
    void anInterruptEndsARunThatIsHeld() throws Exception {
        TraceRun run = connect();
        run.session().gates().hold(Gate.after(Lane.CLIENT, Stage.CONNECT), "for ever");
        run.session().gates().onArrival(arrival -> run.interrupt("INT"));

        Trace trace = run.execute(null);

        assertEquals(1, count(trace, RunEvent.Interrupted.class));
        assertEquals(1, count(trace, HoldEvent.HoldEnded.class));
        assertFalse(Thread.interrupted());
    }

    @Test
    void aServerForOthersIsHeldAndInterruptedInTheSameWay() throws Exception {
        ServeRun run = new ServeRun(new ServePlan(new Target("127.0.0.1", 0), ECHO, 1, SECOND, EvidenceChoice.PORTABLE),
                InetAddress.ofLiteral("127.0.0.1"), "test");
        run.session().gates().hold(Gate.before(Lane.SERVER, Stage.WRITE), "for ever");
        run.session().gates().onArrival(arrival -> run.interrupt("TERM"));
        List<Socket> clients = new ArrayList<>();

        Trace trace = run.execute(new ServeRun.Listener() {
            @Override
            public void listening(Endpoint address) {
                try {
                    Socket client = new Socket(InetAddress.ofLiteral(address.address()), address.port());
                    clients.add(client);
                    client.getOutputStream().write('x');
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public void connection(Trace one) {
                assertEquals(1, count(one, HoldEvent.HoldStarted.class));
            }

            @Override
            public void ended(int closed, int untold) {
                assertEquals(List.of(1, 0), List.of(closed, untold));
            }
        }, null);

        clients.getFirst().close();
        assertEquals(List.of(new RunEvent.Interrupted("TERM")), trace.events().stream().map(TraceEvent::body)
                .filter(RunEvent.Interrupted.class::isInstance).toList());
    }

    private static List<String> of(List<String> stops, String lane) {
        return stops.stream().filter(stop -> stop.startsWith(lane)).toList();
    }

    private static int count(Trace trace, Class<? extends EventBody> kind) {
        return (int) trace.events().stream().filter(event -> kind.isInstance(event.body())).count();
    }

    /// Waits until the client has closed.
    private static void awaitClosed(TraceRun run) throws InterruptedException {
        long next = 0;
        while (run.session().recorder().await(next, SECOND)) {
            for (TraceEvent event : run.session().recorder().from(next)) {
                next = event.sequence() + 1;
                if (event.lane() == Lane.CLIENT && event.body() instanceof StageEvent.Finished done && done.stage() == Stage.CLOSE) {
                    return;
                }
            }
        }
    }
}
