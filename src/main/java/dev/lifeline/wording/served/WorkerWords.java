package dev.lifeline.wording.served;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.picture.Gauge;

/// The wait for a worker, and the worker that came, behind the bar of a stage.
public final class WorkerWords {

    /// Nanoseconds that a person feels.
    private static final long FELT = 100_000_000;
    private static final int TENTH = 10;

    private WorkerWords() {
    }

    /// Writes a wait in the queue of a server's program: `2 of 4 waiting, worker 1 took it, 2 of 2 workers busy`.
    public static String queue(Span span, TraceIndex index, Glyphs glyphs) {
        LoopEvent.WorkerQueued queued = index.workers().queued(span.connection());
        return (queued == null ? "" : queued.depth() + " of " + queued.limit() + " waiting, ") + StageWords.phrase(span, glyphs);
    }

    /// Writes in front of the first byte of an answer how much of the wait the server's own program told of: `handler 1.5 s, `; empty where
    /// it told of none, or that was little.
    public static String split(Span span, TraceIndex index, Glyphs glyphs) {
        int number = span.lane() != Lane.CLIENT || span.took() < FELT ? 0 : index.connections().of(Lane.CLIENT, span.connection()).server();
        return number < 1 ? "" : part(Stage.WORKER_QUEUE, number, span, index, glyphs) + part(Stage.HANDLER, number, span, index, glyphs);
    }

    private static String part(Stage stage, int number, Span span, TraceIndex index, Glyphs glyphs) {
        long took = index.workers().within(stage, number, span.start(), span.end());
        return took < span.took() / TENTH ? "" : stage.label() + " " + Durations.of(took, glyphs) + " of it, ";
    }

    /// Writes which worker accepted a connection itself: `, worker 2, [■■] 2 of 2 busy`; empty where that is not told.
    public static String accepted(Span span, TraceIndex index, Glyphs glyphs) {
        LoopEvent.WorkerTook took = span.stage() == Stage.ACCEPT && span.lane() == Lane.SERVER ? index.workers().took(span.connection())
                : null;
        return took == null ? "" : ", " + FittedText.together("worker " + took.worker()) + ", "
                + FittedText.together(Gauge.workers(took.busy(), took.workers(), glyphs));
    }
}
