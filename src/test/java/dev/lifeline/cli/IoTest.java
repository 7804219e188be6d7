package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The edges of the process as a person meets them: a terminal behind standard error, or a file.
class IoTest {

    private static final String LONG = "there is no command 'bogus': there are connect, serve, run, scenarios, replay, export, doctor, help";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Consumer<String>> listening = new ArrayList<>();

    private Io io(boolean outIsTerminal, boolean errIsTerminal, String term, int errColumns) {
        return new Io(InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of("TERM", term),
                new TerminalFacts(200, outIsTerminal, errIsTerminal, Glyphs.ASCII, errColumns), Resolver.SYSTEM, listening::add);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void whatIsSaidIsOneLineForPrograms() {
        io(true, false, "xterm", 40).complain("", LONG);
        assertEquals("trace: " + LONG + "\n", err());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 100})
    void whatIsSaidToAPersonIsBrokenAtWords(int columns) {
        io(false, true, "xterm", columns).complain("connect", LONG);
        List<String> lines = err().lines().toList();
        assertAll(() -> assertTrue(lines.size() > 1, err()), () -> lines.forEach(line -> assertTrue(line.length() <= columns, line)),
                () -> assertEquals("trace connect: " + LONG, String.join(" ", lines.stream().map(String::strip).toList())),
                () -> lines.stream().skip(1).forEach(line -> assertTrue(line.startsWith("  "), line)));
    }

    private void signal(Io io, String name) {
        io.onSignal(signal -> io.err().print(signal));
        listening.getFirst().accept(name);
    }

    /// The terminal has written it where the cursor was, and the shell's prompt would stand behind it.
    @Test
    void theEchoOfCtrlCIsTakenAwayBeforeAnythingIsSaid() {
        signal(io(false, true, "xterm", 80), "INT");
        assertEquals("\r\u001b[KINT", err());
    }

    @Test
    void aDumbTerminalBeginsANewLineInstead() {
        signal(io(true, true, "dumb", 80), "INT");
        assertEquals("\nINT", err());
    }

    @Test
    void whereOnlyStandardOutputIsATerminalItIsDoneThere() {
        signal(io(true, false, "xterm", 80), "INT");
        assertAll(() -> assertEquals("INT", err()), () -> assertEquals("\r\u001b[K", out.toString(StandardCharsets.US_ASCII)));
    }

    @Test
    void noKeyWasPressedForOtherSignalsAndFilesHaveNoEcho() {
        signal(io(true, true, "xterm", 80), "TERM");
        listening.clear();
        signal(io(false, false, "xterm", 80), "INT");
        assertAll(() -> assertEquals("TERMINT", err()), () -> assertEquals(0, out.size()));
    }
}
