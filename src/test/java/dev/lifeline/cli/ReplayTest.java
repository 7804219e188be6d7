package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.view.Glyphs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A replay shows what the live run showed, to the byte, and says when the recording is not whole.
@Timeout(60)
class ReplayTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"waterfall, 80, UNICODE, never", "waterfall, 140, UNICODE, always", "waterfall, 60, ASCII, never", "ladder, 100, UNICODE, always",
        "ladder, 80, ASCII, never", "plain, 72, UNICODE, never"})
    void aReplayIsTheLiveRunToTheByte(String view, int width, Glyphs glyphs, String color) {
        for (List<String> run : List.of(List.of("--serve"), List.of("--serve", "--behaviour", "reset"), List.of("--serve", "--count", "5"),
                List.of("--serve", "--send", "\\x1b[2Jx", "--expect", "nothing", "--idle-timeout", "20ms"), List.of("127.0.0.1:1"))) {
            Path file = folder.resolve("run.ndjson");
            TerminalFacts terminal = new TerminalFacts(width, false, false, glyphs);
            List<String> live = new java.util.ArrayList<>(List.of("connect", "--view", view, "--color", color, "--record", file.toString()));
            live.addAll(run);
            Shell.Ran shown = new Shell().with(terminal).run(live.toArray(String[]::new));
            Shell.Ran replayed = new Shell().with(terminal).run("replay", file.toString(), "--view", view, "--color", color);
            assertEquals(shown, replayed, "for " + run);
        }
    }

    @Test
    void everythingUpToTheBreakIsReadableAndTheReplaySaysThatItBreaksOff() throws IOException {
        Path file = folder.resolve("run.ndjson");
        new Shell().run("connect", "--serve", "--record", file.toString());
        List<String> lines = Files.readAllLines(file);
        int half = lines.size() / 2;
        Files.writeString(file, String.join("\n", lines.subList(0, half)) + "\n" + lines.get(half).substring(0, 20));
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertTrue(replayed.out().contains("breaks off"), replayed.out()),
                () -> assertTrue(replayed.out().contains("connect"), replayed.out()), () -> assertEquals("", replayed.err()));
    }

    @Test
    void aRecordingOfALaterVersionSaysSo() throws IOException {
        Path file = folder.resolve("run.ndjson");
        new Shell().run("connect", "--serve", "--record", file.toString());
        String text = Files.readString(file).replaceFirst("\"version\":1", "\"version\":2");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(2, replayed.code()), () -> assertTrue(replayed.err().contains("version 2"), replayed.err()),
                () -> assertEquals(1, replayed.err().lines().count()));
    }

    @Test
    void jsonOnStandardOutputIsARecordingToo() throws IOException {
        Path file = folder.resolve("out.ndjson");
        Shell.Ran json = new Shell().run("connect", "--serve", "--json");
        Files.writeString(file, json.out());
        assertEquals(0, json.code());
        assertEquals(0, new Shell().run("replay", file.toString()).code());
    }
}
