package dev.lifeline.step.card;

import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import java.util.ArrayList;
import java.util.List;

/// A card: what is drawn, and the lines behind it.
///
/// @param frame what a person sees
/// @param lines what it was laid out of; empty for a text that has no lines of its own
public record Card(Frame frame, List<CardLine> lines) {

    public Card {
        lines = List.copyOf(lines);
    }

    /// A card without facts of the run.
    public static Card of(Frame frame) {
        return new Card(frame, List.of());
    }

    /// Gives what is drawn, without the numbers by which `?` asks: for a place where nobody can.
    public Frame unnumbered() {
        List<Line> plain = new ArrayList<>();
        for (Line line : frame.lines()) {
            plain.add(without(line));
        }
        return new Frame(plain);
    }

    private static Line without(Line line) {
        List<Segment> segments = line.segments();
        if (segments.isEmpty() || !isNumber(segments.getLast())) {
            return line;
        }
        LineBuilder rest = new LineBuilder();
        for (Segment segment : segments.subList(0, segments.size() - 1)) {
            rest.add(segment.text(), segment.role());
        }
        return rest.build();
    }

    private static boolean isNumber(Segment last) {
        String text = last.text();
        boolean number = last.role() == Role.DIM && text.length() > 2 && text.startsWith("[") && text.endsWith("]");
        for (int i = 1; number && i < text.length() - 1; i++) {
            number = Character.isDigit(text.charAt(i));
        }
        return number;
    }

    /// The lines that rest on events, in the order of the numbers that a person sees, from 1.
    public List<CardLine> facts() {
        List<CardLine> facts = new ArrayList<>();
        for (CardLine line : lines) {
            if (!line.evidence().isEmpty()) {
                facts.add(line);
            }
        }
        return facts;
    }
}
