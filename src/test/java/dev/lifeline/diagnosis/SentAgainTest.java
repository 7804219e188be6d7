package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import org.junit.jupiter.api.Test;

/// The next command says what this run said, to the name that was called.
class SentAgainTest {

    private static final Endpoint THERE = new Endpoint("198.51.100.9", 80);

    private static String next(Bytes sent, long written) {
        TraceBuilder trace = TraceBuilder.client("db.example:80").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, THERE)
                .finished(Lane.CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(new Endpoint("192.0.2.7", 40000), THERE)))
                .started(Lane.CLIENT, 1, 0, Stage.WRITE, null, null).event(Lane.CLIENT, 1, 0, new StreamEvent.ChunkWritten(written, written))
                .finished(Lane.CLIENT, 1, 0, Stage.WRITE, new Outcome.Moved(sent, 1, Ending.COMPLETE));
        return Diagnosis.of(trace.fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.EOF, null, null).build()).next();
    }

    @Test
    void whatWasSentIsSentAgain() {
        assertEquals("trace connect db.example:443 --send 'GET / HTTP/1.0\\r\\n\\r\\n'",
                next(Bytes.of("GET / HTTP/1.0\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)), 18));
    }

    @Test
    void whatIsNotKnownInWholeOrNotSafeIsLeftOut() {
        assertEquals("trace connect db.example:443", next(new Bytes(100, "GET", true), 100));
        assertEquals("trace connect db.example:443", next(new Bytes(3, "GET", false), 100));
        assertEquals("trace connect db.example:443", next(new Bytes(6, "';ls;'", false), 6));
        assertEquals("trace connect db.example:443", next(new Bytes(0, "", false), 0));
    }
}
