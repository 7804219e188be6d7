package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lifeline.scenario.action.ActionKind;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.scenario.yaml.ScenarioReaderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The published schema is the vocabulary's, and says of files what the reader says. `-Dlifeline.golden=write` publishes it anew.
class ScenarioSchemaTest {

    private static final Path FILE = CatalogueTest.FOLDER.resolve("scenario.schema.json");
    private static final Path MISTAKES = Path.of("src/test/resources/dev/lifeline/scenario/mistakes");
    private static Schema schema;

    @BeforeAll
    static void makes() {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SchemaWriter.text());
    }

    @Test
    void thePublishedSchemaIsThatOfTheVocabulary() throws IOException {
        if ("write".equals(System.getProperty("lifeline.golden"))) {
            Files.writeString(FILE, SchemaWriter.text());
        }
        assertEquals(Files.readString(FILE), SchemaWriter.text());
        assertEquals(Files.readString(FILE), new String(Catalogue.schema(), StandardCharsets.UTF_8), "the one in the program");
    }

    @ParameterizedTest
    @MethodSource("dev.lifeline.scenario.CatalogueTest#files")
    void everySampleAgreesWithIt(Path file) throws IOException {
        agrees(Files.readString(file));
    }

    @Test
    void theStarterFileAgreesWithIt() {
        agrees(Starter.text("my-claim"));
        agrees(ScenarioReaderTest.SMALL);
        agrees(EveryWord.file());
    }

    @Test
    void theReaderTakesEveryWord() throws ScenarioException {
        Scenario scenario = ScenarioReader.read(EveryWord.file().getBytes(StandardCharsets.UTF_8), "every.yaml", "every", "own");

        Set<ActionKind> actions = new HashSet<>();
        for (ActorKind kind : ActorKind.values()) {
            actions.addAll(kind.actions());
        }
        assertEquals(actions, scenario.steps().stream().map(step -> step.action().kind()).collect(Collectors.toSet()),
                "each action knows its word");
        assertEquals(ExpectationKind.values().length,
                scenario.expectations().stream().map(Expectation::kind).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong-type", "unknown-step", "unknown-words", "wrong-shape", "missing-colon-inline", "hostile-text"})
    void whatTheReaderRefusesForItsShapeItRefusesToo(String mistake) throws IOException {
        String text = Files.readString(MISTAKES.resolve(mistake + ".yaml"));
        assertFalse(schema.validate(text, InputFormat.YAML).isEmpty(), mistake);
    }

    /// One change to a file that is right: reader and schema both say that it is wrong.
    @ParameterizedTest
    @ValueSource(strings = {
        "backlog: 8|backlog: '8'", "backlog: 8|backlog: -1", "backlog: 8|backlog: 1.5", "backlog: 8|backlog: [8]", "8KiB|8KB",
        "1.5s|1.5", "1.5s|1.5h", "background: true|background: 'true'", "'>= 2'|'=> 2'", "'>= 2'|many", "2..8KiB|2...8KiB",
        "kind: dns|kind: bind", "nxdomain|nxdomains", "127.0.0.1]|localhost]", "do: listen|do: [listen]",
        "label: connected|label: 1st",
        "label: connected|lable: connected", "stage: connect}|stage: conect}", "why: >-|whi: >-", "name: ListenDrops, |",
        "https:|gopher:", "resolver, |resolvr, ", "text: \"a\\nb\"|text: 5", "client: {|Client: {", "as: peer|as: Peer"})
    void readerAndSchemaAgreeOnWhatIsWrong(String change) {
        String[] parts = change.split("\\|", -1);
        assertTrue(ScenarioReaderTest.SMALL.contains(parts[0]), parts[0]);
        String text = ScenarioReaderTest.SMALL.replace(parts[0], parts[1]);

        assertThrows(ScenarioException.class, () -> ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "f", "f", "own"),
                text);
        assertFalse(schema.validate(text, InputFormat.YAML).isEmpty(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"workers: 0", "workers: 65", "queue: 0", "queue: 1025"})
    void bothKnowTheBoundsOfAPool(String given) {
        String right = given.substring(0, given.indexOf(' ')) + " 3";
        assertTrue(EveryWord.file().contains(right), right);
        String text = EveryWord.file().replace(right, given);

        assertThrows(ScenarioException.class, () -> ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "f", "f", "own"));
        assertFalse(schema.validate(text, InputFormat.YAML).isEmpty(), given);
    }

    private static void agrees(String text) {
        assertEquals("[]", schema.validate(text, InputFormat.YAML).toString());
    }
}
