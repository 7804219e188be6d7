package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import org.junit.jupiter.api.Test;

class VerdictBlockTest {

    private static final Canvas NARROW = new Canvas(60, Glyphs.ASCII);

    @Test
    void wrapsWithAHangingIndentAndEndsWithTheCommand() {
        assertEquals("""
                happened      The host answered the SYN with a reset:
                              nothing listens there.
                proved        The host is up.
                not proved    That the service is down.
                next          ss -ltn
                """, text(Result.FAILED, "The host answered the SYN with a reset: nothing listens there.", "ss -ltn"));
    }

    @Test
    void saysOfASuccessOnlyWhatIsProvedAndWhatIsNotAndDimsIt() {
        Frame frame = VerdictBlock.of(verdict(Result.COMPLETED, "All went well.", null), NARROW);
        assertEquals("proved        The host is up.\nnot proved    That the service is down.\n", frame.text());
        assertEquals(Role.DIM, frame.lines().getFirst().segments().getLast().role());
    }

    @Test
    void leavesOutWhatHasNoText() {
        assertEquals("proved        The host is up.\nnot proved    That the service is down.\n",
                text(Result.INTERRUPTED, "", null));
    }

    @Test
    void marksTheCommandAsOne() {
        Frame frame = VerdictBlock.of(verdict(Result.FAILED, "x", "ss -ltn"), NARROW);
        assertEquals(new Segment("ss -ltn", Role.COMMAND), frame.lines().getLast().segments().getLast());
    }

    @Test
    void makesTextFromOutsideSafe() {
        assertEquals("happened      \\x1b[2J",
                VerdictBlock.of(verdict(Result.UNEXPECTED, "\u001b[2J", null), NARROW).lines().getFirst().text());
    }

    private static String text(Result result, String happened, String next) {
        return VerdictBlock.of(verdict(result, happened, next), NARROW).text();
    }

    private static Verdict verdict(Result result, String happened, String next) {
        return new Verdict(result, null, null, null, null, null, null, happened, "The host is up.",
                "That the service is down.", next);
    }
}
