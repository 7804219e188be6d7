package dev.lifeline.step;

import dev.lifeline.model.TraceHeader;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Step;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Names that the scenario of a walk has given: its labels and its actors. A walk through anything else has none.
///
/// @param labels each with the number of its step
/// @param actors those who can stand at a gate: the members of crowds, and the connections that a step names
public record PlayNames(Map<String, Integer> labels, List<String> actors) {

    private static final int MOST = 8;

    /// No names.
    public static final PlayNames NONE = new PlayNames(Map.of(), List.of());

    public PlayNames {
        labels = new LinkedHashMap<>(labels);
        actors = List.copyOf(actors);
    }

    /// Reads them out of a header.
    public static PlayNames of(TraceHeader header) {
        PlayedScenario played = PlayedScenario.of(header);
        if (played == null) {
            return NONE;
        }
        List<String> actors = new ArrayList<>();
        for (ActorSpec spec : played.scenario().actors()) {
            if (spec.count() == 0) {
                actors.add(spec.name());
            } else {
                actors.addAll(new Crowd(spec.name(), spec.count()).members());
            }
        }
        Map<String, Integer> labels = new LinkedHashMap<>();
        for (Step step : played.scenario().steps()) {
            actors.addAll(step.action().brings());
            if (step.label() != null) {
                labels.put(step.label(), step.number());
            }
        }
        return new PlayNames(labels, actors);
    }

    /// Writes names behind each other, as many as a line holds. Safe to print.
    public static String list(List<String> names) {
        return Printable.ascii(String.join(", ", names.subList(0, Math.min(MOST, names.size())))) + (names.size() > MOST ? " and more" : "");
    }

    /// The labels, in the order of the steps.
    public List<String> labelNames() {
        return new ArrayList<>(labels.keySet());
    }
}
