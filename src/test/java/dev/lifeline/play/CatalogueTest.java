package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every scenario of the catalogue on real sockets: what it expects holds, and with one thing changed it does not hold.
///
/// The changes are read by [ScenarioChanges].
@Timeout(120)
class CatalogueTest {

    private static int descriptors;

    /// The first play opens what the process keeps: files of the JDK, its selectors' pipes; its providers of security keep /dev/random.
    @BeforeAll
    static void before() throws Exception {
        PlayedScenarios.findings(Catalogue.read("chunk-boundaries"));
        new SecureRandom().nextInt();
        Leftovers.threads();
        descriptors = Leftovers.settled(0);
    }

    @AfterAll
    static void nothingIsLeftOfAnyPlay() {
        assertEquals(Set.of(), Leftovers.threads());
        int left = Leftovers.settled(descriptors);
        assertTrue(left <= descriptors, () -> "descriptors: " + descriptors + " before, " + left + " after");
    }

    static List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                if (CatalogueTest.class.getResource("/dev/lifeline/scenario/catalogue/" + topic.name() + "/" + id + ".yaml") != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static byte[] text(String id) throws Exception {
        return Catalogue.bytes(Catalogue.topicOf(id), id);
    }

    private static PlayRecord play(Scenario scenario) throws Exception {
        try {
            return PlayedScenarios.record(scenario);
        } catch (CannotPlayException e) {
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatTheScenarioExpectsHolds(String id) throws Exception {
        Scenario scenario = Catalogue.read(id);
        PlayRecord record = held(scenario);
        List<Finding> findings = Judge.judge(scenario, record);
        assertFalse(findings.isEmpty(), "a scenario without expectations proves nothing");
        assertTrue(findings.stream().allMatch(each -> each.state() == FindingState.HELD), () -> PlayedScenarios.told(findings));
        PlayedQuestions.areAnsweredAsMarked(scenario, record);
    }

    /// Plays it, a second and a third time where it did not hold: where the machine has no time for a thread or for the kernel's own
    /// work, delays of a race run out early, and a FIN that is sent again for that ends a TIME_WAIT (RFC 1337).
    private static PlayRecord held(Scenario scenario) throws Exception {
        PlayRecord record = play(scenario);
        for (int again = 0; again < 2 && !holds(scenario, record); again++) {
            record = play(scenario);
        }
        return record;
    }

    private static boolean holds(Scenario scenario, PlayRecord record) {
        List<Finding> all = new ArrayList<>(Judge.judge(scenario, record));
        for (Prediction each : scenario.questions().predictions()) {
            all.addAll(new Questioned(scenario, record).findings(each.proof()));
        }
        return all.stream().allMatch(each -> each.state() == FindingState.HELD);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void withOneThingChangedItDoesNotHold(String id) throws Exception {
        ScenarioChanges.Change change = ScenarioChanges.of(id);
        String whole = new String(text(id), StandardCharsets.UTF_8);
        byte[] changed = change.of(whole).getBytes(StandardCharsets.UTF_8);
        Scenario scenario = ScenarioReader.read(changed, id + ".yaml", id, Catalogue.topicOf(id).name());
        PlayRecord record = play(scenario);
        // On a busy machine a thread may come so late that the change makes no difference yet.
        for (int again = 0; again < 2 && !(differs(scenario, record) && PlayedQuestions.mismarked(scenario, record)); again++) {
            record = play(scenario);
        }
        List<Finding> findings = Judge.judge(scenario, record);
        assertTrue(differs(scenario, record), () -> PlayedScenarios.told(findings));
        assertTrue(PlayedQuestions.mismarked(scenario, record), "a prediction is as marked all the same");
    }

    private static boolean differs(Scenario scenario, PlayRecord record) {
        return Judge.judge(scenario, record).stream().anyMatch(each -> each.state() == FindingState.NOT_HELD);
    }

    /// Predictions that the change of their scenario leaves true have one of their own.
    @ParameterizedTest
    @MethodSource("dev.lifeline.play.ScenarioChanges#ofPredictions")
    void withItsCauseTakenAwayAPredictionIsNotAsMarked(ScenarioChanges.Change change) throws Exception {
        String whole = new String(text(change.scenario()), StandardCharsets.UTF_8);
        Scenario changed = ScenarioReader.read(change.of(whole).getBytes(StandardCharsets.UTF_8), change.scenario() + ".yaml", change.scenario(),
                Catalogue.topicOf(change.scenario()).name());
        assertTrue(PlayedQuestions.mismarked(changed, play(changed), change.prediction()), "it is as marked all the same");
    }
}
