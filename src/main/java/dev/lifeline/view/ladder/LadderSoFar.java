package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.line.LadderLine;
import java.util.ArrayList;
import java.util.List;

/// The ladder of a run that goes on: of one connection what happened so far, the newest last. A hold has one rung: where it is, while
/// it lasts, and that it is over, with its length, after that. No stage says how long it took: a hold of the other side may be in it.
public final class LadderSoFar {

    private LadderSoFar() {
    }

    /// Draws it: the heading, then the rungs.
    ///
    /// @param number of the connection; 0 for the newest one
    public static Frame draw(TraceIndex index, int number, Canvas canvas) {
        List<Ends> all = index.connections().all();
        Ends ends = number > 0 ? index.connections().numbered(number) : null;
        ends = ends != null ? ends : all.isEmpty() ? Connections.NONE : all.getLast();
        DrawnConnection connection = DrawnConnection.of(ends, index);
        StageWords words = new StageWords(index.header().target(), canvas.glyphs(), index.abandoned(), false, Rungs.raced(index, connection), index.began());
        RungPainter painter = new RungPainter(new Rails(canvas, index.header(), index, connection), canvas.glyphs(), words,
                new LadderLine(words, Long.MAX_VALUE), index.began(), index.timeline().wall()).whileItRuns();
        painter.head(index.actors(), ends);
        for (Rung rung : rungs(index, connection, canvas)) {
            painter.paint(rung);
        }
        return new Frame(painter.lines());
    }

    private static List<Rung> rungs(TraceIndex index, DrawnConnection connection, Canvas canvas) {
        List<Rung> rungs = new ArrayList<>();
        for (Rung rung : Rungs.soFar(index, connection, canvas.glyphs())) {
            if (rung instanceof Rung.Held(Hold held) ? held.open() : !(rung instanceof Rung.Released(Hold released)) || !released.open()) {
                rungs.add(rung);
            }
        }
        return rungs;
    }
}
