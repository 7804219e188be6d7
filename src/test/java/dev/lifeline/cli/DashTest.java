package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The word `-` is standard input where a recording is read, and standard output where an export is written.
@Timeout(60)
class DashTest {

    private static final Path RECORDING = Path.of("samples/recordings/loopback.ndjson");

    @TempDir
    private Path folder;

    private static Shell reading(Path file) throws IOException {
        return new Shell().readingFrom(Files.newInputStream(file));
    }

    private static byte[] exported(Shell shell, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Shell.Ran ran = shell.writingTo(out).run(args);
        assertEquals(0, ran.code(), ran.err());
        return out.toByteArray();
    }

    @Test
    void aReplayReadsStandardInput() throws IOException {
        assertEquals(new Shell().run("replay", RECORDING.toString()), reading(RECORDING).run("replay", "-"));
        assertEquals(new Shell().run("replay", RECORDING.toString(), "--view", "ladder"),
                reading(RECORDING).run("replay", "-", "--view", "ladder"));
    }

    @Test
    void anExportReadsStandardInputAndWritesStandardOutput() throws IOException {
        byte[] wanted = exported(new Shell(), "export", RECORDING.toString(), "--as", "pcapng");
        assertArrayEquals(wanted, exported(reading(RECORDING), "export", "-", "--as", "pcapng"));
        assertArrayEquals(wanted, exported(new Shell(), "export", RECORDING.toString(), "--as", "pcapng", "-o", "-"));
        assertArrayEquals(wanted, exported(reading(RECORDING), "export", "-", "--as", "pcapng", "--output=-"));
        assertFalse(Files.exists(Path.of("-")));
    }

    @Test
    void aPipeOfTwoProcessesShowsTheRun() throws Exception {
        Path json = folder.resolve("run.ndjson");
        Process connect = new ProcessBuilder(Child.trace("connect", "--serve", "127.0.0.1", "--json"))
                .redirectOutput(json.toFile()).start();
        assertEquals(0, connect.waitFor());
        Path shown = folder.resolve("shown");
        Process replay = new ProcessBuilder(Child.trace("replay", "-")).redirectInput(json.toFile())
                .redirectOutput(shown.toFile()).start();
        assertTrue(replay.waitFor(30, TimeUnit.SECONDS));
        assertAll(() -> assertEquals(0, replay.exitValue()),
                () -> assertTrue(Files.readString(shown).contains(", closed in order"), Files.readString(shown)));
    }

    @Test
    void whatIsNoRecordingIsCalledByItsName() {
        Shell.Ran ran = new Shell().readingFrom(new ByteArrayInputStream(new byte[0])).run("replay", "-");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("standard input"), ran.err()));
    }

    @Test
    void aRecordingWithoutPacketsIsCalledByItsName() throws IOException {
        Shell.Ran ran = reading(Path.of("samples/recordings/fifty.ndjson")).run("export", "-", "--as", "pcapng");
        assertAll(() -> assertEquals(2, ran.code()),
                () -> assertTrue(ran.err().contains("standard input: the trace has no packets"), ran.err()));
    }

    @Test
    void bytesDoNotGoToATerminal() {
        TerminalFacts terminal = new TerminalFacts(100, true, true, Glyphs.UNICODE);
        Shell.Ran ran = new Shell().with(terminal).run("export", RECORDING.toString(), "--as", "pcapng", "-o", "-");
        assertAll(() -> assertEquals(2, ran.code()),
                () -> assertTrue(ran.err().contains("standard output is a terminal"), ran.err()));
    }

    @Test
    void aFileOfThatNameIsReachedByItsPath() throws IOException {
        Path dash = folder.resolve("-");
        assertEquals(0, new Shell().run("export", RECORDING.toString(), "--as", "pcapng", "-o", dash.toString()).code());
        assertTrue(Files.exists(dash));
    }

    @Test
    void helpSaysSo() {
        assertTrue(new Shell().run("replay", "--help").out().contains("- reads standard input"));
        String help = new Shell().run("export", "--help").out();
        assertTrue(help.contains("- reads standard input") && help.contains("default -, which is standard output"), help);
    }
}
