package dev.lifeline.step.card;

import dev.lifeline.view.frame.Frame;
import java.util.List;

/// A card: what is drawn, and the lines behind it by their numbers.
///
/// @param frame what a person sees
/// @param facts the lines that rest on events, in the order of the numbers that the frame shows, from 1
public record Card(Frame frame, List<CardLine> facts) {

    public Card {
        facts = List.copyOf(facts);
    }

    /// A card without facts of the run.
    public static Card of(Frame frame) {
        return new Card(frame, List.of());
    }
}
