package dev.lifeline.view.table;

import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// A text over several lines with some parts in a colour of their own and, since colour is never the only sign, carets below them.
public final class MarkedLines {

    private static final String CARET = "^";

    private MarkedLines() {
    }

    /// Adds the lines of a text.
    ///
    /// @param begun the first of them, what stands before the text included
    /// @param ascii printable ASCII
    /// @param column where the text begins on each line
    /// @param carets whether marked parts have carets below them
    public static void add(List<Line> lines, LineBuilder begun, Marked ascii, int column, Role plain, Role mark, boolean carets,
            Canvas canvas) {
        LineBuilder line = begun;
        Marked text = ascii.measured(canvas.glyphs());
        int from = 0;
        for (String piece : Wrap.lines(text.text(), canvas.width() - column, 0)) {
            from = text.text().indexOf(piece, from);
            line.to(column);
            LineBuilder below = new LineBuilder().to(column);
            int at = from;
            for (Mark each : within(text.marks(), from, from + piece.length())) {
                line.add(text.text().substring(at, each.from()), plain).add(text.text().substring(each.from(), each.to()), mark);
                below.to(column + each.from() - from).add(CARET.repeat(each.to() - each.from()), mark);
                at = each.to();
            }
            lines.add(line.add(text.text().substring(at, from + piece.length()), plain).build());
            if (carets && at > from) {
                lines.add(below.build());
            }
            from += piece.length();
            line = new LineBuilder();
        }
    }

    /// Cuts marks to a stretch of the text.
    private static List<Mark> within(List<Mark> marks, int from, int to) {
        List<Mark> within = new ArrayList<>();
        for (Mark mark : marks) {
            int begin = Math.max(from, mark.from());
            int end = Math.min(to, mark.to());
            if (begin < end) {
                within.add(new Mark(begin, end));
            }
        }
        return within;
    }
}
