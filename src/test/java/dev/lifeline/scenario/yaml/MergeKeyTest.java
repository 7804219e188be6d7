package dev.lifeline.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Groups of words that are taken over.
class MergeKeyTest {

    private static Yaml read(String text) {
        Problems problems = new Problems();
        Yaml value = YamlReader.read(text, problems);
        assertEquals(0, problems.inOrder().size(), () -> problems.inOrder().toString());
        return value;
    }

    /// Keys and values of a group of texts.
    private static String shown(Yaml value) {
        StringBuilder out = new StringBuilder();
        for (Yaml.Entry entry : ((Yaml.Mapping) value).entries()) {
            out.append(entry.key().value()).append('=').append(entry.value() instanceof Yaml.Text text ? text.value() : entry.value().what()).append(' ');
        }
        return out.toString().strip();
    }

    private static Yaml get(Yaml value, String key) {
        return ((Yaml.Mapping) value).get(key);
    }

    @Test
    void wordsBesideItWinWhereverTheyStand() {
        Yaml root = read("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3, z: 4}\nc: {y: 3, <<: *a}\n");
        assertEquals("y=3 z=4 x=1", shown(get(root, "b")));
        assertEquals("y=3 x=1", shown(get(root, "c")));
    }

    @Test
    void ofSeveralGroupsTheFirstWinsAndAGroupCanHaveTakenOverItself() {
        Yaml root = read("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: [*b, {x: 9, y: 9, z: 3}]}\n");
        assertEquals("y=2 x=1 z=3", shown(get(root, "c")));
    }

    @Test
    void inQuotesItIsAWordLikeAnyOther() {
        assertEquals("<<=1", shown(read("'<<': 1\n")));
    }

    @Test
    void anAliasStandsWhereItIsAndWhatIsInItWhereItsTextIs() {
        Yaml root = read("a: &a {x: 1}\nb: *a\nc: {<<: *a}\n");
        assertEquals(new Position(2, 4, "*a is in line 1"), get(root, "b").position());
        assertEquals(new Position(1, 11, "used in line 2"), get(get(root, "b"), "x").position());
        assertEquals(new Position(1, 11, "used in line 3"), get(get(root, "c"), "x").position());
        assertNull(get(get(root, "a"), "x").position().by());
    }

    @Test
    void aScenarioCanBeWrittenSo() throws Exception {
        Scenario scenario = ScenarioReader.read("""
                claim: c
                watch: w
                why: y
                actors:
                  server: {kind: server}
                  one: &one {kind: client, to: server, no-delay: true}
                  two: {<<: *one, no-delay: false}
                steps:
                  - {actor: server, do: listen}
                  - &connect {actor: one, do: connect, timeout: 1s}
                  - {<<: *connect, actor: two}
                expect:
                  - {see: stage, of: one, stage: connect}
                """.getBytes(StandardCharsets.UTF_8), "x.yaml", "x", "own");
        assertEquals("two", scenario.steps().get(2).actor());
        assertEquals(scenario.steps().get(1).action(), scenario.steps().get(2).action());
    }

    @Test
    void groupsThatTakeOverGroupsCannotGrowWithoutEnd() {
        StringBuilder text = new StringBuilder("a0: &a0 {k: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}\n");
        for (int i = 1; i < 6; i++) {
            text.append("a%d: &a%d {<<: *a%d, k%d: [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]}\n".formatted(i, i, i - 1, i, i - 1, i - 1, i - 1, i - 1,
                    i - 1, i - 1, i - 1, i - 1));
        }
        Problems problems = new Problems();
        YamlReader.read(text.toString(), problems);
        assertTrue(problems.inOrder().getFirst().text().startsWith("the file amounts to more than 20000 values"), problems.inOrder().toString());
    }
}
