package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.scenario.yaml.Problems;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each file of `mistakes` with the text of its error in `mistakes.txt`. `-Dlifeline.golden=write` writes the texts anew; look at every
/// one of them before you commit it.
class MistakesTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/lifeline/scenario/mistakes");
    private static final String HEAD = "=== ";

    @ParameterizedTest
    @MethodSource("files")
    void aMistakeIsToldWithItsPlaceAndWhatToDo(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".yaml"));
        ScenarioException e = assertThrows(ScenarioException.class,
                () -> ScenarioReader.read(bytes, name + ".yaml", name, "own"));

        golden(name, e);
        assertFalse(e.problems().isEmpty());
    }

    /// Mistakes over which the parser stumbles, so that there is only one in a file.
    @Test
    void whatTheParserStumblesOverIsToldInWordsOfScenarios() throws IOException {
        StringBuilder told = new StringBuilder();
        for (String snippet : Files.readString(FOLDER.resolve("syntax.snippets")).split("(?m)^--- ")) {
            if (!snippet.isEmpty()) {
                int end = snippet.indexOf('\n');
                String text = snippet.substring(end + 1).replace("<U+0007>", "\u0007").replace("<HYPHENS>", "---");
                ScenarioException e = assertThrows(ScenarioException.class,
                        () -> ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "x.yaml", "x", "own"), snippet);
                told.append(snippet, 0, end).append(":\n").append(e.getMessage()).append("\n\n");
            }
        }
        golden("syntax", told.toString());
    }

    /// Files that are right but for what they ask.
    @Test
    void whatIsWrongWithQuestionsIsToldWithItsPlaceAndWhatToDo() throws IOException {
        String right = """
                claim: A client is connected.
                watch: The client.
                why: The kernel does it.
                actors:
                  server: {kind: server}
                  client: {kind: client, to: server}
                steps:
                  - {actor: server, do: listen, label: listening}
                  - {actor: client, do: connect, label: connects}
                expect:
                  - {see: stage, of: client, stage: connect}
                """;
        StringBuilder told = new StringBuilder();
        for (String snippet : Files.readString(FOLDER.resolve("questions.snippets")).split("(?m)^--- ")) {
            if (!snippet.isEmpty()) {
                int end = snippet.indexOf('\n');
                byte[] bytes = (right + snippet.substring(end + 1)).getBytes(StandardCharsets.UTF_8);
                String name = snippet.substring(0, end);
                told.append(assertThrows(ScenarioException.class, () -> ScenarioReader.read(bytes, name + ".yaml", "x", "own"), name).getMessage())
                        .append("\n\n");
            }
        }
        golden("questions", told.toString());
    }

    @Test
    void aHugeFileIsNotEvenParsed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("huge-file.yaml");
        Files.writeString(file, "claim: " + "a".repeat(ScenarioReader.MAX_BYTES));

        byte[] bytes = Files.readAllBytes(file);
        golden("huge-file", assertThrows(ScenarioException.class,
                () -> ScenarioReader.read(bytes, "huge-file.yaml", "huge", "own")));
        assertThrows(ScenarioException.class, () -> ScenarioReader.read(file));
    }

    @Test
    void whatIsWrongIsToldInTheOrderOfTheFileAndNotWithoutEnd() {
        String file = "claim: x\n" + "nonsense%d: 1\n".repeat(1).formatted(0)
                + String.join("", Stream.iterate(1, i -> i + 1).limit(60)
                .map(i -> "nonsense" + i + ": 1\n").toList());

        ScenarioException e = assertThrows(ScenarioException.class, () -> ScenarioReader.read(file.getBytes(), "f", "f", "own"));

        assertEquals(Problems.MOST, e.problems().size());
        assertTrue(e.more() > 30, e::getMessage);
        List<Integer> lines = e.problems().stream().map(one -> one.position().line()).toList();
        assertEquals(lines.stream().sorted().toList(), lines);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().toList();
        }
    }

    private static void golden(String name, ScenarioException e) throws IOException {
        golden(name, e.getMessage() + "\n");
    }

    /// The texts stand in one file, each below its name.
    private static void golden(String name, String text) throws IOException {
        Path file = FOLDER.resolve("mistakes.txt");
        Map<String, String> texts = texts(file);
        if ("write".equals(System.getProperty("lifeline.golden"))) {
            texts.put(name, text);
            StringBuilder all = new StringBuilder();
            texts.forEach((one, its) -> all.append(HEAD).append(one).append('\n').append(its));
            Files.writeString(file, all);
        }
        assertEquals(texts.get(name), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= 0x20 && c < 0x7F), "printable");
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String section : Files.readString(file).split("(?m)^" + HEAD)) {
            if (!section.isEmpty()) {
                int end = section.indexOf('\n');
                texts.put(section.substring(0, end), section.substring(end + 1));
            }
        }
        return texts;
    }
}
