package dev.lifeline.view.stages;

import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.Scale;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallSection;
import java.util.List;

/// Lays out one line a stage: its name, its side where there are two, what it found out, how long it took, and its bar. The columns
/// are the same at every width; a wider canvas has more room for words and for bars.
///
/// @param canvas where it will be shown
/// @param origin where the time axis begins, in nanoseconds since the origin of the trace
/// @param scale the time axis
/// @param label columns of the stage's name and the gap behind it
/// @param side columns of the side and the gap behind it; 0 where there is one side
/// @param figure columns of a duration
record StageTable(Canvas canvas, long origin, Scale scale, int label, int side, int figure) {

    private static final int LEAST_LABEL = 12;
    private static final int GAP = 2;
    private static final int SIDE = 8;
    private static final int LEAST_FIGURE = 9;
    private static final int LEAST_CELLS = 8;
    private static final int MOST_CELLS = 40;

    /// @param end when the last event happened, in nanoseconds since the origin of the trace
    /// @param sides whether each row names its side
    static StageTable of(List<WaterfallSection> sections, long origin, long end, boolean sides, Canvas canvas) {
        int label = LEAST_LABEL;
        int figure = LEAST_FIGURE;
        for (WaterfallSection section : sections) {
            for (WaterfallRow row : section.rows()) {
                label = Math.max(label, row.label().length());
                figure = Math.max(figure, took(row, canvas).length());
            }
        }
        return new StageTable(canvas, origin, Scale.of(end - origin, canvas.glyphs()), label + GAP, sides ? SIDE : 0, figure);
    }

    /// A row, on one line.
    Line row(WaterfallRow row) {
        boolean failed = row.kind() == WaterfallRow.Kind.FAILED;
        LineBuilder line = new LineBuilder().add(row.label(), failed ? Role.BAD : row.kind().ran() ? Role.PLAIN : Role.DIM).to(label);
        if (side > 0) {
            line.add(row.side(), row.lane()).to(label + side);
        }
        if (!row.kind().ran()) {
            return line.add(FittedText.fit(row.detail(), canvas.width() - line.width(), canvas.glyphs()), Role.DIM).build();
        }
        line.add(CutWords.cut((failed ? CutWords.FAILED : "") + row.detail(), room(), canvas.glyphs()), row.words()).to(label + side + room() + GAP);
        line.add(FittedText.right(took(row, canvas), figure), Role.PLAIN).add(" ".repeat(GAP), Role.PLAIN);
        return line.add(row.bar(scale, origin, cells(), canvas.glyphs()), row.bar()).build();
    }

    private static String took(WaterfallRow row, Canvas canvas) {
        return !row.lasted() ? "" : (row.least().isEmpty() ? "" : row.least() + " ") + Durations.of(row.end() - row.start(), canvas.glyphs());
    }

    private int room() {
        return canvas.width() - label - side - GAP - figure - GAP - cells();
    }

    private int cells() {
        return Math.clamp((canvas.width() - 20) / 5, LEAST_CELLS, MOST_CELLS);
    }
}
