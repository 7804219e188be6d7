package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.HeadlineWords;
import org.junit.jupiter.api.Test;

/// Where both sides are watched, the headline and the verdict are of both.
class BothSidesTest {

    private static final FourTuple FIRST = tuple(40001);
    private static final FourTuple SECOND = tuple(40002);

    @Test
    void whatTheServerMetIsInTheHeadline() {
        TraceBuilder life = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted().writes(Lane.CLIENT, 4)
                .reads(Lane.CLIENT, "x").closed(Lane.CLIENT, CloseKind.ORDERLY, 1, 4);
        assertEquals("answered, closed in order", headline(life));
        TraceBuilder broken = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted().writes(Lane.CLIENT, 4)
                .reads(Lane.CLIENT, "x").closed(Lane.CLIENT, CloseKind.ORDERLY, 1, 4)
                .fails(Lane.SERVER, 1, 0, Stage.WRITE, ErrorCode.ECONNRESET, null, null);
        assertEquals("answered, closed in order; the server failed at write: ECONNRESET", headline(broken));
        assertTrue(Diagnosis.of(broken.build()).happened().contains("The server's side saw ECONNRESET at write"));
    }

    /// The verdict says where the connection was when the reset came; the headline of a walk stands below the call that failed.
    @Test
    void theServersFailureIsNamedByTheCallThatFailed() {
        TraceBuilder reset = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted().writes(Lane.CLIENT, 4)
                .reads(Lane.SERVER, "ping").fails(Lane.SERVER, 1, 0, Stage.WRITE, ErrorCode.ECONNRESET, null, null);
        TraceIndex index = TraceIndex.of(reset.build());
        Verdict verdict = new Verdict(Verdict.Result.FAILED, Stage.DATA, Lane.SERVER, ErrorCode.ECONNRESET, null, null, null, "", "", "", null);
        assertEquals("the server failed at write: " + ErrorCode.ECONNRESET.text(), HeadlineWords.of(index, verdict, Glyphs.ASCII));
    }

    @Test
    void aStageOfTheServerThatWasStoppedIsNoFailure() {
        assertEquals("connected, nothing asked", headline(new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted()
                .fails(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, ErrorCode.INTERRUPTED, null, null)));
    }

    @Test
    void aConnectionThatOnlyTheClientHasIsNotCompleted() {
        TraceBuilder all = two().finished(Lane.SERVER, 2, 0, Stage.ACCEPT, new Outcome.Accepted(SECOND.reversed(), 1, 1));
        assertEquals("2 connections: all up", headline(all));
        assertTrue(Diagnosis.of(all.build()).proved().startsWith("Both connections completed."));

        TraceBuilder one = two();
        assertEquals("2 connections made, 1 accepted", headline(one));
        Verdict verdict = Diagnosis.of(one.build());
        assertTrue(verdict.proved().startsWith("2 connections completed on the client's side; the server's program accepted 1 connection."),
                verdict.proved());
        assertFalse((verdict.proved() + verdict.happened()).contains("completed. Of"), verdict.proved());
        assertFalse(verdict.notProved().contains("showed its end"), "nobody looked: " + verdict.notProved());

        Verdict looked = Diagnosis.of(two().kernel(sights(FIRST).socket(Lane.SERVER,
                Sights.socket(SocketState.ESTABLISHED, 7, 0, 0, null), -1)).build());
        assertTrue(looked.notProved().contains("That the server has 1 of them"), looked.notProved());
        Verdict waiting = Diagnosis.of(two().kernel(sights(SECOND).socket(Lane.SERVER,
                Sights.socket(SocketState.ESTABLISHED, 0, 0, 0, null), -1)).build());
        assertFalse(waiting.notProved().contains("showed its end"), "it waits in the queue: " + waiting.notProved());
    }

    @Test
    void headlineAndVerdictHaveOneCount() {
        TraceBuilder relay = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connections(2);
        connect(relay, 1, FIRST);
        connect(relay, 2, SECOND);
        relay.fails(Lane.CLIENT, 3, 0, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, TraceBuilder.SERVER_END);
        assertEquals("3 connections: 2 up, 1 refused", headline(relay));
        assertTrue(Diagnosis.of(relay.build()).happened().contains("1 of 3 connections failed; this is the first."));
    }

    private static TraceBuilder two() {
        TraceBuilder trace = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connections(2);
        connect(trace, 1, FIRST);
        connect(trace, 2, SECOND);
        return trace.finished(Lane.SERVER, 1, 0, Stage.ACCEPT, new Outcome.Accepted(FIRST.reversed(), 1, 1));
    }

    private static void connect(TraceBuilder trace, int number, FourTuple tuple) {
        trace.started(Lane.CLIENT, number, 1, Stage.CONNECT, null, tuple.remote())
                .finished(Lane.CLIENT, number, 1, Stage.CONNECT, new Outcome.Connected(tuple));
    }

    private static Sights sights(FourTuple tuple) {
        return new Sights(tuple.local(), tuple.remote(), "lo");
    }

    private static FourTuple tuple(int port) {
        return new FourTuple(new Endpoint("127.0.0.1", port), TraceBuilder.SERVER_END);
    }

    private static String headline(TraceBuilder life) {
        TraceIndex index = TraceIndex.of(life.build());
        return HeadlineWords.of(index, Diagnosis.of(index), Glyphs.ASCII);
    }
}
