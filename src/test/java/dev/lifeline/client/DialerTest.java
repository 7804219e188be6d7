package dev.lifeline.client;

import static dev.lifeline.client.DialFixture.LONG;
import static dev.lifeline.client.DialFixture.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The race on real loopback sockets. The story of a race is compared as text: attempt number, then what was recorded.
@Timeout(60)
class DialerTest {

    private final DialFixture fixture = new DialFixture();
    private final Listeners listeners = fixture.listeners();
    private final Recorder recorder = fixture.recorder();
    private final Gates gates = fixture.gates();

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        fixture.close();
    }

    @Test
    void aSingleCandidateConnectsOnTheCallersThread() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");

        Dialed dialed = fixture.dialer(Personality.RFC8305, null, LONG).dial(List.of(target));

        try (var channel = dialed.channel()) {
            assertTrue(channel.isConnected() && channel.isBlocking());
            assertEquals(Endpoint.of((InetSocketAddress) channel.getLocalAddress()), dialed.tuple().local());
            assertEquals(target, dialed.tuple().remote());
            assertEquals(List.of(), dialed.failures());
            assertEquals("""
                    0 ordered 1
                    1 connect started
                    1 connect finished
                    1 won
                    """, fixture.story());
        }
    }

    @Test
    void optionsAreSetBeforeTheSocketIsConnected() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        SocketSetup setup = channel -> {
            assertFalse(channel.isConnected());
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        };

        try (Dialer dialer = new Dialer(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), gates, Personality.RFC8305, null, setup, LONG);
             var channel = dialer.dial(List.of(target)).channel()) {
            assertTrue(channel.getOption(java.net.StandardSocketOptions.TCP_NODELAY));
        }
    }

    @Test
    void anOptionThatCannotBeSetFailsTheAttempt() throws Exception {
        Endpoint target = listeners.accepting("127.0.0.1");
        SocketSetup setup = channel -> {
            throw new java.io.IOException("Operation not permitted");
        };

        try (Dialer dialer = new Dialer(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), gates, Personality.RFC8305, null, setup, LONG)) {
            StageFailure failure = assertThrows(StageFailure.class, () -> dialer.dial(List.of(target)));
            assertEquals(Stage.CONNECT, failure.stage());
            assertEquals(ErrorCode.EPERM, failure.failure().code());
        }
    }

    @Test
    void aRefusalIsPlacedAtConnectWithBothTheCodeAndTheRemoteEnd() throws Exception {
        Endpoint target = listeners.refusing("127.0.0.1");

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, null, LONG).dial(List.of(target)));

        assertEquals(Stage.CONNECT, failure.stage());
        assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
        assertEquals(target, failure.failure().remote());
        assertEquals(1, assertInstanceOf(AttemptsFailed.class, failure.getCause()).failures().size());
        assertEquals("""
                0 ordered 1
                1 connect started
                1 connect failed ECONNREFUSED
                """, fixture.story());
    }

    @Test
    void aRefusedIPv6AddressGivesWayToIPv4() throws Exception {
        DialFixture.assumeIPv6();
        Endpoint refused = listeners.refusing("::1");
        Endpoint target = listeners.accepting("127.0.0.1");

        // Without a delay that could pass before the refusal is here.
        Dialed dialed = fixture.dialer(Personality.SERIAL, null, LONG).dial(List.of(refused, target));

        try (var channel = dialed.channel()) {
            assertTrue(channel.isConnected());
            assertEquals(2, dialed.attempt());
            assertEquals(1, dialed.failures().size());
            assertEquals(refused, dialed.failures().getFirst().candidate());
            assertEquals(ErrorCode.ECONNREFUSED, dialed.failures().getFirst().failure().code());
            assertEquals("""
                    0 ordered 2
                    1 connect started
                    1 connect failed ECONNREFUSED
                    2 connect started
                    2 connect finished
                    2 won
                    """, fixture.story());
        }
    }

    @Test
    void aSilentAddressIsOvertakenAndAbandoned() throws Exception {
        Endpoint silent = listeners.silent("127.0.0.1");
        Endpoint target = listeners.accepting("127.0.0.1");

        Dialed dialed = fixture.dialer(Personality.RFC8305, null, LONG).dial(List.of(silent, target));

        try (var channel = dialed.channel()) {
            assertTrue(channel.isConnected());
            assertEquals(2, dialed.attempt());
            assertEquals(List.of(), dialed.failures());
            assertEquals("""
                    0 ordered 2
                    1 connect started
                    2 connect started
                    2 connect finished
                    2 won
                    1 abandoned: attempt 2 connected first
                    1 connect failed INTERRUPTED
                    """, fixture.story());
            // The delay runs from the decision to start attempt 1, which its thread records a little later.
            assertTrue(startOf(2) - recorder.from(0).getFirst().at() >= Personality.RFC8305.delayNanos());
        }
    }

    @Test
    void nodeGivesTheFirstUpBeforeItStartsTheSecond() throws Exception {
        Endpoint silent = listeners.silent("127.0.0.1");
        Endpoint refused = listeners.refusing("127.0.0.1");

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.NODE, null, LONG).dial(List.of(silent, refused)));

        assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
        List<AttemptFailure> all = assertInstanceOf(AttemptsFailed.class, failure.getCause()).failures();
        assertEquals(List.of(ErrorCode.INTERRUPTED, ErrorCode.ECONNREFUSED),
                all.stream().map(each -> each.failure().code()).toList());
        assertTrue(fixture.story().startsWith("""
                0 ordered 2
                1 connect started
                1 abandoned: no answer within 250 ms
                """), fixture.story());
    }

    @Test
    void whenAllFailEachKeepsItsOwnError() throws Exception {
        Endpoint silent = listeners.silent("127.0.0.1");
        Endpoint refused = listeners.refusing("127.0.0.1");

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, null, SHORT).dial(List.of(refused, silent)));

        List<AttemptFailure> all = assertInstanceOf(AttemptsFailed.class, failure.getCause()).failures();
        assertEquals(List.of(ErrorCode.ECONNREFUSED, ErrorCode.TIMEOUT),
                all.stream().map(each -> each.failure().code()).toList());
        assertEquals(List.of(refused, silent), all.stream().map(AttemptFailure::candidate).toList());
        assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
    }

    @Test
    void theDeadlineEndsASilentAttempt() throws Exception {
        Endpoint silent = listeners.silent("127.0.0.1");

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.RFC8305, null, SHORT).dial(List.of(silent)));

        assertEquals(ErrorCode.TIMEOUT, failure.failure().code());
        assertEquals("no result within 1 s", failure.failure().message());
        TraceEvent last = recorder.from(0).getLast();
        assertTrue(last.at() - startOf(1) >= SHORT);
    }

    @Test
    void theDeadlineIsForAllAttemptsTogetherAndLeavesOutWhoHadNoTurn() throws Exception {
        Endpoint silent = listeners.silent("127.0.0.1");
        Endpoint unused = listeners.accepting("127.0.0.1");

        StageFailure failure = assertThrows(StageFailure.class,
                () -> fixture.dialer(Personality.SERIAL, null, SHORT).dial(List.of(silent, unused)));

        assertEquals(ErrorCode.TIMEOUT, failure.failure().code());
        assertEquals("""
                0 ordered 2
                1 connect started
                1 connect failed TIMEOUT
                0 left out: no time was left for it
                """, fixture.story());
    }

    @Test
    void anInterruptEndsAllAttemptsAtOnce() throws Exception {
        List<Endpoint> silent = List.of(listeners.silent("127.0.0.1"), listeners.silent("127.0.0.1"));
        Dialer dialer = fixture.dialer(Personality.RFC8305, null, LONG);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread dialing = Thread.ofPlatform().start(() -> thrown.complete(outcome(dialer, silent)));

        awaitEvent(event -> event.attempt() == 2 && event.body() instanceof StageEvent.Started);
        dialing.interrupt();

        assertInstanceOf(InterruptedException.class, thrown.get(10, TimeUnit.SECONDS));
        assertTrue(fixture.story().contains("1 connect failed INTERRUPTED"), fixture.story());
        assertTrue(fixture.story().contains("2 connect failed INTERRUPTED"), fixture.story());
    }

    @Test
    void closingFromAnotherThreadEndsASingleAttempt() throws Exception {
        List<Endpoint> silent = List.of(listeners.silent("127.0.0.1"));
        Dialer dialer = fixture.dialer(Personality.RFC8305, null, LONG);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            thrown.complete(outcome(dialer, silent));
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });

        awaitEvent(event -> event.body() instanceof StageEvent.Started);
        dialer.close();

        assertInstanceOf(InterruptedException.class, thrown.get(10, TimeUnit.SECONDS));
        assertFalse(stillInterrupted.get(10, TimeUnit.SECONDS));
        assertEquals("""
                0 ordered 1
                1 connect started
                1 connect failed INTERRUPTED
                """, fixture.story());
        assertThrows(InterruptedException.class, () -> dialer.dial(silent));
    }

    @Test
    void closingAfterTheRaceLeavesTheConnectionAlone() throws Exception {
        Dialer dialer = fixture.dialer(Personality.RFC8305, null, LONG);
        Dialed dialed = dialer.dial(List.of(listeners.accepting("127.0.0.1")));

        dialer.close();

        assertTrue(dialed.channel().isOpen());
        assertFalse(Thread.interrupted());
        dialed.channel().close();
    }

    @Test
    void aHeldGateHoldsTheWholeRaceBeforeItsFirstAttempt() throws Exception {
        List<Endpoint> candidates = List.of(listeners.refusing("127.0.0.1"), listeners.refusing("127.0.0.1"));
        gates.hold(Gate.before(Lane.CLIENT, Stage.CONNECT), "a person looks");
        Dialer dialer = fixture.dialer(Personality.RFC8305, null, LONG);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> thrown.complete(outcome(dialer, candidates)));

        awaitEvent(event -> event.body() instanceof HoldEvent.HoldStarted);
        assertFalse(fixture.story().contains("connect started"));
        gates.release(Gate.before(Lane.CLIENT, Stage.CONNECT));

        assertInstanceOf(StageFailure.class, thrown.get(10, TimeUnit.SECONDS));
        assertTrue(fixture.story().startsWith("""
                0 ordered 2
                0 hold started
                0 hold ended
                1 connect started
                """), fixture.story());
    }

    private static Throwable outcome(Dialer dialer, List<Endpoint> candidates) {
        try {
            dialer.dial(candidates).channel().close();
            return null;
        } catch (StageFailure | InterruptedException | IOException e) {
            return e;
        }
    }

    private void awaitEvent(Predicate<TraceEvent> wanted) throws InterruptedException {
        for (int next = 0; ; next++) {
            assertTrue(recorder.await(next, LONG));
            if (wanted.test(recorder.from(next).getFirst())) {
                return;
            }
        }
    }

    private long startOf(int attempt) {
        return recorder.from(0).stream()
                .filter(event -> event.attempt() == attempt && event.body() instanceof StageEvent.Started)
                .findFirst().orElseThrow().at();
    }
}
