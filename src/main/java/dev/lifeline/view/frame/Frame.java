package dev.lifeline.view.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// All that a person sees of a trace at one time.
///
/// @param lines from top to bottom
public record Frame(List<Line> lines) {

    public Frame {
        lines = List.copyOf(lines);
    }

    /// This frame with another below it, an empty line between them.
    public Frame above(Frame other) {
        List<Line> all = new ArrayList<>(lines);
        if (!all.isEmpty() && !other.lines.isEmpty()) {
            all.add(Line.EMPTY);
        }
        all.addAll(other.lines);
        return new Frame(all);
    }

    /// The text without its styles, each line ended by a line feed.
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }
}
