package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The client at its gates: in the race, after connect, and before it writes.
@Timeout(60)
class HeldClientTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(20);

    private final Listeners listeners = new Listeners();
    private final Tracing trace = new Tracing();

    @AfterEach
    void end() throws Exception {
        listeners.close();
    }

    @Test
    void aHoldOfTheSecondAttemptLetsTheFirstWin() throws Exception {
        trace.gates.hold(Gate.before(Lane.CLIENT, Stage.CONNECT).attempt(2), "only the second");
        CompletableFuture<Dialed> dialed = new CompletableFuture<>();
        Endpoint slow = listeners.silent("127.0.0.1");
        Endpoint fast = listeners.accepting("127.0.0.1");
        try (Dialer dialer = dialer()) {
            Thread.ofPlatform().start(() -> dial(dialer, List.of(slow, fast), dialed));
            await(2, HoldEvent.HoldStarted.class);

            // The kernel answers when it sends the first SYN again, after a second; the second attempt would have taken none.
            listeners.wake(slow);

            Dialed won = dialed.get(10, TimeUnit.SECONDS);
            won.channel().close();
            assertEquals(1, won.attempt());
        }
        assertEquals(List.of(), bodies(2, StageEvent.Started.class));
        assertEquals(1, bodies(2, HoldEvent.HoldEnded.class).size());
    }

    @Test
    void aHeldAttemptIsGivenUpWhenTheOtherWins() throws Exception {
        trace.gates.hold(Gate.before(Lane.CLIENT, Stage.CONNECT).attempt(1), "only the first");
        try (Dialer dialer = dialer()) {
            Dialed dialed = dialer.dial(List.of(listeners.accepting("127.0.0.1"), listeners.accepting("127.0.0.1")));

            dialed.channel().close();
            assertEquals(2, dialed.attempt());
        }
        assertEquals(List.of(), bodies(1, StageEvent.Started.class), "its connect was never called");
        assertEquals(1, bodies(1, HoldEvent.HoldEnded.class).size());
        assertEquals(List.of(new RaceEvent.Abandoned("attempt 2 connected first")), bodies(1, RaceEvent.Abandoned.class));
    }

    @Test
    void afterConnectTheWinnerIsHeldAndNoMoreAttemptsBegin() throws Exception {
        Gate after = Gate.after(Lane.CLIENT, Stage.CONNECT);
        List<EventBody> whenHeld = new ArrayList<>();
        trace.gates.hold(after, "to look");
        trace.gates.onArrival(arrival -> {
            trace.recorder.from(0).forEach(event -> whenHeld.add(event.body()));
            trace.gates.release(after);
        });
        try (Dialer dialer = dialer()) {
            dialer.dial(List.of(listeners.accepting("127.0.0.1"), listeners.accepting("127.0.0.1"))).channel().close();
        }
        assertTrue(whenHeld.contains(new RaceEvent.Won()));
        assertInstanceOf(HoldEvent.HoldStarted.class, whenHeld.getLast());
        assertEquals(List.of("connect ok"), trace.stages());
    }

    @Test
    void aHoldAfterConnectDelaysTheWriteAndNotTheEndOfConnect() throws Exception {
        Gate after = Gate.after(Lane.CLIENT, Stage.CONNECT);
        trace.gates.hold(after, "to look");
        CompletableFuture<Dialed> dialed = new CompletableFuture<>();
        try (Dialer dialer = dialer()) {
            Endpoint target = listeners.accepting("127.0.0.1");
            Thread.ofPlatform().start(() -> dial(dialer, List.of(target), dialed));
            TraceEvent hold = await(1, HoldEvent.HoldStarted.class);
            assertEquals(List.of("connect ok"), trace.stages());
            assertFalse(dialed.isDone());
            trace.gates.release(after);
            OpenConnection connection = new OpenConnection(trace.runner,
                    ChannelStream.forWaits(dialed.get(10, TimeUnit.SECONDS).channel()));
            connection.perform(new Exchange.Write(new byte[1], 1, LONG));
            connection.discard();
            assertEquals(List.of("connect ok", "write ok"), trace.stages());
            TraceEvent connected = events(1, StageEvent.Finished.class).getFirst();
            assertTrue(connected.at() <= hold.at());
        }
    }

    private Dialer dialer() {
        return new Dialer(trace.runner.recorder(), trace.gates, Personality.RFC8305, null, LONG);
    }

    private static void dial(Dialer dialer, List<Endpoint> candidates, CompletableFuture<Dialed> dialed) {
        try {
            dialed.complete(dialer.dial(candidates));
        } catch (Exception e) {
            dialed.completeExceptionally(e);
        }
    }

    private TraceEvent await(int attempt, Class<? extends EventBody> kind) throws InterruptedException {
        long end = System.nanoTime() + LONG;
        while (true) {
            long next = trace.recorder.next();
            for (TraceEvent event : trace.recorder.from(0)) {
                if (event.attempt() == attempt && kind.isInstance(event.body())) {
                    return event;
                }
            }
            assertTrue(System.nanoTime() < end, () -> "never recorded: " + kind.getSimpleName());
            trace.recorder.await(next, end - System.nanoTime());
        }
    }

    private <T extends EventBody> List<T> bodies(int attempt, Class<T> kind) {
        return events(attempt, kind).stream().map(TraceEvent::body).map(kind::cast).toList();
    }

    private List<TraceEvent> events(int attempt, Class<? extends EventBody> kind) {
        return trace.recorder.from(0).stream().filter(event -> event.attempt() == attempt && kind.isInstance(event.body())).toList();
    }
}
