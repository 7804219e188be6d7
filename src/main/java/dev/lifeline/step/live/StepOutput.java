package dev.lifeline.step.live;

import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.view.frame.Canvas;

/// Where cards go: a screen, or lines of NDJSON.
public interface StepOutput {

    /// The place for frames, as wide as it is now.
    Canvas canvas();

    /// Takes note of the width of the terminal, which a person may have changed.
    ///
    /// @param columns 0 where it is not known
    default void columns(int columns) {
        // Lines for programs have a width of their own.
    }

    /// Shows a stop.
    ///
    /// @param keys whether the keys that do something are wanted below it
    /// @return whether somebody still reads
    boolean stop(Journey journey, Card card, boolean keys);

    /// Shows the answer to a command.
    ///
    /// @return whether somebody still reads
    boolean answer(CommandWord word, Journey journey, Card card);

    /// Says something in one sentence: why a command was refused, or what it did.
    ///
    /// @return whether somebody still reads
    boolean say(boolean refused, String sentence);
}
