package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.Gate;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each behaviour as a real client meets it, and as it is recorded.
@Timeout(60)
class BehaviourTest {

    private static final byte[] PING = "ping\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void echoSendsBackAndClosesAfterThePeer() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            try (Socket client = fixture.client()) {
                client.getOutputStream().write(PING);
                assertArrayEquals(PING, client.getInputStream().readNBytes(PING.length));
                client.shutdownOutput();
                assertEquals(-1, client.getInputStream().read());
            }
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "first byte", "write", "close"), fixture.stages(1));
            assertEquals("ping\\n", ((Outcome.Moved) fixture.outcome(1, Stage.FIRST_BYTE)).bytes().preview());
            assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5), fixture.closed(1));
            assertEquals(List.of(new StreamEvent.ChunkWritten(5, 5)), fixture.all(1, StreamEvent.ChunkWritten.class));
        }
    }

    @Test
    void laterChunksAreTheDataStage() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            for (int i = 0; i < 3; i++) {
                client.getOutputStream().write(PING);
                assertArrayEquals(PING, client.getInputStream().readNBytes(PING.length));
            }
            client.shutdownOutput();
            fixture.awaitOver(1);
            Outcome.Moved data = (Outcome.Moved) fixture.outcome(1, Stage.DATA);
            assertEquals(10, data.bytes().count());
            assertEquals(2, data.chunks());
            assertEquals(Ending.END_OF_STREAM, data.ending());
            assertEquals(3, fixture.outcomes(1, Stage.WRITE).size());
        }
    }

    @Test
    void manyAnswersDoNotFillTheTraceWithStages() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            client.setTcpNoDelay(true);
            int rounds = ConnectionLog.ANSWERS_APART + 40;
            for (int i = 0; i < rounds; i++) {
                client.getOutputStream().write(PING);
                assertArrayEquals(PING, client.getInputStream().readNBytes(PING.length));
            }
            client.shutdownOutput();
            fixture.awaitOver(1);
            List<Outcome> writes = fixture.outcomes(1, Stage.WRITE);
            assertEquals(ConnectionLog.ANSWERS_APART + 1, writes.size());
            assertEquals(40 * 5, ((Outcome.Moved) writes.getLast()).bytes().count());
        }
    }

    @Test
    void bannerSpeaksFirstAndNeverAnswers() throws Exception {
        try (ServerFixture fixture = new ServerFixture("banner"); Socket client = fixture.client()) {
            byte[] greeting = "220 lifeline ready\r\n".getBytes(StandardCharsets.US_ASCII);
            assertArrayEquals(greeting, client.getInputStream().readNBytes(greeting.length));
            client.getOutputStream().write(PING);
            client.shutdownOutput();
            assertEquals(-1, client.getInputStream().read());
            fixture.awaitOver(1);
            assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 20), fixture.closed(1));
        }
    }

    @Test
    void silentReadsAndSaysNothing() throws Exception {
        try (ServerFixture fixture = new ServerFixture("silent"); Socket client = fixture.client()) {
            client.getOutputStream().write(PING);
            client.shutdownOutput();
            assertEquals(-1, client.getInputStream().read());
            fixture.awaitOver(1);
            assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 0), fixture.closed(1));
            assertFalse(fixture.stages(1).contains("write"));
        }
    }

    @Test
    void aClientThatSaysNothingIsNoFailure() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            fixture.client().close();
            fixture.awaitOver(1);
            Outcome.Moved nothing = (Outcome.Moved) fixture.outcome(1, Stage.FIRST_BYTE);
            assertEquals(0, nothing.bytes().count());
            assertEquals(Ending.END_OF_STREAM, nothing.ending());
            assertEquals(1, fixture.all(1, StreamEvent.EndOfStream.class).size());
            assertEquals(CloseKind.ORDERLY, fixture.closed(1).how());
        }
    }

    @Test
    void resetComesAfterTheFirstByte() throws Exception {
        try (ServerFixture fixture = new ServerFixture("reset"); Socket client = fixture.client()) {
            client.getOutputStream().write(PING);
            assertThrows(SocketException.class, () -> client.getInputStream().read());
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "first byte", "close"), fixture.stages(1));
            assertEquals(new Outcome.Closed(CloseKind.RESET, null, 5, 0), fixture.closed(1));
        }
    }

    @Test
    void resetAtAcceptComesBeforeAnything() throws Exception {
        try (ServerFixture fixture = new ServerFixture("reset=accept")) {
            fixture.gates.hold(Gate.before(Lane.SERVER, Stage.ACCEPT), "the client shall be connected");
            try (Socket client = fixture.client()) {
                fixture.gates.release(Gate.before(Lane.SERVER, Stage.ACCEPT));
                assertThrows(SocketException.class, () -> client.getInputStream().read());
                fixture.awaitOver(1);
                assertEquals(List.of("accept", "close"), fixture.stages(1));
                assertEquals(CloseKind.RESET, fixture.closed(1).how());
            }
        }
    }

    @Test
    void resetDuringTheAnswerGivesHalfOfIt() throws Exception {
        try (ServerFixture fixture = new ServerFixture("reset=answer"); Socket client = fixture.client()) {
            client.getOutputStream().write("123456".getBytes(StandardCharsets.US_ASCII));
            assertThrows(SocketException.class, () -> client.getInputStream().readNBytes(6));
            fixture.awaitOver(1);
            assertEquals("123", ((Outcome.Moved) fixture.outcome(1, Stage.WRITE)).bytes().preview());
            assertEquals(new Outcome.Closed(CloseKind.RESET, null, 6, 3), fixture.closed(1));
        }
    }

    @Test
    void closeEndsAtOnceAndFirst() throws Exception {
        try (ServerFixture fixture = new ServerFixture("close"); Socket client = fixture.client()) {
            assertEquals(-1, client.getInputStream().read());
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "close"), fixture.stages(1));
            assertEquals(new Outcome.Closed(CloseKind.HALF, Lane.SERVER, 0, 0), fixture.closed(1));
        }
    }

    @Test
    void lateAcceptHoldsEachConnectionAndThenEchoes() throws Exception {
        try (ServerFixture fixture = new ServerFixture("late-accept=60ms")) {
            for (int number = 1; number <= 2; number++) {
                try (Socket client = fixture.client()) {
                    client.getOutputStream().write(PING);
                    assertArrayEquals(PING, client.getInputStream().readNBytes(PING.length));
                }
            }
            fixture.awaitOver(2);
            List<HoldEvent.HoldStarted> holds = fixture.all(0, HoldEvent.HoldStarted.class);
            assertEquals(List.of(new HoldEvent.HoldStarted(Stage.ACCEPT, "late-accept=60ms"),
                    new HoldEvent.HoldStarted(Stage.ACCEPT, "late-accept=60ms")), holds);
            TraceEvent held = fixture.await(HoldEvent.HoldStarted.class);
            TraceEvent gone = fixture.await(HoldEvent.HoldEnded.class);
            TraceEvent accept = fixture.await("accept", event -> event.body() instanceof StageEvent.Started started
                    && started.stage() == Stage.ACCEPT);
            assertEquals(held.sequence(), ((HoldEvent.HoldEnded) gone.body()).started());
            assertTrue(gone.at() - held.at() >= 60_000_000, "ended early");
            assertTrue(accept.at() >= gone.at(), "accepted during the hold");
        }
    }

    @Test
    void dripAnswersInSmallPiecesWithPausesBetween() throws Exception {
        try (ServerFixture fixture = new ServerFixture("drip=2/10ms"); Socket client = fixture.client()) {
            client.getOutputStream().write(PING);
            client.shutdownOutput();
            assertArrayEquals(PING, client.getInputStream().readAllBytes());
            fixture.awaitOver(1);
            assertEquals(List.of(2L, 2L, 1L),
                    fixture.all(1, StreamEvent.ChunkWritten.class).stream().map(StreamEvent.ChunkWritten::taken).toList());
            List<Long> times = fixture.recorder.from(0).stream()
                    .filter(event -> event.body() instanceof StreamEvent.ChunkWritten).map(TraceEvent::at).toList();
            assertTrue(times.getLast() - times.getFirst() >= 20_000_000, "two pauses of 10 ms: " + times);
            assertEquals(3, ((Outcome.Moved) fixture.outcome(1, Stage.WRITE)).chunks());
            assertEquals(CloseKind.ORDERLY, fixture.closed(1).how());
        }
    }

    @Test
    void whileOneRequestIsComputedNobodyElseIsAccepted() throws Exception {
        try (ServerFixture fixture = new ServerFixture("cpu=60ms"); Socket first = fixture.client()) {
            first.getOutputStream().write(PING);
            TraceEvent begun = fixture.await("work", event -> event.body() instanceof StageEvent.Started started
                    && started.stage() == Stage.HANDLER);
            try (Socket second = fixture.client()) {
                assertArrayEquals(PING, first.getInputStream().readNBytes(PING.length));
                second.shutdownOutput();
                assertEquals(0, second.getInputStream().readAllBytes().length);
            }
            first.shutdownOutput();
            fixture.awaitOver(2);
            Outcome.Handled handled = (Outcome.Handled) fixture.outcome(1, Stage.HANDLER);
            assertTrue(handled.cpu() >= 60_000_000 || handled.cpu() == Outcome.Handled.NOT_MEASURED, handled::toString);
            long ended = fixture.recorder.from(0).stream().filter(event -> event.body() instanceof StageEvent.Finished finished
                    && finished.stage() == Stage.HANDLER).findFirst().orElseThrow().at();
            assertTrue(ended - begun.at() >= 50_000_000, "it takes its time");
            for (TraceEvent event : fixture.recorder.from(0)) {
                assertTrue(event.connection() != 2 || event.at() >= ended, () -> "the second was served meanwhile: " + event);
            }
        }
    }

    @Test
    void floodSendsUntilTheClientIsGone() throws Exception {
        try (ServerFixture fixture = new ServerFixture("flood")) {
            try (Socket client = fixture.client()) {
                assertEquals(1_000_000, client.getInputStream().readNBytes(1_000_000).length);
            }
            fixture.awaitOver(1);
            assertTrue(fixture.closed(1).written() >= 1_000_000);
            assertEquals(CloseKind.ABANDONED, fixture.closed(1).how());
            ErrorCode code = fixture.failure(1, Stage.WRITE).code();
            assertTrue(code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE, code.toString());
        }
    }

    @Test
    void aResetByTheClientFailsTheReadThatMeetsIt() throws Exception {
        try (ServerFixture fixture = new ServerFixture("silent")) {
            reset(fixture.client());
            fixture.awaitOver(1);
            assertEquals(ErrorCode.ECONNRESET, fixture.failure(1, Stage.FIRST_BYTE).code());
            assertEquals(Operation.READ, fixture.failure(1, Stage.FIRST_BYTE).operation());
            assertEquals(CloseKind.ABANDONED, fixture.closed(1).how());
        }
    }

    @Test
    void aResetAfterTheFirstByteFailsTheDataStage() throws Exception {
        try (ServerFixture fixture = new ServerFixture("silent")) {
            Socket client = fixture.client();
            client.getOutputStream().write(PING);
            fixture.await(StreamEvent.ChunkRead.class);
            reset(client);
            fixture.awaitOver(1);
            assertEquals(ErrorCode.ECONNRESET, fixture.failure(1, Stage.DATA).code());
            assertEquals(5, fixture.closed(1).read());
        }
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }
}
