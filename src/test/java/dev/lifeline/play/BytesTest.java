package dev.lifeline.play;

import static dev.lifeline.play.Script.atLeast;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What bytes do between two programs that do one thing at a time, played for real.
class BytesTest {

    private static Script connected(Object... client) {
        return new Script().actor("server", "server").actor("client", "client", Script.toServer(client))
                .step("server", "listen").step("client", "connect").step("server", "accept", "as", "peer");
    }

    @Test
    void twoWritesAreReadAsOneChunk() throws Exception {
        Seen seen = Seen.play(connected().step("client", "write", "text", "ab", "times", 2)
                .step("machine", "await-state", "of", "peer", "receive-queue", atLeast(4))
                .step("peer", "read").step("client", "close"));
        assertEquals(2, seen.all("client", StreamEvent.ChunkWritten.class).size());
        assertEquals(1, seen.all("peer", StreamEvent.ChunkRead.class).size());
        assertEquals("abab", seen.all("peer", StreamEvent.ChunkRead.class).getFirst().bytes().preview());
    }

    @Test
    void oneWriteIsReadAsSeveralChunks() throws Exception {
        Seen seen = Seen.play(connected().step("client", "write", "text", "abcdef").step("peer", "read", "bytes", 6, "chunk", 2));
        assertEquals(3, seen.all("peer", StreamEvent.ChunkRead.class).size());
    }

    @Test
    void aLineIsReadThroughABufferOfItsOwn() throws Exception {
        Seen seen = Seen.play(connected().needs("sockdiag").step("client", "write", "text", "a\\nb\\n")
                .step("machine", "await-state", "of", "peer", "receive-queue", atLeast(4))
                .step("peer", "read", "until", "\\n")
                .labelled("kept", "machine", "look")
                .step("peer", "read", "until", "\\n").step("client", "write", "text", "cdef")
                .step("peer", "read", "at-least", 3).step("client", "close").step("peer", "read", "until", "end"));
        assertEquals(0, seen.socket("kept", "client", Lane.SERVER).socket().receiveQueue(), "the kernel has given it away");
        assertEquals(List.of(4L, 4L), seen.all("peer", StreamEvent.ChunkRead.class).stream().map(each -> each.bytes().count()).toList());
        assertEquals(List.of("a\\n", "b\\n"), seen.all("peer", StreamEvent.BufferRead.class).stream().map(each -> each.bytes().preview()).toList());
        assertEquals(1, seen.all("peer", StreamEvent.EndOfStream.class).size());
    }

