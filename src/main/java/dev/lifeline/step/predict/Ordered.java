package dev.lifeline.step.predict;

import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.word.EventText;
import java.util.List;
import java.util.Objects;

/// A puzzle of order that was asked, and what was answered.
///
/// @param puzzle which
/// @param order its events in the order that was said; those that were left out are said never to happen. Empty for "don't know"
/// @param stop the number of the stop at which it was asked
public record Ordered(OrderPuzzle puzzle, List<EventText> order, int stop) {

    public Ordered {
        Objects.requireNonNull(puzzle, "puzzle");
        order = List.copyOf(order);
        if (!puzzle.events().containsAll(order)) {
            throw new IllegalArgumentException("an answer is made of the events of the puzzle");
        }
    }

    /// Says if the person did not know.
    public boolean isOpen() {
        return order.isEmpty();
    }
}
