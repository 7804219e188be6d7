package dev.lifeline.view;

import dev.lifeline.analysis.Timeline;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;

/// One way to draw a trace. A view is a pure function: the same trace on the same canvas gives the same frame, live or replayed.
public interface View {

    /// Draws.
    ///
    /// @param trace the events, for views that show them one by one
    /// @param timeline the same trace as spans, holds and marks
    /// @param verdict what it amounts to
    /// @param canvas where it will be shown; no line of the frame is wider
    Frame draw(Trace trace, Timeline timeline, Verdict verdict, Canvas canvas);
}
