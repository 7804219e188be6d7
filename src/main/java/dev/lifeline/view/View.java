package dev.lifeline.view;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;

/// One way to draw a trace. A view is a pure function: the same trace on the same canvas gives the same frame, live or replayed.
public interface View {

    /// Draws.
    ///
    /// @param index the trace, with all that follows from it
    /// @param verdict what it amounts to
    /// @param canvas where it will be shown; no line of the frame is wider
    Frame draw(TraceIndex index, Verdict verdict, Canvas canvas);

    /// Draws what happened without what it amounts to: the play of a scenario has an answer of its own.
    ///
    /// @param verdict what it amounts to: by it the connection is chosen that is drawn
    /// @param canvas where it will be shown
    Frame picture(TraceIndex index, Verdict verdict, Canvas canvas);
}
