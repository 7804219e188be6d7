package dev.lifeline.play;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StepMark;
import java.util.Map;
import java.util.Objects;

/// Remains of a play.
///
/// @param trace all events
/// @param marks where each step stands, by [StepMark#key]; a step that was never begun has none
/// @param actors where each actor stands, by its name
public record Played(Trace trace, Map<String, StepMark> marks, Map<String, ActorOnTrace> actors) {

    public Played {
        Objects.requireNonNull(trace, "trace");
        marks = Map.copyOf(marks);
        actors = Map.copyOf(actors);
    }

    /// Adds the verdict, for the judge.
    ///
    /// @param index of the trace
    /// @param verdict what the diagnosis says of the trace; this package does not know how it comes to that
    public PlayRecord with(TraceIndex index, Verdict verdict) {
        return new PlayRecord(index, verdict, marks, actors);
    }
}
