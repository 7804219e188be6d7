package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Input;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a late or early end does to one attempt; everything else is seen through the dialer.
class AttemptTest {

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final Queue<Input> reports = new ArrayDeque<>();

    private Attempt attempt(Endpoint candidate) {
        return attempt(candidate, null);
    }

    private Attempt attempt(Endpoint candidate, InetSocketAddress source) {
        StageRunner runner = new StageRunner(new LaneRecorder(recorder, Lane.CLIENT, 1, 7), new Gates());
        return new Attempt(runner, 7, candidate, new Origin(source, SocketSetup.NONE),
                new Attempt.DeadlineRule(TimeUnit.SECONDS.toNanos(10), null), reports);
    }

    @Test
    void aSuccessThatCameTooLateIsClosedAllTheSame() throws Exception {
        try (Listeners listeners = new Listeners()) {
            Attempt attempt = attempt(listeners.accepting("127.0.0.1"));
            attempt.run();
            assertTrue(attempt.channel().isConnected());

            attempt.abandon();

            assertFalse(attempt.channel().isOpen());
            assertEquals(List.of(Input.Kind.CONNECTING, Input.Kind.CONNECTED), reports.stream().map(Input::kind).toList());
        }
    }

    @Test
    void theSocketIsToldBeforeAnyStage() throws Exception {
        try (Listeners listeners = new Listeners()) {
            Attempt attempt = attempt(listeners.accepting("127.0.0.1"), new InetSocketAddress("127.0.0.1", 0));
            attempt.run();
            attempt.abandon();

            TraceEvent first = recorder.from(0).getFirst();
            assertEquals(new LoopEvent.SocketOpened(SocketPurpose.CONNECTING), first.body());
            assertEquals(7, first.attempt());
            assertEquals(Stage.BIND, ((StageEvent.Started) recorder.from(1).getFirst().body()).stage());
        }
    }

    @Test
    void anAttemptThatIsGivenUpBeforeItBeginsNeverCallsTheNetwork() throws Exception {
        try (Listeners listeners = new Listeners()) {
            Attempt attempt = attempt(listeners.accepting("127.0.0.1"));
            attempt.abandon();

            attempt.run();

            assertTrue(Thread.interrupted());
            assertFalse(attempt.channel().isOpen());
            assertNull(attempt.tuple());
            assertEquals(ErrorCode.INTERRUPTED, attempt.failure().failure().code());
            assertEquals(List.of(), recorder.from(0));
            assertEquals(List.of(new Input.Failed(7)), List.copyOf(reports));
        }
    }
}
