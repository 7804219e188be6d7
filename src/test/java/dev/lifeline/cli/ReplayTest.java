package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
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
import org.junit.jupiter.params.provider.ValueSource;

/// A replay shows what the live run showed, to the byte, and says when the recording is not whole.
@Timeout(60)
class ReplayTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"waterfall, 80, UNICODE, never", "waterfall, 140, UNICODE, always", "waterfall, 60, ASCII, never", "ladder, 100, UNICODE, always",
        "ladder, 80, ASCII, never", "plain, 72, UNICODE, never"})
    void aReplayIsTheLiveRunToTheByte(String view, int width, Glyphs glyphs, String color) throws IOException {
        for (List<String> run : List.of(List.of("--serve"), List.of("--serve", "--behaviour", "reset"), List.of("--serve", "--count", "5"),
                List.of("--serve", "--send", "\\x1b[2Jx", "--expect", "nothing", "--idle-timeout", "20ms"), List.of("127.0.0.1:1"))) {
            Path file = folder.resolve("run.ndjson");
            TerminalFacts terminal = new TerminalFacts(width, false, false, glyphs);
            List<String> live = new java.util.ArrayList<>(List.of("connect", "--view", view, "--color", color, "--record", file.toString()));
            live.addAll(run);
            Shell.Ran shown = new Shell().with(terminal).run(live.toArray(String[]::new));
            Shell.Ran replayed = new Shell().with(terminal).run("replay", file.toString(), "--view", view, "--color", color);
            assertEquals(shown, replayed, "for " + run);
            Files.delete(file);
        }
    }

    /// The kernel's last words on a connection that was shown already are in the replay only.
    @Test
    void aDeepReplayOfAServerShowsEachConnectionByItselfAsTheLiveOneDid() throws Exception {
        Path file = folder.resolve("run.ndjson");
        ServedClients.Served live = ServedClients.serve(new Shell(), "--detail", "deep", "--record", file.toString());
        Shell.Ran replayed = new Shell().run("replay", file.toString(), "--detail", "deep");
        for (String out : List.of(live.ran().out(), replayed.out())) {
            assertEquals(3, out.lines().filter(line -> line.matches("stage +side +began .*")).count(), out);
            assertEquals(3, out.lines().filter(line -> line.startsWith("accept  ")).count(), out);
            assertFalse(out.contains("connection 1"), out);
        }
    }

    /// Lines that were told as the connections ended, those that were open when it was stopped, and the sum.
    @ParameterizedTest
    @ValueSource(strings = {"brief", "normal"})
    void aReplayOfAServerIsWhatItToldToTheByte(String detail) throws Exception {
        Path file = folder.resolve("run.ndjson");
        ServedClients.Served live = ServedClients.serve(new Shell(), "--detail", detail, "--record", file.toString());
        Shell.Ran replayed = new Shell().run("replay", file.toString(), "--detail", detail);
        assertAll(() -> assertEquals(live.ran().out(), replayed.out()), () -> assertEquals(130, live.ran().code()),
                () -> assertTrue(replayed.out().replace("\n  ", " ").contains("3 connections: 1 answered, 1 reset, 1 open when stopped; longest #"),
                        replayed.out()));
    }

    @Test
    void everythingUpToTheBreakIsReadableAndTheReplaySaysThatItBreaksOff() throws IOException {
        Path file = folder.resolve("run.ndjson");
        new Shell().run("connect", "--serve", "--record", file.toString());
        List<String> lines = Files.readAllLines(file);
        int half = lines.size() / 2;
        Files.writeString(file, String.join("\n", lines.subList(0, half)) + "\n" + lines.get(half).substring(0, 20));
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(22, replayed.code()), () -> assertTrue(replayed.out().contains("breaks off"), replayed.out()),
                () -> assertTrue(replayed.out().contains("connect"), replayed.out()), () -> assertEquals("", replayed.err()));
    }

    @Test
    void aRecordingOfALaterVersionSaysSo() throws IOException {
        Path file = folder.resolve("run.ndjson");
        new Shell().run("connect", "--serve", "--record", file.toString());
        String text = Files.readString(file).replaceFirst("\"version\":2", "\"version\":3");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(2, replayed.code()), () -> assertTrue(replayed.err().contains("version 3"), replayed.err()),
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

    @Test
    void theLadderDrawsTheConnectionThatIsNamed() {
        Path file = folder.resolve("run.ndjson");
        new Shell().run("connect", "--serve", "--count", "3", "--record", file.toString());
        assertAll(() -> assertTrue(ladder(file, "2").out().contains("drawn: connection 2; --connection N draws another: 1, 3")),
                () -> assertEquals(0, ladder(file, "2").code()),
                () -> refused("there is no connection 4 in this trace: it has 1 to 3", ladder(file, "4")),
                () -> refused("--connection 0 cannot be drawn", ladder(file, "0")),
                () -> refused("add --view ladder", new Shell().run("replay", file.toString(), "--connection", "2")),
                () -> refused("--count is 1", new Shell().run("connect", "--serve", "--view", "ladder", "--connection", "2")),
                () -> refused("serve shows each connection", new Shell().run("serve", "--view", "ladder", "--connection", "2")));
    }

    private static Shell.Ran ladder(Path file, String connection) {
        return new Shell().run("replay", file.toString(), "--view", "ladder", "--connection", connection);
    }

    private static void refused(String why, Shell.Ran ran) {
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains(why), ran.err()),
                () -> assertEquals(1, ran.err().lines().count()), () -> assertEquals("", ran.out()));
    }
}
