package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Starter;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What there is to play, and how to begin one's own.
@Timeout(60)
class ScenariosTest {

    @TempDir
    private Path folder;

    @Test
    void allAreListedByTopicInTheirOrderWithTheirClaim() {
        Shell.Ran ran = new Shell().run("scenarios");
        int from = 0;
        for (Catalogue.Topic topic : Catalogue.topics()) {
            from = after(ran.out(), topic.name() + "   " + topic.title(), from);
            for (String id : topic.ids()) {
                from = after(ran.out(), " " + id + " ", from);
            }
        }
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertEquals("", ran.err()),
                () -> assertEquals("A client is connected before any program has accepted it.", ran.line("  connected-not-accepted")));
    }

    private static int after(String text, String part, int from) {
        int at = text.indexOf(part, from);
        assertTrue(at >= 0, part + " is not behind " + from + " in:\n" + text);
        return at + part.length();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void theListFitsTheTerminalAndNeedsNoUnicode(int columns) {
        Shell.Ran ran = new Shell().with(new TerminalFacts(columns, false, false, Glyphs.ASCII)).run("scenarios");
        ran.out().lines().forEach(line -> {
            assertTrue(line.length() <= columns, line);
            assertEquals(line.stripTrailing(), line, "nothing stands at its end");
            assertTrue(line.chars().allMatch(sign -> sign < 0x7f), line);
        });
    }

    @Test
    void oneTopicIsListedAlone() {
        Shell.Ran ran = new Shell().run("scenarios", "--topic", "way-in");
        assertAll(() -> assertTrue(ran.out().contains("connected-not-accepted"), ran.out()),
                () -> assertFalse(ran.out().contains("happy-path"), ran.out()),
                () -> assertTrue(ran.out().contains(Catalogue.topicOf("listen").ids().size() + " scenarios"), ran.out()));
    }

    private static List<String> listed(String... words) {
        List<String> command = new ArrayList<>(List.of("scenarios", "--json"));
        command.addAll(List.of(words));
        return new Shell().run(command.toArray(new String[0])).out().lines().map(line -> JsonMapper.shared().readTree(line).get("id").stringValue()).toList();
    }

    @Test
    void aWordIsATopicOrStandsInANameOrAClaim() {
        assertAll(() -> assertEquals(Catalogue.topics().get(2).ids(), listed("bytes"), "a topic wins over the word"),
                () -> assertEquals(List.of("time-wait"), listed("time_wait", "holds")),
                () -> assertEquals(List.of("half-close", "proxy-half-close"), listed("half-close")),
                () -> assertEquals(List.of("tcp-vs-udp"), listed("Datagram")),
                () -> assertEquals(List.of("restart-time-wait"), listed("way-in", "TIME-WAIT")),
                () -> assertEquals(List.of(), listed("--topic", "way-in", "udp")));
        String text = new Shell().run("scenarios", "datagram").out();
        assertTrue(text.startsWith("bytes   ") && text.contains("  tcp-vs-udp  UDP sends") && text.contains("1 scenario."), text);
    }

    @Test
    void programsGetALineForEach() {
        Shell.Ran ran = new Shell().run("scenarios", "--json");
        List<JsonNode> lines = ran.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
        int count = 0;
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                JsonNode line = lines.get(count++);
                assertEquals(id, line.get("id").stringValue());
                assertEquals(topic.name(), line.get("topic").stringValue());
                assertEquals(!line.get("available").booleanValue(), line.has("reason"), line.toString());
            }
        }
        assertEquals(count, lines.size());
    }

    @Test
    void aFileIsShownByteForByte() throws Exception {
        Shell.Ran ran = new Shell().run("scenarios", "show", "connected-not-accepted");
        assertAll(() -> assertEquals(0, ran.code()),
                () -> assertEquals(Files.readString(Path.of("samples/scenarios/way-in/connected-not-accepted.yaml")), ran.out()));
    }

    @Test
    void theSchemaIsPrintedAsItIsPublished() throws Exception {
        assertEquals(Files.readString(Path.of("samples/scenarios/scenario.schema.json")), new Shell().run("scenarios", "schema").out());
    }

    @Test
    void aNewFileIsAScenarioAndSaysWhatToDoNext() throws Exception {
        Path file = folder.resolve("slow-reader.yaml");
        Shell.Ran ran = new Shell().run("scenarios", "new", "slow-reader", "-o", file.toString());
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertEquals("", ran.out()),
                () -> assertTrue(ran.err().contains("trace run --check " + file), ran.err()),
                () -> assertTrue(ran.err().contains("trace run " + file), ran.err()),
                () -> assertEquals(Starter.text("slow-reader"), Files.readString(file)),
                () -> assertEquals("slow-reader", ScenarioReader.read(file).id()));
    }

    @Test
    void aFileIsNeverOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine", StandardCharsets.UTF_8);
        Shell.Ran ran = new Shell().run("scenarios", "new", "other", "-o", file.toString());
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("mine", Files.readString(file)),
                () -> assertTrue(ran.err().contains("is not overwritten"), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "scenarios shw | trace scenarios: no scenario has 'shw' in its name or claim (did you mean show?); topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios byts | trace scenarios: no scenario has 'byts' in its name or claim (did you mean bytes?); topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios dtagram | trace scenarios: no scenario has 'dtagram' in its name or claim (did you mean datagram?); topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios xyzzy | trace scenarios: no scenario has 'xyzzy' in its name or claim; topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios way-in datagram | trace scenarios: no scenario of those has 'datagram' in its name or claim; topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios xyzzy --help | trace scenarios: no scenario has 'xyzzy' in its name or claim; topics are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios --topic wayin | trace scenarios: --topic 'wayin' is not known (did you mean way-in?): there are way-out, way-in, bytes, workers, protocol, between, observers",
        "scenarios show conected-not-accepted | trace scenarios show: there is no scenario 'conected-not-accepted' (did you mean connected-not-accepted?): trace scenarios lists them",
        "scenarios show | trace scenarios show: no ID: write trace scenarios show ID; see trace scenarios show --help",
        "scenarios new Nope! | trace scenarios new: 'Nope!' is no name: a scenario's name is made of small letters, digits and hyphens, a letter first, 40 at most",
        "scenarios new half-close | trace scenarios new: the catalogue has a scenario half-close already: give yours another name, or begin with that one: trace scenarios show half-close > my-half-close.yaml",
        "scenarios new x -o /no/such/x.yaml | trace scenarios new: '/no/such/x.yaml' cannot be written: its folder does not exist",
        "scenrios | trace: there is no command 'scenrios' (did you mean scenarios?): there are connect, serve, run, scenarios, step, explain, replay, export, doctor, help",
    })
    void oneLineSaysWhatAndWhatToTry(String command, String line) {
        Shell.Ran ran = new Shell().run(command.split(" "));
        assertAll(() -> assertEquals(line + System.lineSeparator(), ran.err()), () -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()));
    }

    @Test
    void helpLeadsWithExamplesAndFitsEightyColumns() {
        for (String[] command : new String[][] {{"scenarios", "--help"}, {"scenarios", "show", "--help"}, {"scenarios", "new", "--help"},
            {"scenarios", "schema", "--help"}, {"run", "--help"}}) {
            Shell.Ran ran = new Shell().with(new TerminalFacts(80, false, false, Glyphs.ASCII)).run(command);
            assertEquals(0, ran.code());
            assertTrue(ran.out().startsWith("Example"), ran.out());
            ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }
}
