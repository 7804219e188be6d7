package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Lives.local;
import static dev.lifeline.diagnosis.Lives.ms;
import static dev.lifeline.diagnosis.Lives.ping;
import static dev.lifeline.diagnosis.Lives.pong;
import static dev.lifeline.diagnosis.Lives.synsSent;
import static dev.lifeline.diagnosis.Lives.up;
import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.SocketState.ESTABLISHED;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.pace.SlowStage;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.life.SlowWords;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Where the time went is told with its share, and split no further than the evidence goes.
class SlowAtTest {

    @Test
    void aLateAcceptIsSplitByPacketsAndByTheLook() {
        assertEquals("first byte: 1.997 s of 1.999 s (99 %). The request was acknowledged after 0.9 ms; the answer came after 1.998 s. When"
                + " last seen (5 ms) no program had accepted it; by 1.999 s one had, for it answered.", told(lateAccept(true)));
    }

    /// The handshake is slow by what the server takes, not by what this side computes.
    @Test
    void ofAHandshakeTheWaitCounts() {
        assertEquals("tls: 900 ms of 1.002 s (89 %). So long it waited for the server; 100 ms more it computed here.", told(secured(900, 100)));
        assertNull(SlowStage.of(TraceIndex.of(secured(100, 900).build())));
    }

    private static TraceBuilder secured(long waiting, long computing) {
        return up(local(), LOCAL).at(ms(2)).started(CLIENT, 1, 0, Stage.TLS, null, null).at(ms(1_002)).finished(CLIENT, 1, 0, Stage.TLS,
                new Outcome.Secured("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, null, false, ms(waiting), ms(computing)));
    }

    @Test
    void withoutALookOrWithALossItSaysLess() {
        assertEquals("first byte: 1.997 s of 1.999 s (99 %). The request was acknowledged after 0.9 ms; the answer came after 1.998 s.",
                told(lateAccept(false)));
        assertEquals("first byte: 1.997 s of 1.999 s (99 %).", told(lateAccept(false)
                .kernel(new KernelEvent.EvidenceLost("packet", 1, LossKind.MISSED, "the ring was full"))));
    }

    private static TraceBuilder lateAccept(boolean looked) {
        TraceBuilder asked = ping(up(local(), LOCAL), LOCAL, false).pause(ms(1)).packet(LOCAL.segment(SERVER, ACK, 1, 6, 0, false))
                .started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(5));
        TraceBuilder seen = looked ? asked.kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 0, 5, 0, info(0, 5, 0, 65_536)), -1)) : asked;
        Bytes bytes = Bytes.of("late\n".getBytes(StandardCharsets.US_ASCII));
        return seen.at(ms(1_999)).packet(LOCAL.segment(SERVER, PSH | ACK, 1, 6, 5, false))
                .event(CLIENT, 1, 0, new StreamEvent.ChunkRead(bytes)).at(ms(1_999))
                .finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(bytes, 1, Ending.COMPLETE));
    }

    @Test
    void whatTheServersProgramTellsOfItsWorkersSplitsTheWait() {
        assertEquals("first byte: 1.998 s of 2 s (99 %). Of it 1.198 s accepted, and in the server's queue for its workers. Of it 399.9 ms in the"
                + " server's handler.", told(served(1_200, 1_600)));
        assertEquals("first byte: 1.998 s of 2 s (99 %). Of it 1.5 s in the server's handler.", told(served(100, 1_600)));
        assertEquals("first byte: 1.998 s of 2 s (99 %).", told(served(10, 20)));
    }

    /// A wait for the first byte of two seconds.
    ///
    /// @param taken when a worker took the connection, in milliseconds
    /// @param answered when its handler had the answer
    private static TraceBuilder served(long taken, long answered) {
        Bytes bytes = Bytes.of("late\n".getBytes(StandardCharsets.US_ASCII));
        return ping(up(local(), LOCAL).accepted(), LOCAL, false).started(SERVER, 1, 0, Stage.WORKER_QUEUE, LOCAL.server(), LOCAL.client())
                .started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(taken))
                .finished(SERVER, 1, 0, Stage.WORKER_QUEUE, new Outcome.Taken(1, 1, 1))
                .started(SERVER, 1, 0, Stage.HANDLER, LOCAL.server(), LOCAL.client()).at(ms(answered))
                .finished(SERVER, 1, 0, Stage.HANDLER, new Outcome.Handled(-1, null)).at(ms(2_000))
                .event(CLIENT, 1, 0, new StreamEvent.ChunkRead(bytes)).at(ms(2_000))
                .finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(bytes, 1, Ending.COMPLETE));
    }

    @Test
    void aSynThatWasSentAgainIsTold() {
        TraceBuilder late = synsSent(local(), LOCAL, 2).at(ms(1_001) + 31_000).packet(LOCAL.segment(SERVER, SYN | ACK, 0, 1, 0, false))
                .packet(LOCAL.segment(CLIENT, ACK, 1, 1, 0, false))
                .finished(CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(LOCAL.client(), LOCAL.server())));
        assertEquals("connect: 1.001 s of 1.001 s (100 %). The SYN was sent twice, again after 1 s; the last was answered after 31 \u00b5s.", told(late));
    }

    @Test
    void aPauseInTheDataIsTold() {
        Bytes rest = Bytes.of("second\n".getBytes(StandardCharsets.US_ASCII));
        TraceBuilder trace = pong(ping(up(local(), LOCAL), LOCAL, true), LOCAL).started(CLIENT, 1, 0, Stage.DATA, null, null)
                .at(ms(1_500)).event(CLIENT, 1, 0, new StreamEvent.ChunkRead(rest)).at(ms(3_500))
                .finished(CLIENT, 1, 0, Stage.DATA, new Outcome.Moved(rest, 1, Ending.QUIET));
        assertEquals("data: 1.498 s of 1.5 s (99 %). The longest pause was 1.498 s, after 5 bytes of 12.", told(trace));
    }

    @Test
    void aCloseThatWaitedIsTold() {
        assertEquals("close: 1 s of 1.002 s (99 %). This side had ended its stream, and waited for the server's FIN, which did not come.",
                told(close(pong(ping(up(local(), LOCAL), LOCAL, true), LOCAL), CloseKind.HALF, 5)));
        assertEquals("close: 1 s of 1.002 s (99 %). This side had ended its stream, and waited for the server's FIN.",
                told(close(pong(ping(up(local(), LOCAL), LOCAL, true), LOCAL), CloseKind.ORDERLY, 5)));
    }

    @Test
    void anOpenAndSilentConnectionIsNotSlow() {
        assertEquals("", told(close(up(local(), LOCAL), CloseKind.HALF, 0)));
    }

    private static TraceBuilder close(TraceBuilder trace, CloseKind how, int bytes) {
        return trace.at(ms(2)).started(CLIENT, 1, 0, Stage.CLOSE, null, null).at(ms(1_002))
                .finished(CLIENT, 1, 0, Stage.CLOSE, new Outcome.Closed(how, CLIENT, bytes, bytes));
    }

    private static String told(TraceBuilder trace) {
        return SlowWords.of(TraceIndex.of(trace.build()), Glyphs.UNICODE);
    }
}
