package dev.lifeline.view.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBlockTest {

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
        Frame frame = deep(verdict(Result.COMPLETED, "All went well.", null));
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
        Frame frame = deep(verdict(Result.FAILED, "x", "ss -ltn"));
        assertEquals(new Segment("ss -ltn", Role.COMMAND), frame.lines().getLast().segments().getLast());
    }

    @Test
    void makesTextFromOutsideSafe() {
        assertEquals("happened      \\x1b[2J",
                deep(verdict(Result.UNEXPECTED, "\u001b[2J", null)).lines().getFirst().text());
    }

    @Test
    void inNormalASuccessSaysOnlyWhatIsNotProved() {
        assertEquals("not proved    That the service is down.\n", block(verdict(Result.COMPLETED, "Well.", null), Detail.NORMAL, 5).text());
    }

    @Test
    void inNormalWholeSentencesAreLeftOutWhereTheScreenIsFull() {
        String proved = "One is proved. Two is proved as well, and it is a long one. Three is proved, and nobody needs to know it. "
                + "Four is at the end, where nobody looks for anything that matters.";
        Verdict long4 = new Verdict(Result.FAILED, null, null, null, null, null, null, "It failed.", proved, "That.", "ss -ltn");
        assertEquals("""
                happened      It failed.
                proved        One is proved. Two is proved as well, and it
                              is a long one. Three is proved, and nobody
                              needs to know it. ...
                not proved    That.
                next          ss -ltn
                """, block(long4, Detail.NORMAL, 18).text());
        assertTrue(block(long4, Detail.NORMAL, 5).text().contains("Four is at the end,"));
    }

    @Test
    void briefIsTheAnswerAlone() {
        assertEquals("", block(verdict(Result.COMPLETED, "Well.", null), Detail.BRIEF, 0).text());
        assertEquals("happened      It failed.\nnext          ss -ltn\n",
                block(verdict(Result.FAILED, "It failed.", "ss -ltn"), Detail.BRIEF, 0).text());
    }

    private static Frame deep(Verdict verdict) {
        return block(verdict, Detail.DEEP, 0);
    }

    /// The block without its headline.
    private static Frame block(Verdict verdict, Detail detail, int above) {
        TraceIndex index = TraceIndex.of(new TraceBuilder("127.0.0.1:80", Mode.CLIENT).trace());
        List<Line> lines = AnswerBlock.of(index, verdict, detail, NARROW, above).lines();
        return new Frame(lines.subList(1, lines.size()));
    }

    private static String text(Result result, String happened, String next) {
        return deep(verdict(result, happened, next)).text();
    }

    private static Verdict verdict(Result result, String happened, String next) {
        return new Verdict(result, null, null, null, null, null, null, happened, "The host is up.",
                "That the service is down.", next);
    }
}
