package dev.lifeline.step.card;

import dev.lifeline.view.frame.Frame;
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
