package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.predict.Belief;
import dev.lifeline.scenario.predict.PredictWord;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The page for those who write scenarios: its example can be played, and its reference has every word.
class ReadmeTest {

    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(CatalogueTest.FOLDER.resolve("README.md"));
    }

    @Test
    void itsExampleIsAScenario() throws Exception {
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        byte[] example = page.substring(begin, page.indexOf("```\n", begin)).getBytes(StandardCharsets.UTF_8);

        Scenario scenario = ScenarioReader.read(example, "slow-answer.yaml", "slow-answer", "own");

        assertEquals(10, scenario.steps().size());
        assertEquals(4, scenario.expectations().size());
    }

    @Test
    void itsReferenceHasEveryWordWithAllThatItCanBeGiven() {
        List<String> missing = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            if (kind.isDeclared()) {
                look(kind.word(), missing);
            }
            for (ActionKind action : kind.actions()) {
                look(action.word(), missing);
            }
        }
        for (ExpectationKind expectation : ExpectationKind.values()) {
            look(expectation.word(), missing);
        }
        assertEquals(List.of(), missing);
    }

    /// The example of the page, with the questions that it shows.
    @Test
    void itsQuestionsBelongToItsExample() throws Exception {
        int asks = page.indexOf("```yaml\npredict:") + "```yaml\n".length();
        int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
        String whole = page.substring(begin, page.indexOf("```\n", begin)) + page.substring(asks, page.indexOf("```\n", asks));

        Scenario scenario = ScenarioReader.read(whole.getBytes(StandardCharsets.UTF_8), "slow-answer.yaml", "slow-answer", "own");

        assertEquals("heard", scenario.questions().predictions().getFirst().id());
        assertEquals("life", scenario.questions().puzzles().getFirst().id());
    }

    @Test
    void itHasEveryGroupOfQuestionsAndEveryBelief() {
        List<String> missing = new ArrayList<>();
        for (PredictWord each : PredictWord.values()) {
            look(each.word(), missing);
            for (PredictWord.Part part : each.parts()) {
                assertTrue(page.lines().anyMatch(line -> line.startsWith("| `" + each.label() + "` | " + each.word().doc())
                        && line.contains("`" + part.name() + "`" + (part.required() ? "*" : ""))), each + " " + part.name());
            }
        }
        assertEquals(List.of(), missing);
        for (Belief each : Belief.values()) {
            String row = "| `" + each.label() + "` | " + each.belief() + " | " + each.happens() + " (" + each.source() + ") |\n";
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    void itsTableHasEverySwitchOfTheKernel() {
        for (KernelSwitch each : KernelSwitch.values()) {
            String row = "| `" + each.label() + "` | " + each.range() + " | " + each.doc() + " |\n";
            assertTrue(page.contains(row), row);
        }
    }

    @Test
    void itNamesEveryNeed() {
        String needs = page.substring(page.indexOf("**Needs.**"), page.indexOf("**Exit codes.**"));
        for (Need need : Need.values()) {
            assertTrue(needs.contains("`" + need.label() + "`"), need.label());
        }
    }

    @Test
    void itHasEveryCounterWithItsMeaning() {
        for (KernelCounter counter : KernelCounter.values()) {
            String row = "| `" + counter.label() + "` | " + counter.meaning() + " | `" + counter.source().replace(", ", "` `") + "` |";
            assertTrue(page.contains(row), row);
        }
    }

    /// Two kinds of words can have the same name (`loop`, `route`): any row that has it all will do.
    private static void look(Word word, List<String> missing) {
        boolean found = page.lines().anyMatch(line -> line.startsWith("| `" + word.name() + "` |")
                && line.contains(word.doc())
                && word.parameters().stream().allMatch(each -> line.contains("`" + each.name() + "`")));
        if (!found) {
            missing.add(word.name());
        }
    }
}
