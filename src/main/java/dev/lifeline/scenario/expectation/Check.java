package dev.lifeline.scenario.expectation;

import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;

/// How one kind of expectation is looked for. Pure.
public interface Check {

    Answer look(PlayIndex sight, Args args);

    /// The name of the source of evidence that it rests on; `null` where the programs' own events are enough.
    default String source() {
        return null;
    }
}
