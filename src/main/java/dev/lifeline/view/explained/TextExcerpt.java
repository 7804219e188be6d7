package dev.lifeline.view.explained;

import dev.lifeline.explain.Words;
import dev.lifeline.text.Marked.Mark;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// The part of a text that has the words on which an answer rests, in a few rows, with carets below those words.
final class TextExcerpt {

    /// Rows of text at most, the carets below them not counted: the answer has to fit one screen with it.
    static final int MOST_ROWS = 3;

    private static final int LEAD = 20;
    /// Of a line without end no more than this is looked at, on each side of a word.
    private static final int FARTHEST = 400;
    private static final String CARET = "^";

    private final String text;
    private final List<Words> words;
    private final Canvas canvas;
    private final String more;
    private final List<ShownText> rows = new ArrayList<>();

    private TextExcerpt(String text, List<Words> words, Canvas canvas) {
        this.text = text;
        this.words = words;
        this.canvas = canvas;
        this.more = canvas.glyphs().ellipsis();
    }

    /// The rows of a text: the lines that have the words; where there are no words, the first line that says something.
    static List<ShownText> rows(String text, List<Words> words, Canvas canvas) {
        TextExcerpt excerpt = new TextExcerpt(text, words, canvas);
        excerpt.lines();
        return excerpt.rows;
    }

    /// One row with as many of the words as fit, the first ones at least.
    static ShownText row(String text, List<Words> words, Canvas canvas, int width) {
        int first = words.isEmpty() ? 0 : words.getFirst().start();
        int from = text.lastIndexOf('\n', first) + 1;
        int end = text.indexOf('\n', first);
        end = end < 0 ? text.length() : end;
        while (from < first && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        ShownText line = ShownText.of(text, Math.max(from, first - FARTHEST), Math.min(end, first + FARTHEST), words, canvas.glyphs());
        int room = line.aligned() ? width : width / 2;
        if (line.text().length() <= room) {
            return line;
        }
        String more = canvas.glyphs().ellipsis();
        Mark mark = line.marks().isEmpty() ? new Mark(0, 1) : line.marks().getFirst();
        int last = line.marks().isEmpty() ? 1 : line.marks().getLast().to();
        int begin = Math.clamp(last - (room - 2 * more.length()), 0, mark.from());
        begin = begin == 0 ? 0 : begin + more.length() > mark.from() ? mark.from() : begin;
        int to = Math.min(line.text().length(), begin + room - (begin > 0 ? more.length() : 0));
        to = to < line.text().length() ? Math.max(begin, to - more.length()) : to;
        return line.part(begin, to).between(begin > 0 ? more : "", to < line.text().length() ? more : "");
    }

    /// Adds rows with the words in a role of their own and, since colour is never the only sign, carets below them.
    static void add(List<Line> lines, List<ShownText> rows, boolean carets) {
        for (ShownText row : rows) {
            LineBuilder line = new LineBuilder();
            LineBuilder below = new LineBuilder();
            int at = 0;
            for (Mark mark : row.marks()) {
                line.add(row.text().substring(at, mark.from()), Role.PLAIN).add(row.text().substring(mark.from(), mark.to()), Role.STRONG);
                below.to(mark.from()).add(CARET.repeat(mark.to() - mark.from()), Role.STRONG);
                at = mark.to();
            }
            lines.add(line.add(row.text().substring(at), Role.PLAIN).build());
            if (carets && at > 0) {
                lines.add(below.build());
            }
        }
    }

    private void lines() {
        int end;
        for (int from = 0; from < text.length() && rows.size() < MOST_ROWS; from = end + 1) {
            end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            if (words.isEmpty() ? !text.substring(from, Math.min(end, from + FARTHEST)).isBlank() : touched(from, end)) {
                line(from, end);
                if (words.isEmpty()) {
                    return;
                }
            }
        }
    }

    private boolean touched(int from, int end) {
        for (Words each : words) {
            if (each.start() < end && each.end() > from) {
                return true;
            }
        }
        return false;
    }

    /// Shows a line: all of it where there is room for it, and else the places of its words.
    private void line(int from, int end) {
        int begin = from;
        while (begin < end && Character.isWhitespace(text.charAt(begin))) {
            begin++;
        }
        int first = words.isEmpty() ? begin : Math.max(begin, start(from));
        int near = Math.max(begin, first - FARTHEST);
        int far = Math.min(end, Math.max(first, words.isEmpty() ? first : stop(end)) + FARTHEST);
        ShownText shown = ShownText.of(text, near, far, words, canvas.glyphs());
        int width = shown.aligned() ? canvas.width() : canvas.width() / 2;
        String cutBefore = near > begin ? more : "";
        String cutAfter = far < end ? more : "";
        ShownText whole = shown.between(cutBefore, cutAfter);
        List<String> pieces = whole.text().length() > MOST_ROWS * width ? List.of() : Wrap.lines(whole.text(), width, 0);
        if (!pieces.isEmpty() && pieces.size() + rows.size() <= MOST_ROWS) {
            wrapped(whole, pieces);
        } else {
            windows(whole, width);
        }
    }

    /// Where the first words of a line begin.
    private int start(int from) {
        int first = Integer.MAX_VALUE;
        for (Words each : words) {
            first = each.end() > from ? Math.min(first, each.start()) : first;
        }
        return first;
    }

    /// Where the last words of a line end, in the line's reach.
    private int stop(int end) {
        int last = 0;
        for (Words each : words) {
            last = each.start() < end ? Math.max(last, Math.min(end, each.end())) : last;
        }
        return last;
    }

    private void wrapped(ShownText whole, List<String> pieces) {
        int at = 0;
        for (String piece : pieces) {
            at = whole.text().indexOf(piece, at);
            if (at < 0) {
                return;
            }
            rows.add(whole.part(at, at + piece.length()));
            at += piece.length();
        }
    }

    /// Rows round the words, each row as wide as the screen.
    private void windows(ShownText whole, int width) {
        int shownTo = -1;
        int length = whole.text().length();
        List<Mark> marks = whole.marks().isEmpty() ? List.of(new Mark(0, 1)) : whole.marks();
        for (Mark mark : marks) {
            if (mark.to() <= shownTo || rows.size() >= MOST_ROWS) {
                continue;
            }
            int room = width - 2 * more.length();
            int lead = Math.max(0, Math.min(LEAD, room - (mark.to() - mark.from())));
            int from = Math.max(0, Math.min(mark.from() - lead, length - room));
            from = Math.max(from, Math.max(0, shownTo));
            int to = Math.min(length, from + room);
            rows.add(whole.part(from, to).between(from > 0 ? more : "", to < length ? more : ""));
            shownTo = to;
        }
    }
}
