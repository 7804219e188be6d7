package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
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
                stage         side    n    min    p50    p90    p99    max  ms
                bind          client  2  0.500  0.500  2.500  2.500  2.500
                """, text(80));
    }

    @Test
    void givesUpDecimalsRatherThanTheEdgeOfTheCanvas() {
        bind(1, 400);
        bind(2, 9_000_000);
        assertEquals("""
                stage         side    n  min  p50   p90   p99   max  ms
                bind          client  2   <1   <1  9000  9000  9000
                """, text(60));
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
        return new Frame(RepeatTable.lines(TraceIndex.of(life.trace()), new Canvas(width, Glyphs.ASCII))).text();
    }
}
