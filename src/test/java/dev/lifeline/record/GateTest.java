package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent.HoldEnded;
import dev.lifeline.model.event.HoldEvent.HoldStarted;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final List<EventBody> ONE_HOLD = List.of(new HoldStarted(Stage.ACCEPT, "to look"), new HoldEnded(0));

    private final Recorder recorder = new Recorder(new FakeTime(0).clock());
    private final LaneRecorder lane = new LaneRecorder(recorder, Lane.SERVER, 1, 0);
    private final Gate gate = new Gate();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() throws InterruptedException {
        thread.shutdownNow();
        assertTrue(thread.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void anOpenGateRecordsNothing() throws InterruptedException {
        gate.pass(Stage.ACCEPT, lane);

        assertEquals(List.of(), recorder.from(0));
        assertNull(gate.heldFor(Stage.ACCEPT));
    }

    @Test
    void holdsOneStageAndLeavesTheOthers() throws InterruptedException {
        gate.hold(Stage.ACCEPT, "to look");

        gate.pass(Stage.CONNECT, lane);

        assertEquals("to look", gate.heldFor(Stage.ACCEPT));
        assertNull(gate.heldFor(Stage.CONNECT));
        assertEquals(List.of(), recorder.from(0));
    }

    @Test
    void aHeldLaneWaitsUntilItsStageIsReleased() throws Exception {
        Future<?> passing = holdAndPass();
        gate.release(Stage.CONNECT);
        assertEquals(1, recorder.from(0).size(), "another stage's release is not meant");

        gate.release(Stage.ACCEPT);

        passing.get(10, TimeUnit.SECONDS);
        assertEquals(ONE_HOLD, bodies());
    }

    @Test
    void dismantlingLetsEveryoneGoNowAndLater() throws Exception {
        Future<?> passing = holdAndPass();

        gate.dismantle();
        gate.hold(Stage.ACCEPT, "too late");

        passing.get(10, TimeUnit.SECONDS);
        gate.pass(Stage.ACCEPT, lane);
        assertEquals(ONE_HOLD, bodies());
        assertNull(gate.heldFor(Stage.ACCEPT));
    }

    @Test
    void aHoldThatIsInterruptedIsRecordedAsEnded() throws Exception {
        gate.hold(Stage.ACCEPT, "to look");
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> gate.pass(Stage.ACCEPT, lane));

        assertEquals(ONE_HOLD, bodies());
    }

    /// Returns once the lane waits, which its HoldStarted says.
    private Future<?> holdAndPass() throws InterruptedException {
        gate.hold(Stage.ACCEPT, "to look");
        Future<?> passing = thread.submit(() -> {
            gate.pass(Stage.ACCEPT, lane);
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
