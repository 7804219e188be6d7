package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.WirePackets;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import org.junit.jupiter.api.Test;

/// A connection whose source is its target: no server took part, so none is spoken of.
class ItselfTest {

    private static final Endpoint END = new Endpoint("127.0.0.1", 45_454);

    @Test
    void theWaterfallNamesNoServer() {
        String text = drawn(new Waterfall());
        assertTrue(text.contains("\n127.0.0.1:45454   connected to itself, closed in order"), text);
        assertTrue(text.contains("last seen     client TIME_WAIT for 60 s\n"), text);
        assertFalse(text.contains("server"), text);
    }

    @Test
    void neitherDoTheSentences() {
        String text = drawn(new Plain());
        assertTrue(text.contains("the client's socket was seen in TIME_WAIT"), text);
        assertTrue(text.contains("the kernel told that the client's socket was destroyed"), text);
        assertFalse(text.contains("server"), text);
    }

    private static String drawn(View view) {
        TraceBuilder life = new TraceBuilder(END.toString(), Mode.CLIENT);
        FourTuple tuple = new FourTuple(END, END);
        life.done(Lane.CLIENT, Stage.CONNECT, 1, 100, new Outcome.Connected(tuple))
                .done(Lane.CLIENT, Stage.CLOSE, 200, 210, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
        SocketSnapshot waits = new SocketSnapshot(SocketState.TIME_WAIT, 9, 0, 0, 0, SocketTimer.TIME_WAIT, 60_000, 0, null, null,
                null);
        SocketSnapshot gone = new SocketSnapshot(SocketState.CLOSE, 9, 0, 0, 0, SocketTimer.NONE, 0, 0, null, null,
                WirePackets.info(44, 0));
        new WirePackets(life, tuple).socket(220, Lane.CLIENT, Occasion.EVENT, waits).socket(221, Lane.SERVER, Occasion.EVENT, waits)
                .socket(230, Lane.SERVER, Occasion.DESTROYED, gone);
        Trace trace = life.inOrder().trace();
        Verdict verdict = new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.", "Nothing.", null);
        return view.draw(TraceIndex.of(trace), verdict, new Canvas(120, Glyphs.UNICODE)).text();
    }
}
