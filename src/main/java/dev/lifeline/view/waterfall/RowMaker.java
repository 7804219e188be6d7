package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import java.util.List;

/// Makes the rows of a table from the spans and holds of one section.
public interface RowMaker {

    /// The rows of these spans, each hold before the stage that it held back or that came next.
    List<WaterfallRow> of(List<Span> spans, List<Hold> holds);
}