    @Test
    void halfOfAConnectionCanEnd() throws Exception {
        Seen seen = Seen.play(connected().needs("sockdiag").step("client", "write", "text", "question").step("client", "shutdown")
                .step("peer", "read", "until", "end")
                .labelled("half", "machine", "await-state", "of", "client", "state", "FIN_WAIT2")
                .step("peer", "write", "text", "answer").step("client", "read").step("peer", "close").step("client", "read", "until", "end")
                .step("client", "close"));
        seen.state("half", "client", Lane.CLIENT, SocketState.FIN_WAIT2);
        seen.state("half", "client", Lane.SERVER, SocketState.CLOSE_WAIT);
        assertEquals(8, seen.read("peer"));
        assertEquals(6, seen.read("client"));
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 6, 8), seen.finished("client", Stage.CLOSE));
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 8, 6), seen.finished("peer", Stage.CLOSE));
    }

    @Test
    void whoClosesFirstHoldsTimeWait() throws Exception {
        Seen seen = Seen.play(connected().needs("sockdiag").step("peer", "close").step("client", "read", "until", "end")
                .step("client", "close").labelled("after", "machine", "await-state", "of", "peer", "state", "TIME_WAIT"));
        seen.state("after", "client", Lane.SERVER, SocketState.TIME_WAIT);
        assertEquals(CloseKind.HALF, ((Outcome.Closed) seen.finished("peer", Stage.CLOSE)).how());
        assertEquals(new Outcome.Closed(CloseKind.ORDERLY, Lane.SERVER, 0, 0), seen.finished("client", Stage.CLOSE));
    }

    @Test
    void aResetIsMetByTheRead() throws Exception {
        Seen seen = Seen.play(connected().step("peer", "reset").step("client", "read").step("client", "close"));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
        assertEquals(CloseKind.RESET, ((Outcome.Closed) seen.finished("peer", Stage.CLOSE)).how());
        assertEquals(CloseKind.ABANDONED, ((Outcome.Closed) seen.finished("client", Stage.CLOSE)).how());
    }

    @Test
    void closingWithUnreadBytesResets() throws Exception {
        Seen seen = Seen.play(connected().needs("sockdiag").step("client", "write", "text", "unread")
                .step("machine", "await-state", "of", "peer", "receive-queue", atLeast(6))
                .step("peer", "close").step("client", "read"));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
    }

    @Test
    void theSecondWriteMeetsABrokenPipe() throws Exception {
        Seen seen = Seen.play(connected().needs("sockdiag").step("peer", "close").step("client", "write", "text", "x")
                .step("machine", "await-state", "of", "client", "state", "GONE", "timeout", millis(500))
                .step("client", "write", "text", "y"));
        seen.finished("client", Stage.WRITE);
        seen.failed("client", Stage.WRITE, ErrorCode.EPIPE);
    }

    @Test
    void aReaderThatStopsClosesTheWindow() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag")
                .actor("server", "server", "receive-buffer", 8192)
                .actor("client", "client", "to", "server", "send-buffer", 8192)
                .step("server", "listen").step("client", "connect").step("server", "accept", "as", "peer")
                .labelled("full", "client", "fill")
                .labelled("stuck", "machine", "look")
                .background("drain", "peer", "read", "until", "end")
                .step("client", "write", "text", "last").step("client", "close"));
        List<StreamEvent.ChunkWritten> written = seen.all("client", StreamEvent.ChunkWritten.class);
        int last = 0;
        for (int i = 0; i < written.size(); i++) {
            last = written.get(i).taken() == 0 ? i : last;
        }
        assertTrue(last > 0, seen::text);
        assertNotEquals(0, seen.socket("stuck", "client", Lane.CLIENT).socket().sendQueue());
        assertNotEquals(0, seen.socket("stuck", "client", Lane.SERVER).socket().receiveQueue());
        long sent = ((Outcome.Closed) seen.finished("client", Stage.CLOSE)).written();
        assertEquals(sent, seen.read("peer"), "everything arrived in the end");
    }

    @Test
    void aReadThatDoesNotBlockReturnsAtOnce() throws Exception {
        Seen seen = Seen.play(connected().labelled("at-once", "client", "read", "blocking", false)
                .labelled("waits", "client", "read", "timeout", millis(100)));
        Outcome.Moved moved = (Outcome.Moved) seen.finished("client", Stage.FIRST_BYTE);
        assertEquals(0, moved.bytes().count());
        assertEquals(Ending.QUIET, moved.ending());
        seen.failed("client", Stage.DATA, ErrorCode.TIMEOUT);
        assertTrue(seen.mark("waits").took() > seen.mark("at-once").took());
    }

    @Test
    void aClientThatSaysNothingMeetsTheFirstByteTimer() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("loop", "loop", "first-byte-timeout", millis(60))
                .actor("client", "client", "to", "loop")
                .step("loop", "start").step("client", "connect").step("client", "read", "until", "end").step("client", "close"));
        seen.failed("loop", Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        assertTrue(seen.remarked("first-byte timer"), seen::text);
        assertEquals(Ending.END_OF_STREAM, ((Outcome.Moved) seen.finished("client", Stage.FIRST_BYTE)).ending());
    }

    @Test
    void datagramsKeepTheirBoundaries() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("one", "udp")
                .actor("other", "udp", "to", "one")
                .step("one", "bind").step("other", "send", "text", "a").step("other", "send", "text", "b")
                .step("one", "receive").step("one", "receive").step("one", "send", "text", "c").step("other", "receive").step("one", "close"));
        assertEquals(2, seen.all("one", StreamEvent.ChunkRead.class).size());
        assertEquals(1, seen.read("other"));
    }

    @Test
    void aDatagramToAClosedPortIsRefusedLater() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("one", "udp")
                .actor("other", "udp", "to", "one")
                .step("one", "bind").step("one", "close").step("other", "send", "text", "a").step("other", "receive", "timeout", millis(500)));
        seen.finished("other", Stage.WRITE);
        seen.failed("other", Stage.FIRST_BYTE, ErrorCode.ECONNREFUSED);
    }

    @Test
    void aRelayMakesTwoConnectionsOfOne() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("loop", "loop")
                .actor("relay", "relay", "to", "loop")
                .actor("client", "client", "to", "relay")
                .step("loop", "start").step("relay", "start").step("client", "connect").step("client", "write", "text", "ping")
                .step("client", "read").step("client", "shutdown").step("client", "read", "until", "end").step("client", "close"));
        assertEquals(4, seen.read("client"));
        assertEquals(4, seen.read("loop"));
        assertEquals(8, seen.read("relay"), "both ways");
        Outcome.Accepted accepted = (Outcome.Accepted) seen.finished("relay", Stage.ACCEPT);
        Outcome.Connected connected = (Outcome.Connected) seen.finished("relay", Stage.CONNECT);
        assertNotEquals(accepted.tuple().local(), connected.tuple().local());
        assertEquals(connected.tuple().reversed(), ((Outcome.Accepted) seen.finished("loop", Stage.ACCEPT)).tuple());
    }
}
