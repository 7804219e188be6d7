package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gate;
import dev.lifeline.run.EvidenceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A play that stands at a label with its sockets alive, on real sockets.
@Timeout(60)
class StopAtTest {

    private static Script script() {
        return new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen")
                .labelled("connected", "client", "connect")
                .step("server", "accept", "as", "peer")
                .labelled("request", "client", "write", "text", "order")
                .step("peer", "read", "bytes", 5)
                .step("client", "close").step("peer", "close");
    }

    /// @param limit milliseconds
    private static ScenarioRun prepare(Script script, long limit) throws Exception {
        try {
            return ScenarioRun.prepare(new PlayPlan(script.scenario(), EvidenceChoice.AUTO, Script.millis(limit)), "test");
        } catch (CannotPlayException e) {
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    private static List<String> ended(Trace trace) {
        List<String> ended = new ArrayList<>();
        trace.events().forEach(each -> {
            if (each.body() instanceof PlayEvent.StepEnded step) {
                ended.add(step.actor() + " " + step.action());
            }
        });
        return ended;
    }

    private static boolean said(Trace trace, String text) {
        return trace.events().stream().anyMatch(each -> each.body() instanceof RunEvent.Remark remark && remark.text().contains(text));
    }

    @Test
    void aVisitorSeesTheSocketsAliveLooksAgainAndThePlayGoesOn() throws Exception {
        List<LabelMoment> moments = new ArrayList<>();
        List<Integer> looks = new ArrayList<>();
        Thread[] playing = new Thread[1];
        Trace trace;
        try (ScenarioRun run = prepare(script(), 20_000)) {
            run.stopAt("request", stop -> {
                playing[0] = Thread.currentThread();
                assertEquals("request", stop.step().label());
                assertEquals(List.of("server listen", "client connect", "server accept", "client write"), ended(stop.trace()));
                moments.addAll(TraceIndex.of(stop.trace()).labels());
                for (int i = 0; i < 2; i++) {
                    looks.add((int) stop.trace().events().stream().filter(each -> each.body() instanceof SocketSeen).count());
                    stop.look();
                }
                return true;
            });
            Thread[] caller = {Thread.currentThread()};
            trace = run.execute(null);
            assertSame(caller[0], playing[0], "on the thread that plays");
        }
        assertEquals(List.of("request"), moments.stream().map(LabelMoment::label).toList(), "no expectation names it; the stop does");
        assertEquals(List.of("client", "peer"), moments.getFirst().ends().stream().map(LabelMoment.End::name).toList());
        assertEquals(SocketState.ESTABLISHED, moments.getFirst().ends().getFirst().socket().state());
        assertEquals(5, moments.getFirst().ends().getLast().socket().receiveQueue());
        assertTrue(looks.getLast() >= looks.getFirst() + 2, looks::toString);
        assertEquals(7, ended(trace).size());
        assertTrue(said(trace, "the play stood at request for "));
    }

    @Test
    void aVisitorCanEndThePlayAndNothingIsLeftOfIt() throws Exception {
        Trace trace;
        try (ScenarioRun run = prepare(script(), 20_000)) {
            run.stopAt("connected", stop -> false);
            trace = run.execute(null);
        }
        assertEquals(List.of("server listen", "client connect"), ended(trace));
        assertTrue(trace.events().stream().anyMatch(each -> each.body() instanceof PlayEvent.PlayStopped stop && stop.label().equals("connected")));
        assertEquals(Set.of(), Leftovers.threads());
    }

    @Test
    void theLimitOfThePlayDoesNotRunMeanwhile() throws Exception {
        Trace trace;
        try (ScenarioRun run = prepare(script(), 2_000)) {
            run.stopAt("connected", stop -> !new CountDownLatch(1).await(2_100, TimeUnit.MILLISECONDS));
            trace = run.execute(null);
        }
        assertEquals(7, ended(trace).size());
        assertFalse(trace.events().stream().anyMatch(each -> each.body() instanceof PlayEvent.PlayCut));
        assertTrue(said(trace, "the play stood at connected for "));
    }

    /// Plays, and looks on for longer than the step with this label may wait, before the one who stands at a gate is let go.
    private static Trace lookedAt(Script script, long limit, String label, String actor, Gate gate) throws Exception {
        try (ScenarioRun run = prepare(script, limit)) {
            FutureTask<Void> looks = new FutureTask<>(() -> {
                while (run.session().recorder().from(0).stream().noneMatch(each -> each.body() instanceof PlayEvent.StepStarted step
                        && label.equals(step.label()))) {
                    LockSupport.parkNanos(1_000_000);
                }
                DeadlineClock.stop();
                try {
                    new CountDownLatch(1).await(1_500, TimeUnit.MILLISECONDS);
                    run.session().gates().of(actor).release(gate);
                } finally {
                    DeadlineClock.goOn();
                }
                return null;
            });
            Thread.ofPlatform().daemon().start(looks);
            Trace trace = run.execute(null);
            looks.get();
            return trace;
        }
    }

    private static void allDone(Trace trace) {
        List<EventBody> others = trace.events().stream().map(TraceEvent::body).filter(each -> each instanceof PlayEvent.PlayCut
                || each instanceof PlayEvent.WaitFailed || each instanceof PlayEvent.StepEnded end && end.ending() != StepEnding.DONE).toList();
        assertEquals(List.of(), others);
    }

    @Test
    void theLimitDoesNotRunWhileAStepHasNotBegun() throws Exception {
        allDone(lookedAt(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("client", "hold", "before", "write")
                .background("writing", "client", "write", "text", "x").background("closing", "client", "close")
                .step("machine", "await", "step", "closing"), 1_200, "writing", "client", Gate.before(Lane.CLIENT, Stage.WRITE)));
    }

    @Test
    void aNameThatIsStillToComeIsWaitedFor() throws Exception {
        allDone(lookedAt(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("server", "hold", "before", "accept")
                .background("accepting", "server", "accept", "as", "peer")
                .labelled("answering", "peer", "write", "text", "x", "timeout", Script.millis(1_000)),
                20_000, "answering", "server", Gate.before(Lane.SERVER, Stage.ACCEPT)));
    }

    @Test
    void aHoldIsWaitedFor() throws Exception {
        allDone(lookedAt(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("client", "hold", "before", "write")
                .step("client", "hold", "before", "close").background("writing", "client", "write", "text", "x")
                .after("closing", "writing", "client", "close")
                .labelled("waits", "machine", "await-hold", "of", "client", "before", "close", "timeout", Script.millis(1_000))
                .step("client", "release", "before", "close").step("machine", "await", "step", "closing"),
                20_000, "waits", "client", Gate.before(Lane.CLIENT, Stage.WRITE)));
    }

    @Test
    void aPoolThatStopsHasItsTimeToDrain() throws Exception {
        Trace trace = lookedAt(new Script().actor("pool", "pool", "keep-alive", false).actor("client", "client", "to", "pool")
                .step("pool", "start").step("client", "connect").step("pool", "hold", "before", "handler")
                .step("client", "write", "text", "x").step("machine", "await-hold", "of", "pool", "before", "handler")
                .labelled("stops", "pool", "stop", "graceful", true, "drain", Script.millis(1_000))
                .step("client", "read").step("client", "close"),
                20_000, "stops", "pool", Gate.before(Lane.SERVER, Stage.HANDLER));
        allDone(trace);
        assertEquals(1, new Seen(trace).read("client"), "the answer came");
    }

    @Test
    void anInterruptEndsAVisitThatWaits() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        AtomicReference<Trace> ended = new AtomicReference<>();
        try (ScenarioRun run = prepare(script(), 20_000)) {
            run.stopAt("connected", stop -> {
                there.countDown();
                return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
            });
            Thread playing = Thread.ofPlatform().start(() -> ended.set(run.execute(null)));
            assertTrue(there.await(20, TimeUnit.SECONDS));
            run.interrupt("INT");
            playing.join(20_000);
        }
        assertEquals(List.of("server listen", "client connect"), ended(ended.get()));
        assertTrue(ended.get().events().stream().anyMatch(each -> each.body() instanceof RunEvent.Interrupted));
    }

    @Test
    void aStepInTheBackgroundIsStoodBehindWhenItHasEnded() throws Exception {
        List<String> before = new ArrayList<>();
        try (ScenarioRun run = prepare(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").background("accepted", "server", "accept", "as", "peer").step("client", "connect"), 20_000)) {
            run.stopAt("accepted", stop -> {
                before.addAll(ended(stop.trace()));
                return true;
            });
            // Nobody connects before the stop: the accept has its time, and the play goes on.
            assertTrue(ended(run.execute(null)).contains("client connect"));
        }
        assertEquals(List.of("server listen", "server accept"), before);
    }

    @Test
    void aLabelThatNoStepHasIsRefused() throws Exception {
        try (ScenarioRun run = prepare(script(), 20_000)) {
            assertThrows(IllegalArgumentException.class, () -> run.stopAt("nowhere", stop -> true));
        }
    }
}
