package dev.lifeline.view.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages of HTTP on a ladder: a line each, and the parts only where a message did not become whole, or all is asked for.
class WebLadderTest {

    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 50_000), new Endpoint("127.0.0.1", 7007));

    private static TraceBuilder connected() {
        return new TraceBuilder("127.0.0.1:7007", Mode.LOOPBACK).connection(1)
                .done(Lane.CLIENT, Stage.CONNECT, 1, 50, new Outcome.Connected(TUPLE))
                .done(Lane.SERVER, Stage.ACCEPT, 60, 70, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
    }

    private static TraceBuilder requested(int payload) {
        return connected().mark(101, Lane.KERNEL, new PacketEvent.SegmentSeen(Lane.CLIENT, TUPLE, TcpFlags.ACK | TcpFlags.PSH, 0, 0, payload, 65536, false,
                        new CapturedPacket("00", 1, "lo", true, 0, 0)))
                .mark(102, Lane.CLIENT, new StreamEvent.ChunkWritten(46, 46))
                .mark(103, Lane.CLIENT, new HttpEvent.RequestLine("GET", "/hello", "HTTP/1.1"))
                .mark(104, Lane.CLIENT, new HttpEvent.Field("Host", "server", 20, false)).mark(105, Lane.CLIENT, new HttpEvent.HeadEnded(1, 46))
                .done(Lane.CLIENT, Stage.REQUEST, 100, 110, new Outcome.Requested("GET", "/hello", 46))
                .mark(120, Lane.SERVER, new HttpEvent.RequestLine("GET", "/hello", "HTTP/1.1"))
                .mark(121, Lane.SERVER, new HttpEvent.Field("Host", "server", 20, false));
    }

    private static String drawn(TraceBuilder life, Detail detail) {
        TraceIndex index = TraceIndex.of(life.inOrder().trace());
        StringBuilder text = new StringBuilder();
        for (Line line : new Ladder(0, detail).picture(index, Diagnosis.of(index), new Canvas(100, Glyphs.UNICODE)).lines()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    @Test
    void aMessageIsOneLineAndItsPartsAreOfTheDeepDetail() {
        TraceBuilder life = requested(46).done(Lane.SERVER, Stage.REQUEST, 119, 125, new Outcome.Requested("GET", "/hello", 46))
                .mark(130, Lane.SERVER, new HttpEvent.StatusLine(200, "OK", "HTTP/1.1"))
                .done(Lane.SERVER, Stage.RESPONSE, 129, 140, new Outcome.Responded(200, "OK", BodyFraming.LENGTH, 60, 6, true));
        String few = drawn(life, Detail.NORMAL);
        assertTrue(few.contains(" GET /hello, 46 bytes ─"), few);
        assertFalse(few.contains("Host: server") || few.contains("HTTP/1.1") || few.contains("wrote"), few);
        assertEquals(1, few.split("request: GET /hello, 46 bytes", -1).length - 1, few);
        assertTrue(few.contains("response: 200 OK, 6 bytes"), few);
        String all = drawn(life, Detail.DEEP);
        assertEquals(2, all.split("Host: server", -1).length - 1, all);
    }

    @Test
    void aMessageOfSeveralPacketsStandsOnNone() {
        String few = drawn(requested(40), Detail.NORMAL);
        assertTrue(few.contains("request: GET /hello, 46 bytes") && few.contains("data 40"), few);
    }

    @Test
    void thePartsOfAMessageThatFailedAreToldAsTheyCame() {
        String few = drawn(requested(46).failed(Lane.SERVER, Stage.REQUEST, 119, 900, TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.READ,
                TUPLE.remote(), TUPLE.local())), Detail.NORMAL);
        assertTrue(few.contains("Host: server") && few.contains("GET /hello HTTP/1.1"), few);
    }

    @Test
    void aHandshakeIsItsHellosAndWhatTheClientFound() {
        String few = drawn(connected().mark(101, Lane.CLIENT, new TlsEvent.RecordSeen(true, 22, 0x0301, 200, "ClientHello"))
                .mark(102, Lane.CLIENT, new TlsEvent.HelloSeen(true, "a.test", List.of("TLSv1.3"), List.of(), 3))
                .mark(105, Lane.SERVER, new TlsEvent.RecordSeen(false, 22, 0x0301, 200, "ClientHello"))
                .mark(106, Lane.SERVER, new TlsEvent.HelloSeen(false, "a.test", List.of("TLSv1.3"), List.of(), 3))
                .mark(110, Lane.CLIENT, new TlsEvent.RecordSeen(false, 23, 0x0303, 800, null))
                .mark(120, Lane.CLIENT, new TlsEvent.Alerted(true, 2, 45))
                .failed(Lane.CLIENT, Stage.TLS, 100, 130, TraceBuilder.failure(ErrorCode.CERT_EXPIRED, Operation.HANDSHAKE, TUPLE.local(), TUPLE.remote())),
                Detail.NORMAL);
        assertTrue(few.contains("sent ClientHello") && few.contains("read ClientHello"), few);
        assertTrue(few.contains("CERT_EXPIRED"), few);
        assertFalse(few.contains("application_data"), few);
    }

    /// What came before belongs to the responses that were whole.
    @Test
    void aLaterFirstByteThatFailedBroughtNone() {
        TraceBuilder life = connected().mark(111, Lane.CLIENT, new StreamEvent.ChunkRead(new Bytes(140, "HTTP", true)))
                .done(Lane.CLIENT, Stage.FIRST_BYTE, 110, 112, new Outcome.Moved(new Bytes(140, "HTTP", true), 1, Ending.COMPLETE))
                .failed(Lane.CLIENT, Stage.FIRST_BYTE, 200, 300, TraceBuilder.failure(ErrorCode.EOF, Operation.READ, TUPLE.local(), TUPLE.remote()));
        String few = drawn(life, Detail.NORMAL);
        assertTrue(few.contains("first byte failed"), few);
        assertFalse(few.contains("came, then EOF"), few);
    }
}
