package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.Gate;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConversationTest extends ConversationFixture {

    @Test
    void anEchoIsWrittenReadAndClosedInOrder() throws Exception {
        Conversation.Result result = hold(ECHO, PING.stoppingAfter(5));
        assertEquals(new Conversation.Result(true, true), result);
        assertEquals(List.of("write ok", "first byte ok", "close ok"), trace.stages());
        assertEquals(new Outcome.Moved(Bytes.of(bytes("ping\n")), 1, Ending.COMPLETE), moved(Stage.WRITE));
        assertEquals("ping\\n", moved(Stage.FIRST_BYTE).bytes().preview());
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5), closed());
    }

    @Test
    void aConnectionWithoutWordsIsOnlyClosed() throws Exception {
        assertTrue(hold(Peer::drain, Script.CONNECT_ONLY.within(PATIENT)).completed());
        assertEquals(List.of("close ok"), trace.stages());
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0), closed());
    }

    @Test
    void aBannerEndsWithTheServersStreamAndTheServerWasFirst() throws Exception {
        Peer.Part greeting = socket -> socket.getOutputStream().write(bytes("220 hello\r\n"));
        assertTrue(hold(greeting, BANNER.quietFor(10 * SECOND)).completed());
        assertEquals("220 hello\\r\\n", moved(Stage.FIRST_BYTE).bytes().preview());
        assertEquals(CloseKind.ORDERLY, closed().how());
        assertEquals(Lane.SERVER, closed().first());
        assertEquals(1, trace.all(StreamEvent.EndOfStream.class).size());
    }

    @Test
    void aBannerThatStopsIsQuiet() throws Exception {
        hold(socket -> {
            socket.getOutputStream().write(bytes("hi"));
            Peer.drain(socket);
        }, BANNER.quietFor(50 * MILLI));
        assertEquals(List.of("first byte ok", "close ok"), trace.stages());
        assertEquals(Lane.CLIENT, closed().first());
    }

    @Test
    void aServerThatSaysNothingIsAnAnswerToABannerWait() throws Exception {
        assertTrue(hold(Peer::drain, BANNER.waiting(50 * MILLI)).completed());
        assertEquals(new Outcome.Moved(new Bytes(0, "", false), 0, Ending.QUIET), moved(Stage.FIRST_BYTE));
    }

    @Test
    void silenceAfterARequestIsAnAnswerToAWait() throws Exception {
        assertTrue(hold(Peer::drain, BANNER.sending(bytes("ping")).waiting(50 * MILLI)).completed());
        assertEquals(List.of("write ok", "first byte ok", "close ok"), trace.stages());
        assertEquals(Ending.QUIET, moved(Stage.FIRST_BYTE).ending());
    }

    @Test
    void aServerThatOnlyClosesIsAnAnswerToABannerWait() throws Exception {
        assertTrue(hold(socket -> { }, BANNER).completed());
        assertEquals(Ending.END_OF_STREAM, moved(Stage.FIRST_BYTE).ending());
        assertEquals(Lane.SERVER, closed().first());
    }

    @Test
    void expectedTextIsFoundAcrossChunksOfOneByte() throws Exception {
        Conversation.Result result = hold(socket -> {
            socket.setTcpNoDelay(true);
            for (byte b : bytes("one two three")) {
                socket.getOutputStream().write(b);
            }
            Peer.drain(socket);
        }, PING.expecting(bytes("two th")));
        assertEquals(new Conversation.Result(true, true), result);
        RunEvent.ExpectationChecked checked = trace.only(RunEvent.ExpectationChecked.class);
        assertEquals(new RunEvent.ExpectationChecked("two th", true, "two th"), checked);
    }

    @Test
    void theDataStageHoldsWhatCameAfterTheFirstChunk() throws Exception {
        trace.gates.hold(Gate.before(Lane.CLIENT, Stage.DATA), "until the second chunk is sent");
        hold(socket -> {
            socket.getOutputStream().write(bytes("first"));
            awaitHold();
            socket.getOutputStream().write(bytes("second"));
            trace.gates.release(Gate.before(Lane.CLIENT, Stage.DATA));
            Peer.drain(socket);
        }, PING.expecting(bytes("cond")));
        assertEquals(List.of("write ok", "first byte ok", "data ok", "close ok"), trace.stages());
        assertEquals(new Outcome.Moved(Bytes.of(bytes("second")), 1, Ending.EXPECTED), moved(Stage.DATA));
        assertEquals(2, trace.all(StreamEvent.ChunkRead.class).size());
    }

    @Test
    void escapeSequencesStayData() throws Exception {
        hold(socket -> socket.getOutputStream().write(bytes("\u001b]0;owned\u0007\u009b31m")), BANNER);
        assertEquals("\\x1b]0;owned\\x07\\x9b31m", moved(Stage.FIRST_BYTE).bytes().preview());
    }

    @Test
    void aServerWithoutAnEndIsReadUpToTheLimit() throws Exception {
        assertTrue(hold(ConversationFixture::sendForEver, BANNER.limitedTo(300_000).quietFor(10 * SECOND)).completed());
        assertEquals(Ending.LIMIT, moved(Stage.DATA).ending());
        assertEquals(300_000, moved(Stage.FIRST_BYTE).bytes().count() + moved(Stage.DATA).bytes().count());
        assertEquals(CloseKind.HALF, closed().how());
        assertTrue(closed().read() <= 300_000 + 2 * (Closing.MAX_DRAIN + ConnectedSocket.BUFFER_BYTES), closed().toString());
    }

    @Test
    void aServerWithoutAnEndIsReadUntilTheTimeForAllIsOver() throws Exception {
        hold(ConversationFixture::sendForEver, BANNER.limitedTo(Long.MAX_VALUE).quietFor(10 * SECOND).within(data(50 * MILLI)));
        assertEquals(Ending.LIMIT, moved(Stage.DATA).ending());
        assertTrue(trace.only(RunEvent.Remark.class).text().startsWith("Reading stopped while bytes were still coming"));
    }

    @Test
    void aKnownEndThatNeverComesFailsTheDataWhenItsTimeIsOver() throws Exception {
        hold(ConversationFixture::sendForEver, BANNER.limitedTo(Long.MAX_VALUE).expecting(bytes("end")).within(data(50 * MILLI)));
        assertEquals(List.of("first byte ok", "data TIMEOUT", "close ok"), trace.stages());
    }

    @Test
    void aResetCloseReachesThePeerAsAReset() throws Exception {
        try (Peer peer = new Peer(Peer::drain); SocketChannel channel = peer.connect()) {
            assertTrue(hold(channel, Script.CONNECT_ONLY.resetting()).completed());
            peer.awaitDone();
            assertEquals("Connection reset", peer.failed().getMessage());
        }
        assertEquals(new Outcome.Closed(CloseKind.RESET, Lane.CLIENT, 0, 0), closed());
    }

    @Test
    void aPeerThatKeepsItsStreamOpenMakesTheCloseHalf() throws Exception {
        CountDownLatch clientGone = new CountDownLatch(1);
        try (Peer peer = new Peer(socket -> {
            Peer.drain(socket);
            clientGone.await(10, TimeUnit.SECONDS);
        }); SocketChannel channel = peer.connect()) {
            hold(channel, Script.CONNECT_ONLY.within(new Deadlines(SECOND, SECOND, SECOND, SECOND, 50 * MILLI)));
            clientGone.countDown();
        }
        assertEquals(new Outcome.Closed(CloseKind.HALF, Lane.CLIENT, 0, 0), closed());
        assertEquals(1, trace.all(StreamEvent.OutputShut.class).size());
    }

    @Test
    void bytesAfterOurEndOfStreamAreStillRead() throws Exception {
        hold(socket -> {
            Peer.drain(socket);
            socket.getOutputStream().write(bytes("late"));
        }, Script.CONNECT_ONLY.within(PATIENT));
        assertEquals("late", trace.only(StreamEvent.ChunkRead.class).bytes().preview());
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 4, 0), closed());
    }
}
