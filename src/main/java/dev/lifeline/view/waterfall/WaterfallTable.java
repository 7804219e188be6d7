package dev.lifeline.view.waterfall;

import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.List;

/// Lays out the rows of a waterfall in columns. Where there is room the details stand right of the bars, else below them;
/// a failure on a narrow canvas has words in place of bars.
///
/// @param canvas where it will be shown
/// @param origin where the time axis begins, in nanoseconds since the origin of the trace
/// @param scale the time axis
/// @param form which columns there are
/// @param label columns of the stage's name
/// @param figure columns of a figure
/// @param word columns of the longest word of the details; they never stand in a column that would break it
public record WaterfallTable(Canvas canvas, long origin, Scale scale, Form form, int label, int figure, int word) {

    /// The columns that there are.
    enum Form {
        /// Figures, bars, and the details beside them.
        WIDE,
        /// Figures and bars, and the details below them.
        NARROW,
        /// The word for how it went, its duration, and the details.
        WORDS
    }

    /// From this width on the details stand beside the bars.
    static final int WIDE = 100;

    private static final int GAP = 2;
    private static final int SIDE = 6;
    private static final int RESULT = 11;
    private static final int LEAST_LABEL = 12;
    /// Columns by which the further lines of a fact are moved, so that each fact is seen to be one.
    private static final int FACT_INDENT = 2;
    private static final int LEAST_FIGURE = 6;
    /// In the place of a time before the axis.
    public static final String BEFORE = "before";
    /// Less than this is too thin for a column of details.
    private static final int LEAST_DETAIL = 30;

    /// @param origin where the time axis begins
    /// @param end when the last event happened; both in nanoseconds since the origin of the trace
    /// @param failed whether a narrow canvas has words in place of bars
    static WaterfallTable of(List<WaterfallSection> sections, long origin, long end, boolean failed, Canvas canvas) {
        Scale scale = Scale.of(end - origin, canvas.glyphs());
        Form form = canvas.width() >= WIDE ? Form.WIDE : failed ? Form.WORDS : Form.NARROW;
        int label = LEAST_LABEL;
        int word = LEAST_DETAIL;
        int figure = Math.max(LEAST_FIGURE, scale.figure(end - origin).length());
        for (WaterfallSection section : sections) {
            for (WaterfallRow row : section.rows()) {
                label = Math.max(label, row.label().length());
                word = Math.max(word, longestWord(row.detail()));
                for (RowFact fact : row.facts()) {
                    word = Math.max(word, longestWord(fact.text()));
                }
                if (!row.least().isEmpty()) {
                    figure = Math.max(figure, row.least().length() + scale.figure(row.end() - row.start()).length());
                }
                if (form == Form.WORDS && row.kind().ran()) {
                    figure = Math.max(figure, row.least().length() + Durations.of(row.end() - row.start(), canvas.glyphs()).length());
                }
            }
        }
        return new WaterfallTable(canvas, origin, scale, form, label, figure, word);
    }

    /// The headings, and the axis over the bars.
    void header(List<Line> lines) {
        LineBuilder line = new LineBuilder().add("stage", Role.DIM).to(side()).add("side", Role.DIM);
        if (form == Form.WORDS) {
            line.to(result()).add("result", Role.DIM).to(result() + RESULT + GAP).add("took", Role.DIM);
        } else {
            line.to(result()).add(FittedText.right("began", figure), Role.DIM);
            line.add("  " + FittedText.right("took", figure), Role.DIM).to(bars());
            line.add(Axis.text(scale, cells(), canvas.width() - bars()), Role.DIM);
        }
        lines.add(line.build());
    }

    /// A row, on one line or more.
    void row(WaterfallRow row, List<Line> lines) {
        LineBuilder line = new LineBuilder().add(row.label(), row.kind() == WaterfallRow.Kind.FAILED ? Role.BAD : Role.PLAIN);
        line.to(side()).add(row.side(), row.lane()).to(result());
        if (form == Form.WORDS) {
            words(row, line);
        } else {
            figures(row, line);
        }
        details(row, line, lines);
    }

    private void words(WaterfallRow row, LineBuilder line) {
        line.add(row.kind().word(), row.kind() == WaterfallRow.Kind.DONE ? Role.GOOD : row.words()).to(result() + RESULT + GAP);
        if (row.lasted()) {
            line.add(FittedText.right(row.least() + Durations.of(row.end() - row.start(), canvas.glyphs()), figure), Role.PLAIN);
        }
    }

    private void figures(WaterfallRow row, LineBuilder line) {
        if (!row.kind().ran()) {
            line.add(FittedText.right(row.kind().word(), figure * 2 + GAP), row.words());
            return;
        }
        String began = row.start() < origin ? BEFORE : scale.figure(row.start() - origin);
        line.add(FittedText.right(began, figure), Role.DIM).add("  ", Role.PLAIN);
        line.add(row.lasted() ? FittedText.right(row.least() + scale.figure(row.end() - row.start()), figure) : "", Role.PLAIN).to(bars());
        line.add(row.bar(scale, origin, cells(), canvas.glyphs()), row.bar());
    }

    private void details(WaterfallRow row, LineBuilder line, List<Line> lines) {
        String mark = row.kind() == WaterfallRow.Kind.FAILED && form != Form.WORDS ? row.kind().word() + "  " : "";
        String text = row.kind() == WaterfallRow.Kind.NOT_REACHED ? "" : mark + row.detail();
        int column = detailColumn();
        boolean below = beside() == 0 || line.width() > column;
        if (below || text.isEmpty()) {
            lines.add(line.build());
        }
        if (!text.isEmpty()) {
            LineBuilder current = below ? new LineBuilder() : line;
            for (String piece : Wrap.lines(text, canvas.width() - column, 0)) {
                lines.add(current.to(column).add(piece, row.words()).build());
                current = new LineBuilder();
            }
        }
        for (RowFact fact : row.facts()) {
            for (String piece : Wrap.lines(fact.text(), canvas.width() - column, FACT_INDENT)) {
                lines.add(new LineBuilder().to(column).add(piece, fact.role()).build());
            }
        }
    }

    private int side() {
        return label + GAP;
    }

    private int result() {
        return side() + SIDE + GAP;
    }

    private int bars() {
        return result() + figure * 2 + GAP * 2;
    }

    private int cells() {
        int rest = canvas.width() - bars();
        return form == Form.WIDE ? Math.clamp(rest * 3 / 8, 16, 56) : rest;
    }

    /// The columns of the details beside the rest of the row; 0 where they stand below it.
    private int beside() {
        if (form == Form.NARROW) {
            return 0;
        }
        int rest = canvas.width() - (form == Form.WIDE ? bars() + cells() : result() + RESULT + GAP + figure) - GAP;
        return rest < word ? 0 : rest;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return longest;
    }

    private int detailColumn() {
        return beside() == 0 ? side() : canvas.width() - beside();
    }
}
