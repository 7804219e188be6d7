package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent.HoldEnded;
import dev.lifeline.model.event.HoldEvent.HoldStarted;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent.Finished;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatesTest {

    private static final List<EventBody> ONE_HOLD = List.of(new HoldStarted(Stage.ACCEPT, "to look"), new HoldEnded(0));
    private static final Gate ACCEPT = Gate.before(Lane.SERVER, Stage.ACCEPT);

    private final Recorder recorder = new Recorder(new FakeTime(0).clock());
    private final LaneRecorder lane = new LaneRecorder(recorder, Lane.SERVER, 1, 0);
    private final Gates gates = new Gates();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() throws InterruptedException {
        thread.shutdownNow();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void whoeverWaitsForAnArrivalHearsOfOneThatStillStandsThere() throws Exception {
        Gates part = gates.of("server");
        assertFalse(part.awaitArrival(Stage.ACCEPT, 1_000_000), "nobody came");
        part.hold(ACCEPT, "to look");
        Future<?> held = thread.submit(() -> {
            part.before(Stage.ACCEPT, lane);
            return null;
        });
        assertTrue(part.awaitArrival(Stage.ACCEPT, 20_000_000_000L));
        assertTrue(part.awaitArrival(null, 0), "at some gate");
        assertFalse(part.awaitArrival(Stage.WRITE, 0), "at another one");
        assertFalse(gates.of("loop").awaitArrival(Stage.ACCEPT, 0), "another's part");
        part.release(ACCEPT);
        assertFalse(part.awaitArrival(Stage.ACCEPT, 0), "it may not have gone on yet, but nothing holds it");
        held.get();
    }

    @Test
    void aSentryStopsWhoItIsToldAloneAlsoBehindAGateThatAnotherHeld() throws Exception {
        LaneRecorder second = new LaneRecorder(recorder, Lane.SERVER, 2, 0);
        List<Gates.Arrival> arrivals = new java.util.concurrent.CopyOnWriteArrayList<>();
        gates.onArrival(arrivals::add);
        gates.post((actor, who, stage, side) -> who.connection() == 1 && "server".equals(actor) ? "by the sentry" : null);
        Gates part = gates.of("server");
        assertFalse(part.areOpen(), "it has to be asked");
        part.before(Stage.ACCEPT, second);
        gates.before(Stage.ACCEPT, lane);
        assertEquals(List.of(), arrivals, "another one, and another part");

        part.hold(ACCEPT, "to look");
        Future<?> held = thread.submit(() -> {
            part.before(Stage.ACCEPT, lane);
            return null;
        });
        assertTrue(part.awaitArrival(Stage.ACCEPT, 20_000_000_000L));
        part.release(ACCEPT);
        while (arrivals.size() < 2 && !held.isDone()) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("to look", "by the sentry"), arrivals.stream().map(Gates.Arrival::reason).toList());
        assertFalse(held.isDone());
        arrivals.getLast().halt().pass();
        held.get();
        assertFalse(gates.isSomeoneHeld());
    }

    @Test
    void nobodyIsStoppedByASentryOnceAllIsDismantled() throws Exception {
        gates.post((actor, who, stage, side) -> "by the sentry");
        Future<?> held = thread.submit(() -> {
            gates.before(Stage.ACCEPT, lane);
            return null;
        });
        assertTrue(gates.awaitArrival(Stage.ACCEPT, 20_000_000_000L));

        gates.dismantle();

        held.get();
        assertTrue(gates.areOpen());
    }

    @Test
    void anOpenGateRecordsNothingAndTakesNoMemory() throws InterruptedException {
        com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        gates.hold(Gate.before(Lane.CLIENT, Stage.ACCEPT), "another lane");
        gates.before(Stage.ACCEPT, lane);
        long before = memory.getCurrentThreadAllocatedBytes();
        long measuring = memory.getCurrentThreadAllocatedBytes() - before;
        before = memory.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < 10_000; i++) {
            gates.before(Stage.ACCEPT, lane);
        }

        assertEquals(measuring, memory.getCurrentThreadAllocatedBytes() - before);
        assertEquals(List.of(), recorder.from(0));
    }

    @Test
    void aGateIsOneSideOfOneStageOfOneLaneConnectionAndAttempt() {
        LaneRecorder second = new LaneRecorder(recorder, Lane.CLIENT, 2, 3);
        for (Gate gate : List.of(Gate.after(Lane.CLIENT, Stage.WRITE), Gate.before(Lane.CLIENT, Stage.CLOSE),
                Gate.before(Lane.SERVER, Stage.WRITE), Gate.before(Lane.CLIENT, Stage.WRITE).connection(1),
                Gate.before(Lane.CLIENT, Stage.WRITE).attempt(2))) {
            gates.hold(gate, gate.toString());
        }
        assertNull(gates.reason(Stage.WRITE, Gate.Side.BEFORE, second));

        gates.hold(Gate.before(Lane.CLIENT, Stage.WRITE).connection(2).attempt(3), "this one");

        assertEquals("this one", gates.reason(Stage.WRITE, Gate.Side.BEFORE, second));
        assertNull(gates.reason(Stage.WRITE, Gate.Side.BEFORE, second.attempt(4)));
    }

    @Test
    void theKernelCannotBeHeld() {
        assertThrows(IllegalArgumentException.class, () -> Gate.before(Lane.SERVER, Stage.ACCEPT_QUEUE));
        assertThrows(IllegalArgumentException.class, () -> Gate.after(Lane.CLIENT, Stage.HANDSHAKE));
    }

    @Test
    void aHeldLaneWaitsUntilItsGateIsReleased() throws Exception {
        Future<?> passing = holdAndPass();
        gates.release(Gate.before(Lane.SERVER, Stage.CONNECT));
        gates.release(ACCEPT.connection(1));
        assertEquals(1, recorder.from(0).size(), "another gate's release is not meant");

        gates.release(ACCEPT);

        passing.get(10, TimeUnit.SECONDS);
        assertEquals(ONE_HOLD, bodies());
    }

    @Test
    void dismantlingLetsEveryoneGoNowAndLater() throws Exception {
        Future<?> passing = holdAndPass();

        gates.of("an actor").dismantle();
        gates.hold(ACCEPT, "too late");

        passing.get(10, TimeUnit.SECONDS);
        gates.before(Stage.ACCEPT, lane);
        assertEquals(ONE_HOLD, bodies());
        assertTrue(gates.areOpen());
    }

    @Test
    void aHoldThatIsInterruptedIsRecordedAsEnded() {
        gates.hold(ACCEPT, "to look");
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> gates.before(Stage.ACCEPT, lane));

        assertEquals(ONE_HOLD, bodies());
    }

    @Test
    void anArrivalIsToldOnceAndMayReleaseTheGateAtOnce() throws Exception {
        List<Gates.Arrival> arrivals = new ArrayList<>();
        gates.onArrival(arrival -> {
            arrivals.add(arrival);
            gates.release(ACCEPT);
        });
        gates.before(Stage.ACCEPT, lane);
        assertEquals(List.of(), arrivals, "the gate was open");
        gates.hold(ACCEPT, "to look");

        gates.of("an actor").before(Stage.ACCEPT, lane);

        assertEquals(List.of(new Gates.Arrival("an actor", lane, Stage.ACCEPT, Gate.Side.BEFORE, "to look", arrivals.getFirst().halt())),
                arrivals);
        assertEquals(ONE_HOLD, bodies());
    }

    @Test
    void oneIsLetPassAndTheNextWaitsAtTheSameGate() throws Exception {
        gates.hold(ACCEPT, "to look");
        gates.onArrival(arrival -> arrival.halt().pass());

        gates.before(Stage.ACCEPT, lane);
        gates.onArrival(null);
        Halt second = gates.arrive(Stage.ACCEPT, Gate.Side.BEFORE, lane);

        assertFalse(second.isOver(), "the gate is still held");
        second.pass();
        assertTrue(second.isOver());
        assertFalse(gates.areOpen());
    }

    @Test
    void aListenerThatBreaksLeavesNoHoldOpen() {
        gates.hold(ACCEPT, "to look");
        gates.onArrival(arrival -> {
            throw new IllegalStateException("on purpose");
        });

        assertThrows(IllegalStateException.class, () -> gates.before(Stage.ACCEPT, lane));

        assertEquals(ONE_HOLD, bodies());
    }

    @Test
    void oneActorIsHeldAloneAndTheSessionHoldsThemAll() {
        Gates one = gates.of("one");
        one.hold(ACCEPT, "one alone");
        assertEquals("one alone", one.reason(Stage.ACCEPT, Gate.Side.BEFORE, lane));
        assertNull(gates.of("other").reason(Stage.ACCEPT, Gate.Side.BEFORE, lane));
        assertNull(gates.reason(Stage.ACCEPT, Gate.Side.BEFORE, lane));

        gates.hold(ACCEPT, "all");

        assertEquals("all", gates.of("other").reason(Stage.ACCEPT, Gate.Side.BEFORE, lane));
        assertFalse(gates.of("other").areOpen());
    }

    @Test
    void theGateAfterAStageStandsPastItsFinished() throws Exception {
        Gate after = Gate.after(Lane.SERVER, Stage.BIND);
        gates.hold(after, "to look");
        List<EventBody> whenHeld = new ArrayList<>();
        gates.onArrival(arrival -> {
            whenHeld.addAll(bodies());
            gates.release(after);
        });
        Outcome bound = new Outcome.Bound(new Endpoint("127.0.0.1", 1));

        new StageRunner(lane, gates).run(new StageRunner.Call(Stage.BIND, Operation.BIND, null, null),
                () -> new StageRunner.Result<>(null, bound));

        assertEquals(List.of(new Finished(Stage.BIND, 0, bound), new HoldStarted(Stage.BIND, true, "to look")), whenHeld.subList(1, 3));
        assertEquals(new HoldEnded(2), bodies().getLast());
    }

    /// Returns once the lane waits, which its HoldStarted says.
    private Future<?> holdAndPass() throws InterruptedException {
        gates.hold(ACCEPT, "to look");
        Future<?> passing = thread.submit(() -> {
            gates.before(Stage.ACCEPT, lane);
            return null;
        });
        recorder.await(0, TimeUnit.SECONDS.toNanos(10));
        assertEquals(1, recorder.from(0).size());
        return passing;
    }

    private List<EventBody> bodies() {
        return recorder.from(0).stream().map(TraceEvent::body).toList();
    }
}
