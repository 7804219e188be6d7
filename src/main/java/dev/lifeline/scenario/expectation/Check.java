package dev.lifeline.scenario.expectation;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// One kind of expectation: its word, and how it is looked for. Pure.
public interface Check {

    /// The word with what it can be given. What it needs is the source of evidence that it rests on; none where the programs' own
    /// events are enough.
    Word word(String label);

    /// Looks for what is expected.
    Answer look(PlayIndex play, Args args);

    /// Lists the events that its answer rests on, where it rests on a few that it chooses; none where all of one kind are counted.
    default List<TraceEvent> restsOn(PlayIndex play, Args args) {
        return List.of();
    }

    /// Tells whether what held once holds for good: it speaks of something that happened, not of how things stand in the end.
    default boolean lasts() {
        return true;
    }

    /// Tells whether it may have held only because events are missing.
    default boolean holdsByLack(Args args) {
        return false;
    }
}
