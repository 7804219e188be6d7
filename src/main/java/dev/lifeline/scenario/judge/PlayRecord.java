package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        Map<String, ActorKind> kinds = new HashMap<>();
        Map<String, Endpoint> places = new HashMap<>();
        Map<String, List<Own>> connections = new HashMap<>();
        for (TraceEvent event : index.trace().events()) {
            if (!(event.body() instanceof PlayEvent body)) {
                continue;
            } else if (body instanceof PlayEvent.StepStarted step) {
                begun.put(step.number(), event);
            } else if (body instanceof PlayEvent.StepEnded step && begun.get(step.number()) instanceof TraceEvent start) {
                marks.put(StepMark.key((PlayEvent.StepStarted) start.body()),
                        new StepMark(start.sequence(), event.sequence(), start.at(), event.at()));
            } else if (body instanceof PlayEvent.ActorJoined joined && ActorKind.named(joined.role()) instanceof ActorKind kind) {
                kinds.put(joined.actor(), kind);
            } else if (body instanceof PlayEvent.ActorPlaced placed) {
                places.put(placed.actor(), placed.address());
            } else if (body instanceof PlayEvent.ConnectionOwned owned) {
                Own own = new Own(event.lane(), event.connection());
                if (owned.acceptedBy() == null) {
                    connections.computeIfAbsent(owned.actor(), name -> new ArrayList<>()).add(own);
                } else {
                    // A name stands for one connection; the server has all that it accepted.
                    connections.put(owned.actor(), new ArrayList<>(List.of(own)));
                    connections.computeIfAbsent(owned.acceptedBy(), name -> new ArrayList<>()).add(own);
                }
            }
        }
        Map<String, ActorOnTrace> actors = new HashMap<>();
        kinds.forEach((name, kind) -> actors.put(name,
                new ActorOnTrace(kind, connections.getOrDefault(name, List.of()), places.get(name))));
        return new PlayRecord(index, verdict, marks, actors);
    }
}
