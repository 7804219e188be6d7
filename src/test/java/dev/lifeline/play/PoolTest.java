package dev.lifeline.play;

import static dev.lifeline.play.Script.exactly;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers with workers, on real sockets.
@Timeout(60)
class PoolTest {

    private static Script pool(Object... args) {
        return new Script().actor("pool", "pool", args).actor("a", "client", "to", "pool").actor("b", "client", "to", "pool")
                .actor("c", "client", "to", "pool").step("pool", "start");
    }

    private static Script await(Script script, String what, long number) {
        return script.step("machine", "await-workers", "of", "pool", what, exactly(number));
    }

    private static List<Outcome.Taken> taken(Seen seen) {
        List<Outcome.Taken> taken = new ArrayList<>();
        for (StageEvent.Finished each : seen.all(StageEvent.Finished.class)) {
            if (each.outcome() instanceof Outcome.Taken of) {
                taken.add(of);
            }
        }
        return taken;
    }

    @Test
    void aBossQueuesWhatNoWorkerTakesAndTheVerdictSaysSo() throws Exception {
        Script script = await(pool("workers", 1, "queue", 3).needs("sockdiag").step("a", "connect"), "busy", 1);
        Seen seen = Seen.play(await(script.step("b", "connect").step("c", "connect"), "queued", 2)
                .step("b", "write", "text", "ping").step("b", "read", "timeout", millis(60)).labelled("waiting", "machine", "look")
                .step("a", "close").step("b", "read"));
        assertEquals(List.of(new LoopEvent.PoolOpened(seen.played().actors().get("pool").listener(), 1, true, 3)),
                seen.all(LoopEvent.PoolOpened.class));
        assertEquals(List.of(new LoopEvent.WorkerQueued(1, 3), new LoopEvent.WorkerQueued(1, 3), new LoopEvent.WorkerQueued(2, 3)),
                seen.all(LoopEvent.WorkerQueued.class));
        assertEquals(List.of(new Outcome.Taken(1, 1, 1), new Outcome.Taken(1, 1, 1)), taken(seen));
        assertEquals(0, seen.queue("waiting", "pool").queued(), "to the kernel all are accepted");
        assertEquals(4, seen.read("b"));
        assertTrue(seen.played().verdict().happened().contains("no worker took it for"),
                seen.played().verdict()::happened);
    }

    @Test
    void workersThatAcceptLeaveTheRestToTheKernel() throws Exception {
        Script script = await(pool("workers", 2, "accept-by", "worker").needs("sockdiag").step("a", "connect").step("b", "connect"),
                "busy", 2);
        Seen seen = Seen.play(script.step("c", "connect").labelled("waiting", "machine", "look").step("a", "close")
                .step("c", "write", "text", "x").step("c", "read"));
        assertEquals(1, seen.queue("waiting", "pool").queued(), seen::text);
        assertEquals(0, seen.socket("waiting", "c", Lane.SERVER).socket().inode());
        List<LoopEvent.WorkerTook> took = seen.all(LoopEvent.WorkerTook.class);
        assertEquals(List.of(1, 2, 2), took.stream().map(LoopEvent.WorkerTook::busy).toList());
        assertEquals(Set.of(1, 2), Set.of(took.get(0).worker(), took.get(1).worker()));
        assertEquals(List.of(), seen.all(LoopEvent.WorkerQueued.class));
        assertEquals(1, seen.read("c"));
    }

    @Test
    void aFullQueueTurnsAway() throws Exception {
        Script script = await(pool("workers", 1, "queue", 1, "when-full", "close").step("a", "connect"), "busy", 1);
        Seen seen = Seen.play(await(script.step("b", "connect"), "queued", 1).step("c", "connect").step("c", "read", "until", "end"));
        assertEquals(List.of(new LoopEvent.TurnedAway(1)), seen.all(LoopEvent.TurnedAway.class));
        assertEquals(0, seen.read("c"));
        assertEquals(1, taken(seen).size(), seen::text);
    }

