package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.Gate;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every way in which a conversation breaks, on real sockets.
@Timeout(60)
class ConversationFailureTest extends ConversationFixture {

    @Test
    void silenceAfterARequestIsAReadTimeout() throws Exception {
        Conversation.Result result = hold(Peer::drain, PING.within(new Deadlines(SECOND, 50 * MILLI, SECOND, SECOND, SECOND)));
        assertFalse(result.completed());
        assertEquals(List.of("write ok", "first byte TIMEOUT", "close ok"), trace.stages());
        assertEquals(Operation.READ, trace.failure(Stage.FIRST_BYTE).operation());
        assertEquals("no result within 50 ms", trace.failure(Stage.FIRST_BYTE).message());
        assertEquals(CloseKind.ABANDONED, closed().how());
        assertNull(closed().first());
    }

    @Test
    void anEndBeforeTheFirstByteIsEof() throws Exception {
        hold(socket -> socket.getInputStream().readNBytes(5), PING.expecting(bytes("pong")));
        assertEquals(ErrorCode.EOF, trace.failure(Stage.FIRST_BYTE).code());
        assertEquals(new RunEvent.ExpectationChecked("pong", false, ""), trace.only(RunEvent.ExpectationChecked.class));
        assertEquals(new Outcome.Closed(CloseKind.ABANDONED, Lane.SERVER, 0, 5), closed());
    }

    @Test
    void aResetBeforeTheFirstByteFailsThere() throws Exception {
        hold(socket -> {
            socket.getInputStream().readNBytes(5);
            Peer.resetOnClose(socket);
        }, PING);
        assertEquals(List.of("write ok", "first byte ECONNRESET", "close ok"), trace.stages());
        assertEquals(Operation.READ, trace.failure(Stage.FIRST_BYTE).operation());
    }

    @Test
    void aResetAfterTheFirstByteFailsTheData() throws Exception {
        hold(socket -> {
            socket.getOutputStream().write(bytes("x"));
            // Not before the client has read the byte: a reset throws away what waits to be read.
            awaitStage(Stage.FIRST_BYTE);
            Peer.resetOnClose(socket);
        }, PING.expecting(bytes("xyz")));
        assertEquals(List.of("write ok", "first byte ok", "data ECONNRESET", "close ok"), trace.stages());
        assertEquals(new RunEvent.ExpectationChecked("xyz", false, "x"), trace.only(RunEvent.ExpectationChecked.class));
    }

    @Test
    void silenceBeforeTheExpectedTextIsIdle() throws Exception {
        Conversation.Result result = hold(socket -> {
            socket.getOutputStream().write(bytes("half of"));
            Peer.drain(socket);
        }, PING.expecting(bytes("half of it")).within(idle(50 * MILLI)));
        assertEquals(new Conversation.Result(false, false), result);
        assertEquals(List.of("write ok", "first byte ok", "idle TIMEOUT", "close ok"), trace.stages());
        assertEquals("half of", trace.only(RunEvent.ExpectationChecked.class).observed());
    }

    @Test
    void theIdleStageBeginsWhereTheDataStageEnds() throws Exception {
        trace.gates.hold(Gate.before(Lane.CLIENT, Stage.DATA), "until the second chunk is sent");
        hold(socket -> {
            socket.getOutputStream().write(bytes("a"));
            awaitHold();
            socket.getOutputStream().write(bytes("b"));
            trace.gates.release(Gate.before(Lane.CLIENT, Stage.DATA));
            Peer.drain(socket);
        }, PING.stoppingAfter(5).within(idle(50 * MILLI)));
        assertEquals(List.of("write ok", "first byte ok", "data ok", "idle TIMEOUT", "close ok"), trace.stages());
        assertEquals(Ending.QUIET, moved(Stage.DATA).ending());
        long dataEnd = at(StageEvent.Finished.class, Stage.DATA);
        long idleStart = at(StageEvent.Started.class, Stage.IDLE);
        long idleEnd = at(StageEvent.Failed.class, Stage.IDLE);
        assertEquals(dataEnd, idleStart);
        assertTrue(idleEnd - idleStart >= 50 * MILLI);
    }

    @Test
    void anotherTextThanExpectedIsNoFailureOfAStage() throws Exception {
        Conversation.Result result = hold(socket -> {
            socket.getInputStream().readNBytes(5);
            socket.getOutputStream().write(bytes("HTTP/1.1 400\r\n"));
        }, PING.expecting(bytes("pong")));
        assertEquals(new Conversation.Result(true, false), result);
        assertEquals("HTTP/1.1 400\\r\\n", trace.only(RunEvent.ExpectationChecked.class).observed());
    }

