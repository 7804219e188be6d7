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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The questions of a scenario, held to a play of it on real sockets.
///
/// Below the change of a scenario, `mutations/ID.txt` has others for predictions that stay true under that one: an empty line, the name of
/// the prediction, and pairs of lines, each a text of the file and what stands there instead; \n stands for a new line.
final class PlayedQuestions {

    private PlayedQuestions() {
    }

    /// A change of a scenario under which a prediction of it is not true any more.
    record Change(String scenario, String prediction, List<String> texts) {

        String of(String whole) {
            String changed = whole;
            for (int i = 0; i + 1 < texts.size(); i += 2) {
                assertTrue(changed.contains(texts.get(i)), "the file has no text \"" + texts.get(i) + "\" to change");
                changed = changed.replace(texts.get(i), texts.get(i + 1));
            }
            return changed;
        }

        @Override
        public String toString() {
            return scenario + " " + prediction;
        }
    }

    static List<Change> changes() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String id : CatalogueTest.ids()) {
            changes.addAll(changes(id));
        }
        return changes;
    }

    private static List<Change> changes(String id) throws IOException {
        try (InputStream in = PlayedQuestions.class.getResourceAsStream("mutations/" + id + ".txt")) {
            List<Change> changes = new ArrayList<>();
            // The change of the scenario itself has two lines; the second may be empty.
            String[] parts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 4);
            for (String part : parts.length < 4 ? new String[0] : parts[3].strip().split("\n\n")) {
                List<String> lines = part.lines().map(each -> each.replace("\\n", "\n")).toList();
                changes.add(new Change(id, lines.getFirst(), lines.subList(1, lines.size())));
            }
            return changes;
        }
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
        for (Change each : changes(scenario.id())) {
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