    @Test
    void aFullQueueEndsAcceptingUntilItHasRoom() throws Exception {
        Script script = await(pool("workers", 1, "queue", 1).needs("sockdiag").step("a", "connect"), "busy", 1);
        Seen seen = Seen.play(await(script.step("b", "connect"), "queued", 1).step("c", "connect")
                .labelled("full", "machine", "look").step("a", "close").step("b", "close").step("c", "write", "text", "x").step("c", "read"));
        assertEquals(1, seen.queue("full", "pool").queued(), "what the program does not accept waits in the kernel");
        assertEquals(new LoopEvent.IntakePaused(1), seen.all(LoopEvent.IntakePaused.class).getFirst());
        assertTrue(seen.all(LoopEvent.IntakeResumed.class).size() >= 1, seen::text);
        assertEquals(1, seen.read("c"));
    }

    @Test
    void withoutKeepAliveAWorkerIsFreeAfterOneAnswer() throws Exception {
        Script script = pool("workers", 1, "keep-alive", false, "read-until", "\\n", "answer", "done\\n");
        for (String name : List.of("a", "b", "c")) {
            script.step(name, "connect").step(name, "write", "text", "job\\n").step(name, "read", "until", "end");
        }
        Seen seen = Seen.play(script);
        assertEquals(List.of(5L, 5L, 5L), List.of(seen.read("a"), seen.read("b"), seen.read("c")));
        assertEquals(3, seen.all(LoopEvent.WorkerFreed.class).size());
    }

    @Test
    void aRequestEndsWhereTheFileSaysSo() throws Exception {
        Seen seen = Seen.play(pool("read-until", "\\n", "answer", "ok").step("a", "connect").step("a", "write", "text", "one\\ntwo\\nth")
                .step("a", "read", "bytes", 4).labelled("no", "a", "read", "timeout", millis(40)).step("a", "write", "text", "ree\\n")
                .step("a", "read", "bytes", 2));
        assertEquals(6, seen.read("a"), seen::text);
        assertEquals(1, seen.all(StageEvent.Failed.class).stream().filter(each -> each.failure().code() == ErrorCode.TIMEOUT).count());
    }

    @Test
    void aHoldBeforeItsHandlerCanBeAwaited() throws Exception {
        Seen seen = Seen.play(pool("workers", 1).step("pool", "hold", "before", "handler").step("a", "connect").step("a", "write", "text", "x")
                .step("machine", "await-hold", "of", "pool", "before", "handler").step("pool", "release", "before", "handler").step("a", "read"));
        assertEquals(List.of(), seen.all(PlayEvent.WaitFailed.class), seen::text);
        assertEquals(1, seen.read("a"), seen::text);
    }

    @Test
    void aHandlerThatComputesUsesItsCpuTimeAndIsTold() throws Exception {
        Seen seen = Seen.play(pool("workers", 2, "cpu", millis(30)).step("a", "connect").step("a", "write", "text", "x")
                .step("a", "read", "timeout", millis(20_000)));
        long used = seen.all(StageEvent.Finished.class).stream().map(StageEvent.Finished::outcome)
                .filter(Outcome.Handled.class::isInstance).mapToLong(each -> ((Outcome.Handled) each).cpu()).sum();
        assertTrue(used >= millis(30) && used < millis(1_000) || used == Outcome.Handled.NOT_MEASURED, () -> used + " ns\n" + seen.text());
        assertEquals(1, seen.read("a"));
    }

