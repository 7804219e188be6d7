package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The question to the terminal, in a pseudo-terminal of script(1) whose other end is this test.
@Timeout(120)
class AskedTerminalTest {

    private static final String QUESTION = "\u001b]11;?\u001b\\\u001b[c";

    @TempDir
    private Path home;

    @BeforeEach
    void onlyWithScript() {
        Assumptions.assumeTrue("Linux".equals(System.getProperty("os.name")) && Files.isExecutable(Path.of("/usr/bin/script")),
                "only script(1) of util-linux makes a pseudo-terminal of pipes");
    }

    /// What the terminal showed.
    ///
    /// @param text all that was written to it
    private record Shown(String text) {

        String between(String begin, String end) {
            int from = text.indexOf(begin) + begin.length();
            return text.substring(from, text.indexOf(end, from));
        }
    }

    /// Runs a command in a terminal that answers when it is asked.
    ///
    /// @param before what a person typed before the question came
    /// @param answer what the terminal sends back; `null` for nothing
    private Shown run(String before, String answer, String... arguments) throws IOException, InterruptedException {
        Shown shown = once(before, answer, arguments);
        // On a busy machine the answer can be too late, and that is what is told: asked again, it comes in time.
        for (int again = 0; again < 8 && answer != null && shown.text().contains("did not answer within"); again++) {
            shown = once(before, answer, arguments);
        }
        return shown;
    }

    private Shown once(String before, String answer, String... arguments) throws IOException, InterruptedException {
        List<String> quoted = new ArrayList<>();
        for (String word : Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Dtrace.tty.in=true", "-Dtrace.tty.out=true", "-Dtrace.columns=120"), arguments)) {
            quoted.add("'" + word + "'");
        }
        String command = "trap : INT; echo \"mode $(stty -g) end\"; " + String.join(" ", quoted) + "; echo \"exit $? end\"; echo \"after $(stty -g) end\"";
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("COLORFGBG", "TRACE_THEME", "NO_COLOR", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "TERM_PROGRAM",
                "SSH_CONNECTION", "SSH_TTY"));
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        StringBuilder text = new StringBuilder();
        try (InputStream in = process.getInputStream(); OutputStream out = process.getOutputStream()) {
            out.write(before.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            byte[] bytes = new byte[4096];
            boolean asked = false;
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                text.append(new String(bytes, 0, count, StandardCharsets.UTF_8));
                if (!asked && answer != null && text.indexOf(QUESTION) >= 0) {
                    asked = true;
                    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                }
                if (text.indexOf("after ") >= 0 && text.indexOf(" end", text.indexOf("after ")) >= 0) {
                    break;
                }
            }
        } finally {
            process.destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "script ends");
        }
        Shown shown = new Shown(text.toString());
        assertEquals(shown.between("mode ", " end"), shown.between("after ", " end"), "the mode is the one from before");
        return shown;
    }

    private static String theme(Shown shown) {
        // The line is wrapped to the width.
        return shown.between("  theme                  ", "\r\n\r\n").replaceAll("\\s+", " ");
    }

    private File memory() {
        return home.resolve(".local/state/lifeline/backgrounds").toFile();
    }

    @Test
    void theAnswerIsUsedAndKept() throws Exception {
        Shown shown = run("", "\u001b]11;rgb:fdfd/f6f6/e3e3\u001b\\\u001b[?62;22c", "doctor", "--contrast");
        assertAll(() -> assertEquals("light: asked now, the terminal said #fdf6e3; kept in ~/.local/state/lifeline/backgrounds", theme(shown)),
                () -> assertTrue(shown.text().contains("\u001b[38;5;26mclient"), shown.text()), () -> assertEquals("0", shown.between("exit ", " end")),
                () -> assertTrue(Files.readString(memory().toPath()).startsWith("xterm-256color/ #fdf6e3 20"), "kept"));
        Shown next = run("", null, "scenarios", "--topic", "bytes");
        assertAll(() -> assertFalse(next.text().contains(QUESTION), "another command does not ask"), () -> assertTrue(next.text().contains("\u001b[38;5;242m"), next.text()));
    }

    @Test
    void silenceCostsTheDeadlineOnly() throws Exception {
        Shown shown = run("", null, "doctor", "--contrast");
        assertAll(() -> assertTrue(theme(shown).contains("did not answer within 200 ms"), shown.text()), () -> assertFalse(memory().exists()));
    }

    @Test
    void anAnswerThatIsNoneIsNotShown() throws Exception {
        Shown shown = run("", "\u001b]11;rgb:\u001b[31mevil\u0007\u001b[?1c", "doctor", "--contrast");
        assertAll(() -> assertTrue(theme(shown).endsWith("Asked now: its answer cannot be read"), shown.text()), () -> assertFalse(shown.text().contains("evil"), shown.text()),
                () -> assertFalse(memory().exists()));
    }

    @Test
    void ctrlCDuringTheQuestionGivesTheModeBack() throws Exception {
        Shown shown = run("", "\u0003", "doctor", "--contrast");
        assertEquals("130", shown.between("exit ", " end"), shown.text());
    }

    @Test
    void whoSaidAThemeIsNotAskedFor() throws Exception {
        Shown shown = run("", null, "doctor", "--contrast", "--theme", "dark");
        assertAll(() -> assertFalse(shown.text().contains(QUESTION), shown.text()), () -> assertEquals("dark: --theme", theme(shown)));
    }

    @Test
    void aLineThatWasTypedBeforeIsNotEaten() throws Exception {
        Shown shown = run("typed\n", null, "doctor", "--contrast");
        assertAll(() -> assertFalse(shown.text().contains(QUESTION), shown.text()),
                () -> assertTrue(theme(shown).endsWith("Asked now: something was typed already, so it was not asked"), theme(shown)));
    }
}
