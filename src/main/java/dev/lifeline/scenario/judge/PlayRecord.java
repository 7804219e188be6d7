package dev.lifeline.scenario.judge;

import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import java.util.Map;
import java.util.Objects;

/// What a play left behind for the judge.
///
/// @param trace all events
/// @param verdict what the diagnosis says of it
/// @param marks where each step stands, by [StepMark#key(Step)]; a step that was never begun has none
/// @param actors where each actor stands, by its name, those of `as` included; an actor that never came to be is not there
public record PlayRecord(Trace trace, Verdict verdict, Map<String, StepMark> marks, Map<String, ActorOnTrace> actors) {

    public PlayRecord {
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(verdict, "verdict");
        marks = Map.copyOf(marks);
        actors = Map.copyOf(actors);
    }
}
