package dev.lifeline.play;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActorKind;
import java.util.ArrayList;
import java.util.List;

/// The stages that the steps of a scenario are meant to reach, in their order. Pure.
final class PlannedStages {

    private PlannedStages() {
    }

    static List<PlannedStage> of(Scenario scenario) {
        List<PlannedStage> planned = new ArrayList<>();
        for (Step step : scenario.steps()) {
            ActorSpec actor = scenario.actor(step.actor());
            Lane lane = (actor == null ? ActorKind.CONNECTION : actor.kind()).lane();
            for (Stage stage : step.action().plans()) {
                PlannedStage reached = new PlannedStage(lane, stage);
                if (!planned.contains(reached)) {
                    planned.add(reached);
                }
            }
        }
        return planned;
    }
}
