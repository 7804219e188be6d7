package dev.lifeline.scenario.expectation;

import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Word;

/// One kind of expectation: its word, and how it is looked for. Pure.
public interface Check {

    /// The word with what it can be given. What it needs is the source of evidence that it rests on; none where the programs' own
    /// events are enough.
    Word word(String label);

    /// Looks for what is expected.
    Answer look(PlayIndex play, Args args);

    /// Tells whether what held once holds for good: it speaks of something that happened, not of how things stand in the end.
    default boolean lasts() {
        return true;
    }

    /// Tells whether it may have held only because events are missing.
    default boolean holdsByLack(Args args) {
        return false;
    }
}