    @Test
    void aBackendThatDoesNotAnswerBlocksTheWorker() throws Exception {
        Script script = new Script().actor("back", "server").actor("pool", "pool", "workers", 1, "backend", "back")
                .actor("a", "client", "to", "pool").step("back", "listen").step("pool", "start")
                .step("a", "connect").step("a", "write", "text", "question").step("back", "accept", "as", "inner")
                .step("inner", "read").step("a", "read", "timeout", millis(50)).step("inner", "write", "text", "answer!").step("a", "read");
        Seen seen = Seen.play(script);
        assertEquals(8, seen.read("inner"));
        assertEquals(7, seen.read("a"));
        assertTrue(seen.played().verdict().happened().contains("had worked on it for"),
                seen.played().verdict()::happened);
    }

    @Test
    void aBackendThatIsNotThereIsAFailureOfTheHandler() throws Exception {
        Seen seen = Seen.play(new Script().actor("back", "server").actor("pool", "pool", "backend", "back")
                .actor("a", "client", "to", "pool").step("back", "bind").step("pool", "start")
                .step("a", "connect").step("a", "write", "text", "question").step("a", "read", "until", "end"));
        seen.failed("pool", Stage.HANDLER, ErrorCode.ECONNREFUSED);
        assertEquals(0, seen.read("a"));
    }

