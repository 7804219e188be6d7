package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.PlayEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The record of a play for the judge.
///
/// @param index all events, and what follows from them
/// @param verdict what the diagnosis says of it
/// @param marks where each step that ended stands, by [StepMark#key]; a step that was never begun has none
/// @param actors where each actor stands, by its name, those of `as` included; an actor that never came to be is not there
public record PlayRecord(TraceIndex index, Verdict verdict, Map<String, StepMark> marks, Map<String, ActorOnTrace> actors) {

    public PlayRecord {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(verdict, "verdict");
        marks = Map.copyOf(marks);
        actors = Map.copyOf(actors);
    }

    /// Takes steps and actors from the events of the play, whether it just ended or was recorded.
    ///
    /// @param verdict what the diagnosis says of it; this package does not know how it comes to that
    public static PlayRecord of(TraceIndex index, Verdict verdict) {
        Map<String, StepMark> marks = new HashMap<>();
        Map<Integer, TraceEvent> begun = new HashMap<>();
        Map<Long, String> ended = new HashMap<>();
        for (TraceEvent event : index.trace().events()) {
            if (event.body() instanceof PlayEvent.StepStarted step) {
                begun.put(step.number(), event);
            } else if (event.body() instanceof PlayEvent.StepEnded step && begun.get(step.number()) instanceof TraceEvent start) {
                String key = StepMark.key((PlayEvent.StepStarted) start.body());
                marks.put(key, new StepMark(start.sequence(), event.sequence(), start.at(), event.at()));
                ended.put(event.sequence(), key);
            } else if (LookSelector.cause(event) >= 0 && ended.get(LookSelector.cause(event)) instanceof String key) {
                marks.put(key, marks.get(key).lookedAt(event.at()));
            }
        }
        return new PlayRecord(index, verdict, marks, ActorOnTrace.all(index.trace().events()));
    }
}
