package dev.lifeline.wording.served;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.picture.Gauge;

/// The wait for a worker, and the worker that came, behind the bar of a stage.
public final class WorkerWords {

    private WorkerWords() {
    }

    /// Writes a wait in the queue of a server's program: `2 of 4 waiting, worker 1 took it, 2 of 2 workers busy`.
    public static String queue(Span span, TraceIndex index, Glyphs glyphs) {
        LoopEvent.WorkerQueued queued = index.workers().queued(span.connection());
        return (queued == null ? "" : queued.depth() + " of " + queued.limit() + " waiting, ") + StageWords.phrase(span, glyphs);
    }

    /// Writes which worker accepted a connection itself: `, worker 2, [■■] 2 of 2 busy`; empty where that is not told.
    public static String accepted(Span span, TraceIndex index, Glyphs glyphs) {
        LoopEvent.WorkerTook took = span.stage() == Stage.ACCEPT && span.lane() == Lane.SERVER ? index.workers().took(span.connection())
                : null;
        return took == null ? "" : ", " + FittedText.together("worker " + took.worker()) + ", "
                + FittedText.together(Gauge.workers(took.busy(), took.workers(), glyphs));
    }
}
