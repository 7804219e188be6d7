package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent.HoldEnded;
import dev.lifeline.model.event.HoldEvent.HoldStarted;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent.Failed;
import dev.lifeline.model.event.StageEvent.Finished;
import dev.lifeline.model.event.StageEvent.Started;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageRunnerTest {

    private static final Endpoint LOCAL = new Endpoint("127.0.0.1", 40_000);
    private static final Endpoint REMOTE = new Endpoint("127.0.0.1", 80);
    private static final StageRunner.Call CALL = new StageRunner.Call(Stage.CONNECT, Operation.CONNECT, LOCAL, REMOTE);
    private static final Started STARTED = new Started(Stage.CONNECT, LOCAL, REMOTE);

    private final FakeTime time = new FakeTime(0);
    private final Recorder recorder = new Recorder(time.clock());
    private static final Gate BEFORE = Gate.before(Lane.CLIENT, Stage.CONNECT);
    private final Gates gates = new Gates();
    private final StageRunner runner = new StageRunner(new LaneRecorder(recorder, Lane.CLIENT, 1, 2), gates);

    @Test
    void aStageThatWorksIsStartedThenFinishedAndItsTimeIsBetween() throws Exception {
        Outcome outcome = new Outcome.Connected(new FourTuple(LOCAL, REMOTE));

        String value = runner.run(CALL, () -> {
            time.advance(1_000);
            return new StageRunner.Result<>("socket", outcome);
        });

        assertEquals("socket", value);
        assertEquals(List.of(STARTED, new Finished(Stage.CONNECT, 0, outcome)), bodies());
        List<TraceEvent> events = recorder.from(0);
        assertEquals(1_001, events.get(1).at() - events.get(0).at());
        assertEquals(2, events.get(1).attempt());
    }

    @Test
    void aStageThatFailsIsRecordedWithItsCodeAndBothEnds() {
        ConnectException refused = new ConnectException("Connection refused");

        StageFailure thrown = assertThrows(StageFailure.class, () -> runner.run(CALL, () -> {
            throw refused;
        }));

        Failure failure = new Failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, LOCAL, REMOTE, "Connection refused");
        assertEquals(List.of(STARTED, new Failed(Stage.CONNECT, 0, failure)), bodies());
        assertEquals(failure, thrown.failure());
        assertEquals(Stage.CONNECT, thrown.stage());
        assertSame(refused, thrown.getCause());
    }

    @Test
    void aFailureIsStampedBeforeItsMeaningIsFoundOut() {
        IOException slowToUnderstand = new IOException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                time.advance(12_000_000);
                return "Connection refused";
            }
        };

        assertThrows(StageFailure.class, () -> runner.run(CALL, () -> {
            time.advance(1_000);
            throw slowToUnderstand;
        }));

        List<TraceEvent> events = recorder.from(0);
        assertEquals(1_001, events.get(1).at() - events.get(0).at());
    }

    @Test
    void aDeadlineIsAFailureOfTheStage() {
        StageFailure thrown = assertThrows(StageFailure.class, () -> runner.run(CALL, () -> {
            throw new DeadlineException("3 s");
        }));

        assertEquals(ErrorCode.TIMEOUT, thrown.failure().code());
        assertEquals("no result within 3 s", thrown.failure().message());
    }

    @Test
    void anInterruptedStageIsRecordedAndTheInterruptGoesOn() {
        assertThrows(InterruptedException.class, () -> runner.run(CALL, () -> {
            throw new InterruptedException();
        }));

        Failure failure = new Failure(ErrorCode.INTERRUPTED, Operation.CONNECT, LOCAL, REMOTE, null);
        assertEquals(List.of(STARTED, new Failed(Stage.CONNECT, 0, failure)), bodies());
    }

    @Test
    void aFaultOfTheProgramLeavesNoStageOpen() {
        IllegalStateException fault = new IllegalStateException("a bug");

        assertSame(fault, assertThrows(IllegalStateException.class, () -> runner.run(CALL, () -> {
            throw fault;
        })));

        Failure failure = new Failure(ErrorCode.UNKNOWN, Operation.CONNECT, LOCAL, REMOTE, "java.lang.IllegalStateException: a bug");
        assertEquals(List.of(STARTED, new Failed(Stage.CONNECT, 0, failure)), bodies());
    }

    @Test
    void aHoldEndsBeforeTheStageStarts() throws Exception {
        gates.hold(BEFORE, "to look");
        Thread other = Thread.ofPlatform().start(() -> {
            awaitFirstEvent();
            gates.release(BEFORE);
        });

        runner.run(CALL, () -> new StageRunner.Result<>(null, new Outcome.Bound(LOCAL)));

        other.join();
        assertEquals(List.of(new HoldStarted(Stage.CONNECT, "to look"), new HoldEnded(0), STARTED,
                new Finished(Stage.CONNECT, 2, new Outcome.Bound(LOCAL))), bodies());
    }

    @Test
    void anInterruptAtTheGateStartsNoStage() {
        gates.hold(BEFORE, "to look");
        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> runner.run(CALL, () -> {
            throw new IOException("must not run");
        }));

        assertEquals(List.of(new HoldStarted(Stage.CONNECT, "to look"), new HoldEnded(0)), bodies());
    }

    private void awaitFirstEvent() {
        try {
            recorder.await(0, 10_000_000_000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<EventBody> bodies() {
        return recorder.from(0).stream().map(TraceEvent::body).toList();
    }
}
