package dev.lifeline.view.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One line of a frame.
///
/// @param segments from left to right
public record Line(List<Segment> segments) {

    /// A line without text.
    public static final Line EMPTY = new Line(List.of());

    public Line {
        segments = List.copyOf(segments);
    }

    /// A line in one role.
    public static Line of(String text, Role role) {
        return new Line(List.of(new Segment(text, role)));
    }

    /// An ordinary line.
    public static Line of(String text) {
        return of(text, Role.PLAIN);
    }

    /// This line with one more piece at its end.
    public Line plus(String text, Role role) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(new Segment(text, role));
        return new Line(longer);
    }

    /// The text without its styles.
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
