package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import java.util.Map;
import java.util.Objects;

/// Remains of a play, for the judge.
///
/// @param index all events, and what follows from them
/// @param verdict what the diagnosis says of it
/// @param marks where each step stands, by [StepMark#key(Step)]; a step that was never begun has none
/// @param actors where each actor stands, by its name, those of `as` included; an actor that never came to be is not there
public record PlayRecord(TraceIndex index, Verdict verdict, Map<String, StepMark> marks, Map<String, ActorOnTrace> actors) {

    public PlayRecord {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(verdict, "verdict");
        marks = Map.copyOf(marks);
        actors = Map.copyOf(actors);
    }
}
