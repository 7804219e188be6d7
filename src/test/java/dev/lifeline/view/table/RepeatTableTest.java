package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import org.junit.jupiter.api.Test;

class RepeatTableTest {

    private final TraceBuilder life = new TraceBuilder("db.example:5432", Mode.CLIENT);

    @Test
    void writesOneUnitForAllStages() {
        bind(1, 500);
        bind(2, 2_500);
        assertEquals("""
                stage         side    n    min    p50    max  ms
                bind          client  2  0.500  0.500  2.500
                """, text(80));
    }

    @Test
    void givesUpDecimalsRatherThanTheEdgeOfTheCanvas() {
        for (int i = 1; i <= 100; i++) {
            bind(i, i < 90 ? 400 : 9_000_000);
        }
        assertEquals("""
                stage         side      n  min  p50   p90   p99   max  ms
                bind          client  100   <1   <1  9000  9000  9000
                """, text(60));
    }

    @Test
    void aRowThatDoesNotCarryAPercentileLeavesItsPlaceEmpty() {
        for (int i = 1; i <= 100; i++) {
            bind(i, i * 1_000);
            if (i <= 10) {
                life.done(Lane.CLIENT, Stage.CLOSE, 1, 1 + i * 1_000, new Outcome.Closed(CloseKind.ORDERLY, null, 0, 0));
            }
        }
        assertEquals("""
                stage         side      n    min     p50     p90     p99      max  ms
                bind          client  100  1.000  50.004  90.046  99.025  100.000
                close         client   10  1.000   5.001   9.003           10.000
                """, text(80));
    }

    @Test
    void listsFailuresBelowAndWhatNeverRan() {
        life.plan(Lane.CLIENT, Stage.CLOSE).failed(Lane.CLIENT, Stage.CONNECT, 1, 2,
                TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, null, new Endpoint("192.0.2.1", 1)));
        assertEquals("""
                stage         side
                close         client  not reached

                failed at
                connect       client  1 x ECONNREFUSED: Connection refused
                """, text(60));
    }

    private void bind(int connection, double took) {
        life.connection(connection).done(Lane.CLIENT, Stage.BIND, 1, 1 + took, new Outcome.Bound(new Endpoint("127.0.0.1", 1)));
    }

    private String text(int width) {
        return new Frame(RepeatTable.lines(TraceIndex.of(life.trace()), true, new Canvas(width, Glyphs.ASCII))).text();
    }
}
