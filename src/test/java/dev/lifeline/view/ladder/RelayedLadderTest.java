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
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent.ConnectionOwned;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import org.junit.jupiter.api.Test;

/// What a relay tried behind it, where nobody took it.
class RelayedLadderTest {

    private static final Endpoint PROXY = new Endpoint("127.0.0.1", 8080);
    private static final Endpoint BEHIND = new Endpoint("127.0.0.1", 9090);

    /// A client that is connected to the owner of port 8080, and a connect to port 9090 that was refused.
    private static String drawn(String taker, String refused, String last) {
        Endpoint client = new Endpoint("127.0.0.1", 45050);
        TraceIndex index = TraceIndex.of(new TraceBuilder("127.0.0.1:8080", Mode.LOOPBACK).connections(3)
                .connection(1).mark(0, Lane.CLIENT, new ConnectionOwned("client", null, false))
                .done(Lane.CLIENT, Stage.CONNECT, 1, 50, new Outcome.Connected(new FourTuple(client, PROXY)))
                .mark(55, Lane.SERVER, new ConnectionOwned(taker, null, false))
                .done(Lane.SERVER, Stage.ACCEPT, 10, 60, new Outcome.Accepted(new FourTuple(PROXY, client), 0, 0))
                .connection(2).mark(65, Lane.CLIENT, new ConnectionOwned(refused, null, false))
                .failed(Lane.CLIENT, Stage.CONNECT, 70, 90, TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, null, BEHIND))
                .connection(3).mark(95, Lane.CLIENT, new ConnectionOwned(last, null, false))
                .failed(Lane.CLIENT, Stage.CONNECT, 96, 99, TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, null, BEHIND))
                .inOrder().trace());
        StringBuilder text = new StringBuilder();
        for (Line line : new Ladder(0, Detail.NORMAL).picture(index, Diagnosis.of(index), new Canvas(80, Glyphs.UNICODE)).lines()) {
            text.append(line.text()).append('\n');
        }
        return text.toString();
    }

    @Test
    void itsRefusedConnectIsDrawnBesideTheConnectionThatItTook() {
        String text = drawn("proxy", "direct", "proxy");
        assertEquals(4, text.split("       ms ", -1).length, text);
        assertFalse(text.contains("drawn:"), text);
    }

    @Test
    void thatOfAnybodyElseIsNamedAtTheFoot() {
        String text = drawn("server", "direct", "other");
        assertTrue(text.contains("drawn: 2 of 3 connections; --connection N draws another: 3"), text);
    }
}
