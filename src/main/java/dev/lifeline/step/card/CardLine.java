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
public record CardLine(String label, Role role, String side, String words, String figure, List<TraceEvent> evidence) {

    public CardLine {
        evidence = List.copyOf(evidence);
    }

    /// A line that is no fact of the run: what comes next, where the person stands.
    static CardLine aside(String label, Role role, String words) {
        return new CardLine(label, role, "", words, "", List.of());
    }

    /// A fact with the events that it rests on.
    static CardLine fact(String label, Role role, String side, String words, List<TraceEvent> evidence) {
        return new CardLine(label, role, side, words, "", evidence);
    }
}