    @Test
    void aLoopThatAsksAnotherServerServesNobodyMeanwhile() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag").actor("back", "server").actor("loop", "loop", "backend", "back")
                .actor("a", "client", "to", "loop").actor("b", "client", "to", "loop").step("back", "listen").step("loop", "start")
                .step("a", "connect").step("a", "write", "text", "question").step("back", "accept", "as", "inner").step("inner", "read")
                .step("b", "connect").labelled("blocked", "machine", "look").step("inner", "write", "text", "answer")
                .step("a", "read").step("b", "write", "text", "more").step("back", "accept").step("b", "read", "timeout", millis(50)));
        assertEquals(1, seen.queue("blocked", "loop").queued(), seen::text);
        assertEquals(6, seen.read("a"));
        assertTrue(seen.played().verdict().happened().contains("had worked on it for"), seen.played().verdict()::happened);
    }

    @Test
    void aLoopWhoseBackendIsNotThereClosesTheConnectionAndGoesOn() throws Exception {
        Script script = new Script().actor("back", "server").actor("loop", "loop", "backend", "back").step("back", "bind").step("loop", "start");
        for (String name : List.of("a", "b")) {
            script.actor(name, "client", "to", "loop").step(name, "connect").step(name, "write", "text", "x").step(name, "read", "until", "end");
        }
        Seen seen = Seen.play(script);
        assertEquals(2, seen.all(StageEvent.Failed.class).stream().filter(each -> each.stage() == Stage.HANDLER
                && each.failure().code() == ErrorCode.ECONNREFUSED).count(), seen::text);
        assertEquals(0, seen.read("a") + seen.read("b"));
    }

    @Test
    void aHandlerCanBeHeldAsByALock() throws Exception {
        Seen seen = Seen.play(pool().step("pool", "hold", "before", Stage.HANDLER.label()).step("a", "connect")
                .step("a", "write", "text", "x").labelled("vain", "a", "read", "timeout", millis(50))
                .step("machine", "await-hold", "of", "pool", "before", Stage.HANDLER.label())
                .step("pool", "release", "before", Stage.HANDLER.label()).step("a", "read"));
        assertEquals(Stage.HANDLER, seen.all(HoldEvent.HoldStarted.class).getFirst().stage());
        seen.failed("a", Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        assertEquals(1, seen.read("a"));
    }

    @Test
    void aHandlerOfALoopCannotBeHeld() throws Exception {
        Seen seen = Seen.play(new Script().actor("loop", "loop").step("loop", "start").step("loop", "hold", "before", Stage.HANDLER.label()));
        assertTrue(seen.remarked("loop cannot be held there"), seen::text);
    }

    @Test
    void anAnswerMayBeNone() throws Exception {
        Seen seen = Seen.play(pool("workers", 1, "answer", "").step("a", "connect").step("a", "write", "text", "x")
                .step("a", "read", "timeout", millis(40)).step("a", "close"));
        assertEquals(0, seen.read("a"));
        assertEquals(0, seen.all(StageEvent.Started.class).stream().filter(each -> each.stage() == Stage.WRITE).count() - 1);
    }

    @Test
    void aGracefulStopServesWhatWasAccepted() throws Exception {
        Script script = await(pool("workers", 1).step("a", "connect"), "busy", 1);
        Seen seen = Seen.play(await(script.step("b", "connect"), "queued", 1)
                .background("stopping", "pool", "stop", "graceful", true, "drain", millis(10_000))
                .step("b", "write", "text", "x").step("a", "close").step("b", "read").step("b", "close")
                .step("machine", "await", "step", "stopping", "timeout", millis(10_000)).step("c", "connect"));
        assertEquals(1, seen.read("b"), seen::text);
        seen.failed("c", Stage.CONNECT, ErrorCode.ECONNREFUSED);
    }

    @Test
    void aStopAtOnceEndsWhatWaits() throws Exception {
        Script script = await(pool("workers", 1).step("a", "connect"), "busy", 1);
        Seen seen = Seen.play(await(script.step("b", "connect"), "queued", 1).step("pool", "stop")
                .step("a", "read", "until", "end").step("b", "read", "until", "end"));
        seen.failed("pool", Stage.WORKER_QUEUE, ErrorCode.INTERRUPTED);
        assertEquals(2, seen.all(StageEvent.Finished.class).stream().filter(each -> each.stage() == Stage.CLOSE).count());
    }

    @ParameterizedTest
    @CsvSource({"boss, idle", "worker, idle", "boss, cpu", "boss, gate", "boss, accept", "worker, accept", "boss, backend",
            "loop, backend", "loop, cpu"})
    void wheneverAPlayIsCutOffNothingIsLeft(String by, String where) throws Exception {
        Leftovers.threads();
        Script script = new Script().actor("back", "server").step("back", "listen");
        Object[] loop = where.equals("backend") ? new Object[] {"backend", "back"} : new Object[] {"behaviour", "cpu=60s"};
        Object[] pool = where.equals("backend") ? new Object[] {"accept-by", by, "workers", 2, "backend", "back"}
                : new Object[] {"accept-by", by, "workers", 2, "cpu", where.equals("cpu") ? millis(60_000) : 0L};
        script.actor("pool", by.equals("loop") ? "loop" : "pool", by.equals("loop") ? loop : pool).step("pool", "start");
        if (where.equals("gate") || where.equals("accept")) {
            script.step("pool", "hold", "before", where.equals("gate") ? "handler" : "accept");
        }
        for (String name : List.of("a", "b", "c")) {
            script.actor(name, "client", "to", "pool").step(name, "connect").step(name, "write", "text", "x");
        }
        script.step("a", "read", "timeout", millis(60_000));
        long before = System.nanoTime();
        Seen seen = Seen.play(script.scenario(), 400);
        assertTrue(System.nanoTime() - before < millis(30_000), "it ends soon after its limit");
        assertEquals(Set.of(), Leftovers.threads());
        long begun = seen.events().stream().filter(each -> each.lane() == Lane.SERVER && each.body() instanceof StageEvent.Started).count();
        long ended = seen.events().stream().filter(each -> each.lane() == Lane.SERVER && (each.body() instanceof StageEvent.Finished
                || each.body() instanceof StageEvent.Failed)).count();
        assertEquals(begun, ended, seen::text);
    }

    @Test
    void aPoolIsStartedOnceAndStoppedOnlyThen() throws Exception {
        Seen seen = Seen.play(new Script().actor("pool", "pool").step("pool", "stop").step("pool", "start").step("pool", "start"));
        assertTrue(seen.remarked("pool was not started"), seen::text);
        assertTrue(seen.remarked("pool is started already"), seen::text);
        assertFalse(seen.all(RunEvent.Remark.class).stream().anyMatch(each -> each.text().contains("broke")), seen::text);
    }
}
