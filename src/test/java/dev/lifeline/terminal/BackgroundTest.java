package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BackgroundTest {

    private static final String IDENTITY = "\u001b[?62;22c";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"rgb:0000/2b2b/3636, #002b36", "rgb:fdfd/f6f6/e3e3, #fdf6e3", "rgb:f/8/0, #ff8800", "rgb:fd/f6/e3, #fdf6e3", "rgb:fff/800/000, #ff8000",
        "rgba:1e1e/1e1e/1e1e/ffff, #1e1e1e"})
    void anAnswerIsRead(String answer, String color) {
        assertEquals(color, Background.answer(answer).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rgb:", "rgb:0/0", "rgb:0/0/0/0", "rgba:0/0/0", "rgb:00000/0/0", "rgb:-1/0/0", "rgb:g/0/0", "rgb:0/0/", "#002b36", "rgb:０/0/0",
        "rgb:0/0/0\u001b", "RGB:0/0/0"})
    void whatIsNoAnswerIsNone(String answer) {
        assertNull(Background.answer(answer));
    }

    @ParameterizedTest
    @CsvSource({"#000000, DARK", "#002b36, DARK", "#2e3440, DARK", "#300a24, DARK", "#757575, DARK", "#777777, LIGHT", "#fdf6e3, LIGHT", "#ffffff, LIGHT"})
    void theThemeHasTheBetterContrast(String color, Theme theme) {
        assertEquals(theme, Background.parse(color).theme());
    }

    @ParameterizedTest
    @CsvSource({"15;0, DARK", "0;15, LIGHT", "0;7, LIGHT", "12;8, DARK", "15;default;0, DARK", "0;default;15, LIGHT", "default;default,", "15,", "15;,", "0;16,",
        "0;-1,", "0;007,", "'',"})
    void colorfgbgNamesTheBackgroundLast(String value, Theme theme) {
        assertEquals(theme, Background.byVariable(Map.of("COLORFGBG", value)));
    }

    private static BackgroundQuestion.Reply reply(String bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BackgroundQuestion.Reply reply = BackgroundQuestion.converse(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)), out, 50);
        assertEquals("\u001b]11;?\u001b\\\u001b[c", out.toString(StandardCharsets.US_ASCII));
        return reply;
    }

    @Test
    void aTerminalTellsItsBackgroundAndThenWhatItIs() throws IOException {
        assertAll(() -> assertEquals("#002b36", reply("\u001b]11;rgb:0000/2b2b/3636\u001b\\" + IDENTITY).background().text()),
                () -> assertEquals("#002b36", reply("\u001b]11;rgb:0000/2b2b/3636\u0007" + IDENTITY).background().text()),
                // One that does not say what it is, in time, still said something.
                () -> assertEquals("#ffffff", reply("\u001b]11;rgb:ffff/ffff/ffff\u0007").background().text()));
    }

    /// The stream is not at its end after these bytes: it would give nothing for ever.
    @Test
    void aTerminalThatDoesNotTellIsNotWaitedFor() throws IOException {
        InputStream in = new InputStream() {
            private boolean answered;

            @Override
            public int read() {
                throw new AssertionError("one byte is not asked for");
            }

            @Override
            public int read(byte[] into, int from, int room) {
                assertFalse(answered, "it reads on though all is answered");
                answered = true;
                byte[] bytes = IDENTITY.getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(bytes, 0, into, from, bytes.length);
                return bytes.length;
            }
        };
        assertEquals(new BackgroundQuestion.Reply(null, "it does not tell"),
                BackgroundQuestion.converse(in, new ByteArrayOutputStream(), 600_000));
    }

    @Test
    void silenceCostsTheDeadlineAndABabblerABufferful() throws IOException {
        assertAll(() -> assertEquals("it did not answer within 50 ms", reply("").silence()),
                () -> assertEquals("it did not answer within 50 ms", reply("\u001b]11;".repeat(1000)).silence()),
                () -> assertEquals("its answer cannot be read", reply("\u001b]11;rgb:evil\u0007" + IDENTITY).silence()),
                () -> assertNull(reply("\u001b]11;rgb:0/0/0").background(), "an answer without an end"));
    }

    private BackgroundMemory memory(String term, String program) {
        return BackgroundMemory.of(folder.resolve("new/state").toFile(), Map.of("TERM", term, "TERM_PROGRAM", program));
    }

    @Test
    void eachKindOfTerminalHasItsOwnAnswerAndTheLastOneCounts() throws IOException {
        assertNull(memory("xterm-256color", "").recall());
        assertTrue(memory("xterm-256color", "").keep(Background.parse("#ffffff"), "2026-11-29"));
        assertTrue(memory("xterm-256color", "vscode").keep(Background.parse("#1e1e1e"), "2026-11-29"));
        assertTrue(memory("xterm-256color", "").keep(Background.parse("#fdf6e3"), "2026-11-30"));
        assertAll(() -> assertEquals(new BackgroundMemory.Entry(Background.parse("#fdf6e3"), "2026-11-30"), memory("xterm-256color", "").recall()),
                () -> assertEquals("#1e1e1e", memory("xterm-256color", "vscode").recall().background().text()), () -> assertNull(memory("xterm", "").recall()),
                () -> assertEquals(PosixFilePermissions.fromString("rwx------"), Files.getPosixFilePermissions(folder.resolve("new/state"))));
        try (var files = Files.list(folder.resolve("new/state"))) {
            assertEquals(1, files.count(), "no part of a file is left");
        }
    }

    @Test
    void theMemoryIsBounded() throws IOException {
        for (int i = 0; i < 100; i++) {
            memory("term" + i, "").keep(Background.parse("#000000"), "2026-11-30");
        }
        assertAll(() -> assertEquals(32, Files.readAllLines(folder.resolve("new/state/backgrounds")).size()), () -> assertNull(memory("term0", "").recall()),
                () -> assertEquals("#000000", memory("term99", "").recall().background().text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm/ #00000 2026-11-30", "xterm/ #000000", "xterm/ #000000 2026-11-30 more", "xterm/ #gggggg 2026-11-30", "xterm/ #000000 2026\u001b11-30",
        "xterm #000000 2026-11-30", ""})
    void aDamagedLineIsNoAnswer(String line) throws IOException {
        Files.createDirectories(folder.resolve("new/state"));
        Files.writeString(folder.resolve("new/state/backgrounds"), line + "\n");
        assertNull(memory("xterm", "").recall());
    }

    @Test
    void aNameThatCouldBreakTheFileHasNoMemory() throws IOException {
        assertAll(() -> assertFalse(memory("x\ny", "").keep(Background.parse("#000000"), "2026-11-30")), () -> assertNull(memory("x\ny", "").recall()),
                () -> assertFalse(BackgroundMemory.of(null, Map.of("TERM", "xterm")).keep(Background.parse("#000000"), "2026-11-30")));
    }

    @Test
    void theStrongerSignDecides() throws IOException {
        File state = folder.toFile();
        Map<String, String> term = Map.of("TERM", "xterm");
        BackgroundMemory.of(state, term).keep(Background.parse("#ffffff"), "2026-11-30");
        assertAll(() -> assertEquals(new ThemeChoice(Theme.LIGHT, ThemeChoice.Reason.REMEMBERED, "#ffffff on 2026-11-30"), ThemeChoice.automatic(term, state)),
                () -> assertEquals(new ThemeChoice(Theme.DARK, ThemeChoice.Reason.COLORFGBG, "15;0"),
                        ThemeChoice.automatic(Map.of("TERM", "xterm", "COLORFGBG", "15;0"), state)),
                () -> assertEquals(new ThemeChoice(Theme.EITHER, ThemeChoice.Reason.UNKNOWN, ""), ThemeChoice.automatic(Map.of("TERM", "vt100"), state)),
                () -> assertEquals(Theme.DARK, ThemeChoice.automatic(Map.of("TERM", "linux"), null).theme()));
    }
}
