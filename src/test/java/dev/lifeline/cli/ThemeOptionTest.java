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
class ThemeOptionTest {

    private static final String DARK_DIM = "\u001b[38;5;246m";
    private static final String LIGHT_DIM = "\u001b[38;5;242m";
    private static final String EITHER_DIM = "\u001b[38;5;244m";

    @TempDir
    private Path home;

    /// Each column but the last two is left out where it is empty: what decides, the strongest first.
    @ParameterizedTest
    @CsvSource({
        "light, dark, dark, 15;0, dark, light",
        "LIGHT,     ,     ,     ,     , light",
        "     , light, dark, 15;0, dark, light",
        "     ,      , light, 15;0, dark, light",
        "     ,      ,      , 0;15, dark, light",
        "     ,      ,      ,     , light, light",
        "     ,      ,      ,     , dark, dark",
        "     ,      ,      ,     ,     , either",
        "auto , light, light, 15;0, light, dark",
        "     , auto , light, 15;0, light, dark",
        "     ,      , auto , 15;0, light, dark",
        "none , light, light, 0;15, light, none",
        "     , none , light, 0;15, light, none",
        "     , lihgt, dark , 0;15, light, dark"})
    void theStrongerWishDecides(String option, String variable, String setting, String colorfgbg, String remembered, String theme) throws IOException {
        Shell shell = new Shell().with("HOME", home.toString()).with("TERM", "xterm-256color");
        if (variable != null) {
            shell.with("TRACE_THEME", variable);
        }
        if (colorfgbg != null) {
            shell.with("COLORFGBG", colorfgbg);
        }
        if (setting != null) {
            write(".config/lifeline/settings", "theme = " + setting + "\n");
        }
        if (remembered != null) {
            write(".local/state/lifeline/backgrounds", "xterm-256color/ " + (remembered.equals("light") ? "#fdf6e3" : "#002b36") + " 2026-11-30\n");
        }
        Shell.Ran ran = option == null ? shell.run("scenarios", "--topic", "bytes", "--color", "always")
                : shell.run("scenarios", "--topic", "bytes", "--color", "always", "--theme", option);
        assertAll(() -> assertEquals(theme.equals("dark"), ran.out().contains(DARK_DIM), ran.out()), () -> assertEquals(theme.equals("light"), ran.out().contains(LIGHT_DIM)),
                () -> assertEquals(theme.equals("either"), ran.out().contains(EITHER_DIM)), () -> assertEquals(!theme.equals("none"), ran.out().contains(";5;")),
                () -> assertTrue(ran.out().contains("\u001b[1m"), "bold is no colour"),
                () -> assertEquals("lihgt".equals(variable) ? "trace: TRACE_THEME 'lihgt' is not known (did you mean light?): there are auto, dark, light, none" : "",
                        ran.err().strip()));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), text);
    }

    @Test
    void withoutColourNoThemeIsLookedFor() {
        Shell.Ran ran = new Shell().with("TRACE_THEME", "lihgt").run("scenarios", "--topic", "bytes", "--theme", "dark");
        assertAll(() -> assertEquals("", ran.err()), () -> assertFalse(ran.out().contains("\u001b"), ran.out()));
    }

    @Test
    void aThemeThatDoesNotExistIsRefusedWithColourAndWithout() {
        Shell.Ran ran = new Shell().run("scenarios", "--theme", "drak");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("--theme 'drak' is not known (did you mean dark?): there are auto, dark, light, none"),
                ran.err()), () -> assertEquals("", ran.out()));
    }

    @ParameterizedTest
    @CsvSource({"xterm, '', 34", "linux, '', ''", "xterm, truecolor, 38;5;26"})
    void sixteenColoursWhereThereAreNoMore(String term, String more, String client) throws IOException {
        Shell.Ran ran = new Shell().with("TERM", term).with("COLORTERM", more).run("doctor", "--contrast", "--color", "always", "--theme", client.isEmpty() ? "none" : "light");
        assertTrue(ran.out().contains(client.isEmpty() ? "  client   " : "\u001b[" + client + "mclient\u001b[m"), ran.out());
    }

    @Test
    void doctorSaysTheThemeAndWhy() {
        Shell shell = new Shell().with("TERM", "xterm-256color").with("COLORFGBG", "0;15");
        assertAll(() -> assertEquals("light: COLORFGBG is 0;15", shell.run("doctor", "--color", "always").line("  theme")),
                () -> assertEquals("dark: --theme. Not used: no colour", new Shell().run("doctor", "--theme", "dark").line("  theme")),
                () -> assertTrue(new Shell().with("TERM", "xterm").run("doctor", "--color", "always").line("  theme").startsWith("either: nothing tells the background")));
    }

    /// Computed from the tables that paint: body text of Solarized's backgrounds has less.
    @Test
    void theTableOfContrastsNamesEachRole() {
        Shell.Ran ran = new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE)).run("doctor", "--contrast");
        assertAll(() -> assertEquals("9.1     6.5     5.8     5.4     5.4     3.9     3.9     3.6", ran.line("  client ")),
                () -> assertEquals("77.5      61.8      63.4      18.2", ran.line("  light  client, kernel")),
                () -> ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line)));
    }
}
