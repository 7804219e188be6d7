package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import org.junit.jupiter.api.Test;

class ViewOriginTest {

    private static final double IDLE = 5_724_000;
    private static final FourTuple TUPLE = new FourTuple(Lives.SERVER, new Endpoint("127.0.0.1", 50_001));

    @Test
    void theTimeOfAServersOneConnectionBeginsWithIt() {
        Trace trace = one().trace(Mode.SERVER, "127.0.0.1:7007", 1, true);
        assertEquals(5_724_000_000L, TraceIndex.of(trace).began());
        String text = drawn(new Waterfall(), trace);
        assertTrue(text.contains("accept        server   0.000   0.100"), text);
        assertTrue(text.contains("close         server  11.000   1.000"), text);
        assertTrue(text.contains("began         5.724 s after the server started; times are counted from then on"), text);
    }

    @Test
    void theLadderCountsFromThereToo() {
        String text = drawn(new Ladder(), one().trace(Mode.SERVER, "127.0.0.1:7007", 1, true));
        assertTrue(text.contains("\n    0.000    "), text);
        assertTrue(text.contains("began 5.724 s after the server started"), text);
    }

    @Test
    void aSentenceTellsBoth() {
        String text = drawn(new Plain(), one().trace(Mode.SERVER, "127.0.0.1:7007", 1, true));
        assertTrue(text.replaceAll("\\s+", " ").contains("it began 5.724 s after the server started and lasted 12 ms."), text);
    }

    @Test
    void whatTheServerDidBeforeStandsBeforeTheAxis() {
        Life life = new Life();
        life.server(0).begins(10, Stage.BIND).ends(95, Stage.BIND, new Outcome.Listening(Lives.SERVER, 128));
        Trace trace = connection(life, 1, IDLE).trace(Mode.SERVER, "127.0.0.1:7007", 1, true);
        assertTrue(drawn(new Waterfall(), trace).contains("bind          server  before   0.085"));
        assertTrue(drawn(new Ladder(), trace).contains("\n   before    "));
    }

    @Test
    void severalConnectionsShareTheTimeOfTheServer() {
        Trace trace = connection(one(), 2, 2 * IDLE).trace(Mode.SERVER, "127.0.0.1:7007", 1, true);
        assertEquals(0, TraceIndex.of(trace).began());
        assertFalse(drawn(new Waterfall(), trace).contains("after the server started"));
    }

    @Test
    void aClientsTimeBeginsWithItsFirstStage() {
        Life life = new Life();
        life.client(1).begins(29_000, Stage.ROUTE).ends(29_100, Stage.ROUTE, new Outcome.RouteChosen(Lives.SERVER, Lives.CLIENT, null, 0));
        Trace trace = connection(life, 1, 30_000).trace(Mode.LOOPBACK, "127.0.0.1:7007", 1, true);
        assertEquals(29_000_000L, TraceIndex.of(trace).began());
        assertTrue(drawn(new Waterfall(), trace).contains("route         client   0.000   0.100"), drawn(new Waterfall(), trace));
        assertTrue(drawn(new Plain(), trace).contains("At 0.000 ms the client asked for the route"), drawn(new Plain(), trace));
    }

    @Test
    void aTraceWithoutAClientsStageBeginsAtItsOrigin() {
        assertEquals(0, TraceIndex.of(one().trace(Mode.LOOPBACK, "127.0.0.1:7007", 1, true)).began());
    }

    private static Life one() {
        return connection(new Life(), 1, IDLE);
    }

    private static Life connection(Life life, int number, double at) {
        return life.server(number).begins(at, Stage.ACCEPT).ends(at + 100, Stage.ACCEPT, new Outcome.Accepted(TUPLE, 1, 1))
                .begins(at + 11_000, Stage.CLOSE)
                .ends(at + 12_000, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
    }

    private static String drawn(View view, Trace trace) {
        Verdict verdict = new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.", "Nothing.", null);
        return view.draw(TraceIndex.of(trace), verdict, new Canvas(80, Glyphs.UNICODE)).text();
    }
}
