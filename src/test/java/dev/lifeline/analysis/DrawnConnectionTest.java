package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import org.junit.jupiter.api.Test;

class DrawnConnectionTest {

    @Test
    void theServersConnectionIsTheOneWithTheReversedFourTuple() {
        FourTuple ours = new FourTuple(Lives.CLIENT, Lives.SERVER);
        FourTuple strangers = new FourTuple(new Endpoint("127.0.0.1", 9999), Lives.SERVER);
        Life life = new Life();
        life.server(1).begins(1, Stage.ACCEPT).ends(2, Stage.ACCEPT, new Outcome.Accepted(strangers.reversed(), 1, 1));
        life.client(1).begins(3, Stage.CONNECT).ends(4, Stage.CONNECT, new Outcome.Connected(ours));
        life.server(2).begins(5, Stage.ACCEPT).ends(6, Stage.ACCEPT, new Outcome.Accepted(ours.reversed(), 2, 1));
        DrawnConnection drawn = first(life.trace(Mode.LOOPBACK, "localhost:7007", 1, true));
        assertEquals(2, drawn.ends().server());
        assertTrue(drawn.others());
    }

    @Test
    void whatBelongsToNoConnectionIsShownUpToItsLastEvent() {
        DrawnConnection drawn = first(Lives.fifty());
        assertEquals(910_000, drawn.last());
        assertTrue(drawn.shows(Lane.SERVER, 0, 910_000));
        assertFalse(drawn.shows(Lane.SERVER, 0, 910_001));
        assertFalse(drawn.shows(Lane.CLIENT, 2, 500_000));
    }

    @Test
    void aTraceOfOneConnectionIsShownWhole() {
        assertFalse(first(Lives.held()).others());
        assertTrue(first(Lives.empty()).shows(Lane.CLIENT, 0, 0));
    }

    private static DrawnConnection first(Trace trace) {
        TraceIndex index = TraceIndex.of(trace);
        Connections connections = index.connections();
        Ends first = connections.numbered(1);
        return DrawnConnection.of(first == null ? Connections.NONE : first, index);
    }
}
