package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SettingsTest {

    @TempDir
    private Path home;

    /// The list of scenarios is the shortest command that shows colour.
    private Shell.Ran list(String settings, Shell shell, String... more) throws IOException {
        Path file = home.resolve(".config/lifeline/settings");
        Files.createDirectories(file.getParent());
        Files.writeString(file, settings);
        String[] words = new String[3 + more.length];
        System.arraycopy(new String[] {"scenarios", "--topic", "bytes"}, 0, words, 0, 3);
        System.arraycopy(more, 0, words, 3, more.length);
        return shell.with("HOME", home.toString()).run(words);
    }

    @Test
    void theCommandLineWinsOverTheEnvironmentOverTheFile() throws IOException {
        Shell shell = new Shell();
        assertTrue(list("color = always\n", shell).out().contains("\u001b["), "the file asks for colour");
        assertFalse(list("color = always\n", new Shell().with("NO_COLOR", "1")).out().contains("\u001b["), "the environment asks for none");
        assertFalse(list("color = always\n", new Shell(), "--color", "never").out().contains("\u001b["), "the command line asks for none");
        TerminalFacts colours = new TerminalFacts(80, true, true, Glyphs.UNICODE);
        assertFalse(list("color = never\n", new Shell().with("TERM", "xterm").with(colours)).out().contains("\u001b["), "the file asks for none");
        assertTrue(list("color = never\n", new Shell().with("TERM", "xterm").with(colours), "--color", "auto").out().contains("\u001b["),
                "auto is said, and this is a terminal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            detail = breif | detail = "breif" is not known (did you mean brief?): there are brief, normal, deep
            colour = never | there is no setting "colour" (did you mean color?): there are detail, view, theme, color, face, predict
            predict = yes | predict = "yes" is not known: there are ask, offer, off
            brief | "brief" is no setting: write for example detail = brief
            view = | view = "" is not known: there are waterfall, ladder, plain
            color = never=1 | color = "never=1" is not known (did you mean never?): there are auto, always, never
            """)
    void aLineThatMeansNothingIsToldAndTheRestCounts(String line, String message) throws IOException {
        Shell.Ran ran = list("# habits\n" + line + "\n\ncolor = ALWAYS # here\n", new Shell());
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals("trace: ~/.config/lifeline/settings:2: " + message, ran.err().strip()),
                () -> assertTrue(ran.out().contains("\u001b["), ran.out()));
    }

    /// A replay needs its options before it reads a pipe, and again when it knows what was recorded.
    @Test
    void aReplayTellsOfALineOnce() throws IOException {
        list("colour = never\n", new Shell());
        Shell.Ran ran = new Shell().with("HOME", home.toString()).run("replay", Path.of("samples", "recordings", "loopback.ndjson").toString());
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @Test
    void ofManyBadLinesFiveAreTold() throws IOException {
        Shell.Ran ran = list("x\n".repeat(1000), new Shell());
        assertAll(() -> assertEquals(6, ran.err().lines().count(), ran.err()),
                () -> assertTrue(ran.err().endsWith("settings: 995 more lines mean nothing\n"), ran.err()), () -> assertEquals(0, ran.code()));
    }

    @Test
    void aSequenceInTheFileDoesNotReachTheTerminal() throws IOException {
        Shell.Ran ran = list("\u001b]0;title\u0007 = 1\n", new Shell());
        assertAll(() -> assertFalse(ran.err().contains("\u001b"), ran.err()), () -> assertTrue(ran.err().contains("settings:1: there is no setting"), ran.err()));
    }

    @Test
    void aFileOfAnotherKindIsNotRead() throws IOException {
        Shell.Ran ran = list("color = always\n" + "#".repeat(20_000), new Shell());
        assertAll(() -> assertTrue(ran.err().contains("longer than 16384 bytes, so it is not read"), ran.err()),
                () -> assertFalse(ran.out().contains("\u001b["), ran.out()));
        Files.delete(home.resolve(".config/lifeline/settings"));
        Files.createDirectories(home.resolve(".config/lifeline/settings"));
        assertEquals("", new Shell().with("HOME", home.toString()).run("scenarios", "--topic", "bytes").err());
    }

    /// A relative folder would be another one in each folder.
    @Test
    void theFolderForSettingsIsAnAbsolutePath() throws IOException {
        assertTrue(list("color = always\n", new Shell().with("XDG_CONFIG_HOME", "relative")).out().contains("\u001b["));
        assertFalse(list("color = always\n", new Shell().with("XDG_CONFIG_HOME", home.resolve("other").toString())).out().contains("\u001b["));
    }

    @Test
    void doctorNamesTheFileAndWhatIsSet() throws IOException {
        list("view = ladder\ndetail = deep\ndetail = brief\n", new Shell());
        Shell.Ran ran = new Shell().with("HOME", home.toString()).run("doctor");
        Shell.Ran without = new Shell().with("HOME", home.resolve("none").toString()).run("doctor");
        assertAll(() -> assertEquals("~/.config/lifeline/settings: detail = brief, view = ladder", ran.line("  settings")),
                () -> assertEquals("trace: ~/.config/lifeline/settings:3: detail stands above already; this line counts", ran.err().strip()),
                () -> assertEquals("none: there is no file ~/.config/lifeline/settings", without.line("  settings")),
                () -> assertTrue(new Shell().run("doctor").line("  settings").startsWith("none: neither"), "no home"));
    }

    @Test
    void theViewIsTheFilesUnlessTheCommandLineNamesOne() throws IOException {
        list("view = plain\n", new Shell());
        String[] connect = {"connect", "--serve", "127.0.0.1", "--evidence", "portable"};
        Shell.Ran set = new Shell().with("HOME", home.toString()).run(connect);
        Shell.Ran named = new Shell().with("HOME", home.toString()).run("connect", "--serve", "127.0.0.1", "--evidence", "portable", "--view",
                "ladder");
        Shell.Ran neither = new Shell().run(connect);
        assertAll(() -> assertTrue(set.out().contains("the client asked for the route"), set.out()),
                () -> assertTrue(named.out().contains("┊"), named.out()), () -> assertFalse(named.out().contains("asked for the route"), named.out()),
                () -> assertFalse(neither.out().contains("the client asked for the route"), neither.out()));
    }
}
