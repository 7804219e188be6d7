package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.word.EventText;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The questions of a scenario, held to a play of it on real sockets.
final class PlayedQuestions {

    private PlayedQuestions() {
    }

    /// The answer marked right is what happened, no other is, and each puzzle has an order.
    static void areAnsweredAsMarked(Scenario scenario, PlayRecord record) {
        Questioned play = new Questioned(scenario, record);
        for (Prediction each : scenario.questions().predictions()) {
            if (!each.transfer()) {
                List<Finding> findings = play.findings(each.proof());
                assertTrue(Questioned.holds(findings), () -> each.id() + PlayedScenarios.told(findings));
                refuted(play, each.id(), each.options());
            }
            if (each.seeing() != null) {
                List<Finding> findings = play.findings(each.seeing().proof());
                assertTrue(Questioned.holds(findings), () -> each.id() + ": see" + PlayedScenarios.told(findings));
                refuted(play, each.id(), each.seeing().options());
            }
        }
        for (OrderPuzzle each : scenario.questions().puzzles()) {
            long before = Long.MIN_VALUE;
            for (EventText event : each.events()) {
                if (each.never().contains(event)) {
                    assertEquals(null, play.event(event), event.text());
                } else if (play.unseen(event) == null) {
                    assertNotNull(play.event(event), event.text());
                    before = Math.max(before, play.event(event).at());
                }
            }
            assertTrue(before > 0, each.id());
        }
    }

    private static void refuted(Questioned play, String id, List<Option> options) {
        for (Option option : options) {
            List<Finding> findings = play.findings(option.proof());
            assertFalse(Questioned.holds(findings), () -> id + ": " + option.id() + PlayedScenarios.told(findings));
            assertTrue(option.proof().isEmpty() || findings.stream().anyMatch(each -> each.state() == FindingState.NOT_HELD),
                    () -> id + ": " + option.id() + " was not refuted" + PlayedScenarios.told(findings));
        }
    }

    /// Tells whether under the change of the scenario itself no prediction is true, but for those that have one of their own.
    static boolean mismarked(Scenario scenario, PlayRecord record) throws IOException {
        Set<String> others = new HashSet<>();
        for (ScenarioChanges.Change each : ScenarioChanges.ofPredictions(scenario.id())) {
            others.add(each.prediction());
        }
        boolean all = true;
        for (Prediction each : scenario.questions().predictions()) {
            all &= each.transfer() || others.contains(each.id()) || mismarked(scenario, record, each.id());
        }
        return all;
    }

    static boolean mismarked(Scenario scenario, PlayRecord record, String prediction) {
        List<Finding> findings = new Questioned(scenario, record).findings(scenario.questions().prediction(prediction).proof());
        return findings.stream().anyMatch(each -> each.state() == FindingState.NOT_HELD);
    }
}
