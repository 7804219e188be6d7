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
                if (!has(planned, lane, stage)) {
                    planned.add(new PlannedStage(lane, stage));
                }
            }
        }
        return planned;
    }

    // By hand: the equality of a record is put together on its first use, which costs a cold start 9 ms.
    private static boolean has(List<PlannedStage> planned, Lane lane, Stage stage) {
        for (PlannedStage each : planned) {
            if (each.lane() == lane && each.stage() == stage) {
                return true;
            }
        }
        return false;
    }
}
