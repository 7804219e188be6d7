package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The full face in a real terminal: how often it is painted, what a resize does to it, and what it leaves behind.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pseudo-terminal is made with Linux' own calls")
@Timeout(180)
class FullFacePtyTest {

    private static final String HOME = "\033[H";
    private static final int ROWS = 24;

    @TempDir
    private Path home;

    private static int paints(TerminalSession person) {
        return TerminalSession.count(person.raw(), HOME);
    }

    /// What can be seen without scrolling back: the last rows, also those that are empty.
    private static List<String> screen(TerminalSession person) {
        List<String> lines = person.text().lines().toList();
        int top = 0;
        for (int i = 0; i < lines.size(); i++) {
            top = lines.get(i).startsWith("run 1, stop") ? i : top;
        }
        return lines.subList(top, lines.size());
    }

    @Test
    void itIsPaintedOnceForEachStopAndItsLastFrameStays() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "--face", "full")) {
            for (int stop = 1; stop <= 4; stop++) {
                assertEquals(stop, paints(person), person.text());
                assertTrue(screen(person).size() < ROWS, "a line is left for the cursor: " + person.text());
                assertTrue(screen(person).getFirst().startsWith("run 1, stop " + stop + " of " + stop), person.text());
                person.keys("\r");
            }
            person.keys("inspekt\r");
            assertEquals(6, paints(person));
            assertTrue(person.text().contains("(did you mean inspect?)"), person.text());
            person.type("q\r").ends(0);
            assertEquals(6, paints(person), "nothing is painted at the end");
            assertEquals("> q", screen(person).getLast());
            assertTrue(screen(person).getFirst().startsWith("run 1, stop 5"), person.text());
            assertFalse(person.raw().contains("\033[?1049h"), "no second screen");
            assertFalse(person.raw().contains("\033[?1000h"), "no mouse");
        }
    }

    @Test
    void anotherSizeHasItPaintedAnewUnderTheLineThatIsTyped() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "--face", "full")) {
            person.type("i so").await("> i so");
            person.resize(120, 40);
            person.await("a wider frame", text -> text.lines().anyMatch(line -> line.length() == 120) && text.endsWith("> i so"));
            assertEquals(2, paints(person));
            person.keys("ckets\r");
            assertTrue(screen(person).get(1).startsWith("answer ──"), person.text());
            person.resize(20, 5);
            person.type("\r").await("sentences", text -> text.replaceAll("\\s+", " ").contains("needs 80 x 24, and this terminal has 20 x 5: sentences append")
                    && text.endsWith("\nCommand:"));
            person.resize(80, 24);
            person.await("a frame", text -> text.contains("run 1, stop 2 of 2") && text.endsWith("\nCommand:"));
        }
    }
}
