package dev.lifeline.analysis.packet;

import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.FIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import dev.lifeline.view.WitnessedTrace;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import org.junit.jupiter.api.Test;

class FinOrderTest {

    private final WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
    private final Life life = new Life();

    @Test
    void whoClosesWithoutHavingReadToTheEndDoesNotKnowWhoseEndCameFirst() {
        closes(Lane.SERVER, CloseKind.HALF, Lane.SERVER);
        String text = waterfall();
        assertTrue(text.contains("closed, had not read the other's end; read 0, wrote 0 bytes"), text);
        assertFalse(text.contains("first;"), text);
        String told = new Plain().draw(TraceIndex.of(trace()), verdict(), new Canvas(200, Glyphs.UNICODE)).text();
        assertTrue(told.contains("it was closed, without having read the other side's end, with 0 bytes read"), told);
    }

    @Test
    void packetsDecideWhoseFinCameFirst() {
        joined(1, 1);
        fin(1, 5, Lane.CLIENT, witness);
        fin(1, 6, Lane.SERVER, witness);
        closes(Lane.CLIENT, CloseKind.HALF, Lane.CLIENT);
        closes(Lane.SERVER, CloseKind.HALF, Lane.SERVER);
        String text = waterfall();
        assertEquals(2, text.lines().filter(line -> line.contains("closed, client first; read 0, wrote 0 bytes")).count(), text);
    }

    @Test
    void packetsDecideOfAnOrderlyCloseToo() {
        joined(1, 1);
        fin(1, 5, Lane.SERVER, witness);
        fin(1, 6, Lane.CLIENT, witness);
        closes(Lane.CLIENT, CloseKind.ORDERLY, Lane.CLIENT);
        assertTrue(waterfall().contains("orderly, server first;"), waterfall());
    }

    @Test
    void oneFinIsTheFirstUnlessPacketsAreMissing() {
        joined(1, 1);
        fin(1, 5, Lane.CLIENT, witness);
        closes(Lane.CLIENT, CloseKind.HALF, Lane.CLIENT);
        assertTrue(waterfall().contains("closed, client first;"), waterfall());
        life.kernel(0).at(50, new EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"));
        assertTrue(waterfall().contains("closed, had not read the other's end;"), waterfall());
    }

    @Test
    void aServersNumberIsNotThatOfTheClientsPackets() {
        joined(2, 1);
        fin(1, 5, Lane.SERVER, new WitnessedTrace(new Endpoint("127.0.0.1", 9_999), Lives.SERVER));
        fin(2, 6, Lane.CLIENT, witness);
        closes(Lane.SERVER, CloseKind.HALF, Lane.SERVER);
        assertTrue(waterfall().contains("closed, client first;"), waterfall());
    }

    @Test
    void finsOfSeveralAttemptsDecideNothing() {
        joined(1, 1);
        fin(1, 5, Lane.CLIENT, witness);
        fin(1, 6, Lane.CLIENT, new WitnessedTrace(new Endpoint("127.0.0.1", 9_999), Lives.SERVER));
        closes(Lane.CLIENT, CloseKind.HALF, Lane.CLIENT);
        assertTrue(waterfall().contains("closed, had not read"), waterfall());
    }

    private void joined(int client, int server) {
        FourTuple tuple = new FourTuple(Lives.CLIENT, Lives.SERVER);
        life.client(client).begins(1, Stage.CONNECT).ends(2, Stage.CONNECT, new Outcome.Connected(tuple));
        life.server(server).begins(3, Stage.ACCEPT).ends(4, Stage.ACCEPT, new Outcome.Accepted(tuple.reversed(), 1, 1));
    }

    private void fin(int connection, double at, Lane from, WitnessedTrace wire) {
        life.kernel(connection).at(at, wire.packet(from, FIN | ACK, 1, 1, 0));
    }

    private void closes(Lane lane, CloseKind how, Lane first) {
        (lane == Lane.CLIENT ? life.client(1) : life.server(1)).begins(10, Stage.CLOSE)
                .ends(11, Stage.CLOSE, new Outcome.Closed(how, first, 0, 0));
    }

    private Trace trace() {
        return life.trace(Mode.LOOPBACK, "a:1", 1, true);
    }

    private String waterfall() {
        return new Waterfall().draw(TraceIndex.of(trace()), verdict(), new Canvas(160, Glyphs.UNICODE)).text();
    }

    private static Verdict verdict() {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.", "Nothing.", null);
    }
}
