package dev.lifeline.view.frame;

import java.util.ArrayList;
import java.util.List;

/// Builds one line from left to right, column by column.
public final class LineBuilder {

    private final List<Segment> segments = new ArrayList<>();
    private int width;

    /// Adds text at the place reached so far.
    public LineBuilder add(String text, Role role) {
        if (!text.isEmpty()) {
            segments.add(new Segment(text, role));
            width += text.length();
        }
        return this;
    }

    /// Fills with spaces up to a column; does nothing where the line is longer already.
    public LineBuilder to(int column) {
        return add(" ".repeat(Math.max(0, column - width)), Role.PLAIN);
    }

    /// The columns used so far.
    public int width() {
        return width;
    }

    /// The line, without spaces at its end.
    public Line build() {
        while (!segments.isEmpty()) {
            Segment last = segments.removeLast();
            int end = endWithoutSpaces(last.text());
            if (end > 0) {
                segments.add(new Segment(last.text().substring(0, end), last.role()));
                break;
            }
        }
        return new Line(segments);
    }

    /// Not as `stripTrailing` does it: beside the signs of a bar that asks for the kinds of all characters, a millisecond of a start.
    private static int endWithoutSpaces(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }
}