    @Test
    void aPeerThatNeverReadsEndsTheWriteAtItsDeadline() throws Exception {
        CountDownLatch clientGone = new CountDownLatch(1);
        try (Peer peer = new Peer(socket -> clientGone.await(10, TimeUnit.SECONDS), 4096);
             SocketChannel channel = peer.connect()) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 4096);
            hold(channel, PING.sending(new byte[8 << 20]).within(new Deadlines(400 * MILLI, SECOND, SECOND, SECOND, SECOND)));
            clientGone.countDown();
        }
        assertEquals(List.of("write TIMEOUT", "close ok"), trace.stages());
        assertEquals(Operation.WRITE, trace.failure(Stage.WRITE).operation());
        List<StreamEvent.ChunkWritten> writes = trace.all(StreamEvent.ChunkWritten.class);
        assertEquals(0, writes.getLast().taken());
        assertTrue(closed().written() > 0 && closed().written() < 8 << 20, closed().toString());
    }

    @Test
    void aWriteIntoAConnectionThatWasResetFails() throws Exception {
        try (Peer peer = new Peer(Peer::resetOnClose); SocketChannel channel = peer.connect()) {
            peer.awaitDone();
            hold(channel, PING);
        }
        ErrorCode code = trace.failure(Stage.WRITE).code();
        assertTrue(code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE, code.name());
        assertEquals(List.of("write " + code, "close ok"), trace.stages());
        assertEquals(CloseKind.ABANDONED, closed().how());
    }

    @Test
    void aPeerThatClosesUnderALongWriteBreaksIt() throws Exception {
        try (Peer peer = new Peer(socket -> socket.getInputStream().readNBytes(1), 4096);
             SocketChannel channel = peer.connect()) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, 4096);
            hold(channel, PING.sending(new byte[8 << 20]));
        }
        ErrorCode code = trace.failure(Stage.WRITE).code();
        assertTrue(code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE, code.name());
    }

    @Test
    void aResetInsteadOfTheEndOfStreamFailsTheClose() throws Exception {
        Conversation.Result result = hold(socket -> {
            Peer.drain(socket);
            Peer.resetOnClose(socket);
        }, Script.CONNECT_ONLY.within(PATIENT));
        assertFalse(result.completed());
        assertEquals(List.of("close ECONNRESET"), trace.stages());
        assertEquals(Operation.READ, trace.failure(Stage.CLOSE).operation());
    }

    @Test
    void anInterruptEndsAWaitAndClosesAtOnce() throws Exception {
        Thread client = Thread.currentThread();
        trace.gates.hold(Gate.before(Lane.CLIENT, Stage.CLOSE), "nobody waits here after an interrupt");
        assertThrows(InterruptedException.class, () -> hold(socket -> {
            socket.getInputStream().readNBytes(5);
            client.interrupt();
            Peer.drain(socket);
        }, PING));
        assertEquals(List.of("write ok", "first byte INTERRUPTED", "close ok"), trace.stages());
        assertEquals(List.of(), trace.all(HoldEvent.class));
        assertEquals(CloseKind.ABANDONED, closed().how());
    }

    @Test
    void anInterruptAfterTheFirstByteFailsTheData() {
        Thread client = Thread.currentThread();
        assertThrows(InterruptedException.class, () -> hold(socket -> {
            socket.getOutputStream().write(bytes("x"));
            awaitStage(Stage.FIRST_BYTE);
            client.interrupt();
            Peer.drain(socket);
        }, BANNER.stoppingAfter(5)));
        assertEquals("data INTERRUPTED", trace.stages().get(1));
    }

    @Test
    void aCloseByAnotherThreadEndsTheWait() throws Exception {
        try (Peer peer = new Peer(Peer::drain); SocketChannel channel = peer.connect()) {
            Thread closer = Thread.ofPlatform().daemon().start(() -> {
                try {
                    trace.recorder.await(3, 10 * SECOND);
                    shut(channel);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            hold(channel, PING);
            closer.join();
        }
        assertEquals(List.of("write ok", "first byte INTERRUPTED", "close ok"), trace.stages());
    }

    @Test
    void aChannelThatIsClosedAlreadyFailsTheFirstStage() throws Exception {
        try (Peer peer = new Peer(Peer::drain); SocketChannel channel = peer.connect()) {
            shut(channel);
            assertFalse(hold(channel, PING).completed());
        }
        assertEquals(Operation.SOCKET, trace.failure(Stage.WRITE).operation());
    }
}
