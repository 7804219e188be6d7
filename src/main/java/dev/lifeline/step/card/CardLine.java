package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.view.frame.Role;
import java.util.List;

/// One line of a card before it is laid out.
///
/// @param label what it is about
/// @param role of the label
/// @param side whose; empty where no side is named
/// @param words what is said, safe to print
/// @param figure a duration or a count at the right; empty where there is none
/// @param evidence the events that it rests on; empty for what is no fact of the run
/// @param said the same as a sentence without pictures and columns; `null` where label and words make one
public record CardLine(String label, Role role, String side, String words, String figure, List<TraceEvent> evidence, String said) {

    public CardLine {
        evidence = List.copyOf(evidence);
    }

    /// A line whose label and words make a sentence.
    public CardLine(String label, Role role, String side, String words, String figure, List<TraceEvent> evidence) {
        this(label, role, side, words, figure, evidence, null);
    }

    /// The same with a sentence of its own.
    CardLine saying(String sentence) {
        return new CardLine(label, role, side, words, figure, evidence, sentence);
    }

    /// A line that is no fact of the run: what comes next, where the person stands.
    public static CardLine aside(String label, Role role, String words) {
        return new CardLine(label, role, "", words, "", List.of());
    }

    /// A fact with the events that it rests on.
    public static CardLine fact(String label, Role role, String side, String words, List<TraceEvent> evidence) {
        return new CardLine(label, role, side, words, "", evidence);
    }
}
