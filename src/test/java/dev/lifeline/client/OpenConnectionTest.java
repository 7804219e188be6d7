package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.record.StageFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Exchanges one by one, in an order that no connect has: several questions on one connection.
@Timeout(60)
class OpenConnectionTest {

    private static final long LONG = 20_000_000_000L;
    private static final long SHORT = 20_000_000;

    private final Tracing trace = new Tracing();
    private Socket peer;
    private OpenConnection connection;

    @BeforeEach
    void connect() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SocketChannel channel = SocketChannel.open(server.getLocalSocketAddress());
            peer = server.accept();
            peer.setSoTimeout(20_000);
            connection = new OpenConnection(trace.runner, ChannelStream.forWaits(channel));
        }
    }

    @AfterEach
    void end() throws Exception {
        connection.discard();
        peer.close();
    }

    @Test
    void twoQuestionsAndAnswersOnOneConnection() throws Exception {
        for (String word : new String[] {"one", "two"}) {
            connection.perform(new Exchange.Write(word.getBytes(StandardCharsets.US_ASCII), 1, LONG));
            assertArrayEquals(word.getBytes(StandardCharsets.US_ASCII), peer.getInputStream().readNBytes(3));
            peer.getOutputStream().write(word.getBytes(StandardCharsets.US_ASCII));
            connection.perform(bytes(3, LONG));
        }
        peer.shutdownOutput();
        connection.perform(new Exchange.Close(Exchange.Way.ORDERLY, LONG));

        assertEquals("[write ok, first byte ok, write ok, data ok, close ok]", trace.stages().toString());
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.SERVER, 6, 6), trace.outcome(Stage.CLOSE));
        assertFalse(connection.isOpen());
    }

    @Test
    void aReadOfSoManyBytesLeavesTheRestToTheNext() throws Exception {
        peer.getOutputStream().write("abcdef".getBytes(StandardCharsets.US_ASCII));
        connection.perform(new Exchange.Read(null, 3, false, 2, 3, true, false, new Exchange.Waits(0, LONG, LONG)));
        connection.perform(bytes(3, LONG));

        assertEquals(3, ((Outcome.Moved) trace.outcome(Stage.FIRST_BYTE)).bytes().count(), "two calls, the second for one byte");
        assertEquals("def", ((Outcome.Moved) trace.outcome(Stage.DATA)).bytes().preview());
    }

    @Test
    void aReadThatDoesNotWaitTakesWhatIsThere() throws Exception {
        connection.perform(new Exchange.Read(null, 0, false, 10, Long.MAX_VALUE, true, false, new Exchange.Waits(0, 0, LONG)));

        assertEquals(Ending.QUIET, ((Outcome.Moved) trace.outcome(Stage.FIRST_BYTE)).ending());
    }

    @Test
    void ourOwnPatienceDoesNotBreakTheConnection() throws Exception {
        assertThrows(StageFailure.class, () -> connection.perform(bytes(1, SHORT)));
        connection.perform(new Exchange.Close(Exchange.Way.AT_ONCE, 0));

        assertEquals(ErrorCode.TIMEOUT, trace.failure(Stage.FIRST_BYTE).code());
        assertEquals(new Outcome.Closed(CloseKind.HALF, Lane.CLIENT, 0, 0), trace.outcome(Stage.CLOSE));
    }

    @Test
    void aResetByThePeerDoes() throws Exception {
        peer.setSoLinger(true, 0);
        peer.close();
        assertThrows(StageFailure.class, () -> connection.perform(bytes(1, LONG)));
        connection.perform(new Exchange.Close(Exchange.Way.AT_ONCE, 0));

        assertEquals(ErrorCode.ECONNRESET, trace.failure(Stage.FIRST_BYTE).code());
        assertEquals(new Outcome.Closed(CloseKind.ABANDONED, null, 0, 0), trace.outcome(Stage.CLOSE));
    }

    @Test
    void bytesThatKeepComingDoNotOutlastTheTimeForAllOfThem() throws Exception {
        peer.getOutputStream().write(new byte[10]);
        peer.shutdownOutput();
        Exchange untilEnd = new Exchange.Read(null, 0, true, 1, Long.MAX_VALUE, true, false, new Exchange.Waits(0, LONG, 1));

        assertThrows(StageFailure.class, () -> connection.perform(untilEnd));

        assertEquals(ErrorCode.TIMEOUT, trace.failure(Stage.FIRST_BYTE).code());
        assertTrue(trace.all(StreamEvent.ChunkRead.class).size() <= 1, "nothing more is read once the time is over");
    }

    @Test
    void whatComesBehindADelimiterWaitsForTheNextRead() throws Exception {
        peer.getOutputStream().write("one\r\ntwo\r\nth".getBytes(StandardCharsets.US_ASCII));
        connection.perform(line());
        connection.perform(line());
        peer.getOutputStream().write("ree\r\nx".getBytes(StandardCharsets.US_ASCII));
        connection.perform(line());
        connection.perform(bytes(1, LONG));

        assertEquals(List.of("one\\r\\n", "two\\r\\n", "three\\r\\n", "x"), moved());
        assertEquals(2, trace.all(StreamEvent.ChunkRead.class).size(), "two calls brought all of it");
        assertEquals(List.of("0 7", "5 2", "2 1", "1 0"), trace.all(StreamEvent.BufferRead.class).stream()
                .map(each -> each.taken() + " " + each.kept()).toList());
    }

    @Test
    void aDelimiterMayComeInPieces() throws Exception {
        peer.getOutputStream().write("a\r".getBytes(StandardCharsets.US_ASCII));
        FutureTask<Void> read = new FutureTask<>(() -> {
            connection.perform(line());
            return null;
        });
        Thread reader = Thread.ofPlatform().daemon().start(read);
        while (trace.all(StreamEvent.ChunkRead.class).isEmpty()) {
            Thread.onSpinWait();
        }
        peer.getOutputStream().write("\nb".getBytes(StandardCharsets.US_ASCII));
        reader.join();
        read.get();
        connection.perform(new Exchange.Read(null, 0, false, 4096, Long.MAX_VALUE, true, false, new Exchange.Waits(0, LONG, LONG)));

        assertEquals(List.of("a\\r\\n", "b"), moved());
        assertEquals(2, trace.all(StreamEvent.ChunkRead.class).size(), "a read takes what waits in the buffer before it calls");
    }

    @Test
    void anEndBeforeTheDelimiterIsAFailure() throws Exception {
        peer.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
        peer.shutdownOutput();

        assertThrows(StageFailure.class, () -> connection.perform(line()));

        assertEquals("the peer ended its stream after 4 bytes, and \"\\r\\n\" was not among them", trace.failure(Stage.FIRST_BYTE).message());
    }

    @Test
    void moreThanIsAskedForIsReadOnlyWhereThatIsAllowed() throws Exception {
        peer.getOutputStream().write("abcdef".getBytes(StandardCharsets.US_ASCII));
        connection.perform(new Exchange.Read(null, 2, false, 4096, Long.MAX_VALUE, true, false, new Exchange.Waits(0, LONG, LONG)));

        assertEquals(List.of("abcdef"), moved());
    }

    private static Exchange line() {
        return new Exchange.Read(null, "\r\n".getBytes(StandardCharsets.US_ASCII), 0, false, 4096, Long.MAX_VALUE, true, false,
                new Exchange.Waits(0, LONG, LONG));
    }

    private List<String> moved() {
        return trace.all(StageEvent.Finished.class).stream().map(each -> ((Outcome.Moved) each.outcome()).bytes().preview()).toList();
    }

    private static Exchange bytes(long count, long timeout) {
        return new Exchange.Read(null, count, false, 4096, count, true, false, new Exchange.Waits(0, timeout, timeout));
    }
}
