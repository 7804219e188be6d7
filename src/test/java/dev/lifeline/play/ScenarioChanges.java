package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.scenario.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The changes by which scenarios of the catalogue lose their cause.
///
/// `mutations/TOPIC.txt` has a section for each scenario of a topic: `== ID`, a text of the scenario's file, and in the next line what stands
/// there instead, which may be nothing. Below that stand others for predictions that stay true all the same: an empty line, the name of the
/// prediction, and pairs of lines, each a text of the file and what stands there instead; \n stands for a new line.
final class ScenarioChanges {

    private static final String HEAD = "== ";

    private ScenarioChanges() {
    }

    /// A change of a scenario.
    ///
    /// @param prediction the one that is not true any more under it; `null` for the change of the whole scenario
    /// @param texts in pairs, what stands in the file and what is to stand there
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
            return prediction == null ? scenario : scenario + " " + prediction;
        }
    }

    /// The change under which a scenario does not hold.
    static Change of(String id) throws IOException {
        String[] lines = section(id).split("\n", 3);
        return new Change(id, null, List.of(lines[0], lines.length > 1 ? lines[1] : ""));
    }

    /// The changes of all predictions that have one of their own.
    static List<Change> ofPredictions() throws IOException {
        List<Change> changes = new ArrayList<>();
        for (String id : CatalogueTest.ids()) {
            changes.addAll(ofPredictions(id));
        }
        return changes;
    }

    /// Those of one scenario.
    static List<Change> ofPredictions(String id) throws IOException {
        List<Change> changes = new ArrayList<>();
        // The change of the scenario itself has two lines; the second may be empty.
        String[] parts = section(id).split("\n", 4);
        for (String part : parts.length < 4 || parts[3].isBlank() ? new String[0] : parts[3].strip().split("\n\n")) {
            List<String> lines = part.lines().map(each -> each.replace("\\n", "\n")).toList();
            changes.add(new Change(id, lines.getFirst(), lines.subList(1, lines.size())));
        }
        return changes;
    }

    private static String section(String id) throws IOException {
        String file = "mutations/" + Catalogue.topicOf(id).name() + ".txt";
        try (InputStream in = ScenarioChanges.class.getResourceAsStream(file)) {
            assertTrue(in != null, file + " is missing");
            String all = '\n' + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int at = all.indexOf('\n' + HEAD + id + '\n');
            assertTrue(at >= 0, () -> "every scenario has a change: " + file + " has none of " + id);
            int from = at + HEAD.length() + id.length() + 2;
            int next = all.indexOf('\n' + HEAD, from);
            return next < 0 ? all.substring(from) : all.substring(from, next);
        }
    }
}
