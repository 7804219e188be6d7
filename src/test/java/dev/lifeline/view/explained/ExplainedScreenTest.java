package dev.lifeline.view.explained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.answer.Explained;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.naming.NameTable;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.GoldenText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedScreenTest {

    private static final String DIAL = "dial tcp 10.0.0.7:5432: connect: connection refused";
    private static final String BARE = "ECONNRESET";
    private static final String POOL = "HikariPool-1 - Connection is not available, request timed out after 30000ms.";
    private static final String LONG = "2026-12-01T02:48:39.123Z ERROR [worker-17] request 77 of the order service could not be sent on: "
            + "the database client said: read tcp 10.0.0.1:4444->10.0.0.7:5432: read: connection reset by peer, and gave up after 3 attempts";

    private static final Site DB = new Site("10.0.0.7", 5432);
    private static final Explanation DIALLED = new Explanation(ErrorStage.CONNECT, List.of(), Confidence.HIGH,
            Explained.words(DIAL, "dial tcp", "connection refused"), null, null, "ECONNREFUSED", "dial", new Site("10.0.0.1", 4444), DB, "Go");
    private static final Explanation OPEN = Explained.open(ErrorStage.READ, ErrorStage.CONNECT, "The call that failed, which these words do not name.",
            "ECONNRESET", BARE, BARE);
    private static final Explanation NONE = new Explanation(ErrorStage.NONE, List.of(), Confidence.HIGH, Explained.words(POOL, "Connection is not available"),
            null, "The pool had no connection to give: that is a limit of the program.", null, null, null, null, "HikariCP");
    private static final Explanation NOTHING = Explained.at(ErrorStage.NONE, null, null, "hello");

    private static String draw(String text, int width, Glyphs glyphs, Explanation... of) {
        return ExplainedScreen.of(text, answers(of), new Canvas(width, glyphs)).text();
    }

    private static List<ErrorAnswer> answers(Explanation... of) {
        return java.util.stream.Stream.of(of).map(ErrorAnswer::to).toList();
    }

    @Test
    void screens() {
        StringBuilder all = new StringBuilder();
        for (int width : new int[] {80, 60}) {
            Canvas canvas = new Canvas(width, Glyphs.UNICODE);
            all.append(draw(DIAL, width, Glyphs.UNICODE, DIALLED)).append('\n').append(draw(BARE, width, Glyphs.UNICODE, OPEN)).append('\n')
                    .append(draw(POOL, width, Glyphs.UNICODE, NONE)).append('\n').append(draw("hello", width, Glyphs.UNICODE, NOTHING)).append('\n')
                    .append(draw(LONG, width, Glyphs.UNICODE, Explained.at(ErrorStage.READ, "ECONNRESET", DB, LONG, "read:", "connection reset by peer")))
                    .append('\n').append(ExplainedScreen.sentences(DIAL, answers(DIALLED), canvas).text()).append('\n');
        }
        all.append(draw(DIAL, 80, Glyphs.ASCII, DIALLED)).append('\n').append(StageTableScreen.of(true, new Canvas(130, Glyphs.UNICODE)).text());
        GoldenText.check("explained-screens.txt", all.toString());
    }

    /// The longest texts that there are, with every field: it fits a screen with the prompt below.
    @Test
    void everyAnswerFitsAScreenOf24Lines() {
        for (KnownAs row : NameTable.rows()) {
            for (boolean open : new boolean[] {false, true}) {
                Explanation of = new Explanation(row.stage(), open ? List.of(ErrorStage.BIND, ErrorStage.IDLE) : List.of(), Confidence.LOW,
                        Explained.words(LONG, "read tcp", "connection reset by peer"), open ? "The call that failed, which is not named here. A stack trace has it." : null,
                        null, row.code(), "read", new Site("2001:db8::1", 40000), new Site("database.internal.example", 5432), "Node.js");
                String screen = draw(LONG, 80, Glyphs.UNICODE, of);
                assertTrue(screen.lines().count() <= 23, screen);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 200})
    void everyLineKeepsToTheWidth(int width) {
        String endless = "x".repeat(100_000) + " connection reset by peer " + "y".repeat(100_000);
        for (KnownAs row : NameTable.rows()) {
            for (String text : List.of(LONG, endless)) {
                Explanation of = Explained.at(row.stage(), row.code(), DB, text, "connection reset by peer");
                draw(text, width, Glyphs.ASCII, of).lines().forEach(line -> assertTrue(line.length() <= width, line));
                draw(text, width, Glyphs.UNICODE, of).lines().forEach(line -> assertTrue(line.length() <= width, line));
            }
        }
        StageTableScreen.of(true, new Canvas(width, Glyphs.ASCII)).text().lines().forEach(line -> assertTrue(line.length() <= width, line));
        StageTableScreen.of(false, new Canvas(width, Glyphs.ASCII)).text().lines().forEach(line -> assertTrue(line.length() <= width, line));
    }

    /// Words that have carets below them, wherever the line was cut.
    @ParameterizedTest
    @CsvSource({"0, 0", "70, 0", "150, 0", "0, 5000", "5000, 5000"})
    void theCaretsStandBelowTheWords(int before, int behind) {
        String text = "a".repeat(before) + " broken pipe " + "b".repeat(behind);
        List<String> lines = draw(text, 80, Glyphs.UNICODE, Explained.at(ErrorStage.WRITE, "EPIPE", null, text, "broken pipe")).lines().toList();
        StringBuilder marked = new StringBuilder();
        for (int i = 1; i < lines.size(); i++) {
            for (int at = lines.get(i).indexOf('^'); at >= 0 && at < lines.get(i).length(); at++) {
                marked.append(lines.get(i - 1).charAt(at));
            }
        }
        assertEquals("brokenpipe", marked.toString().replace(" ", ""));
    }

    /// Of a stack trace the lines with the words are shown, and no others.
    @Test
    void ofSeveralLinesThoseWithTheWordsAreShown() {
        String trace = "java.lang.RuntimeException: no answer\n\tat a.B.c(B.java:1)\nCaused by: java.net.SocketException: Connection reset\n\tat d.E.f(E.java:2)\n";
        String screen = draw(trace, 80, Glyphs.UNICODE, Explained.at(ErrorStage.READ, "ECONNRESET", null, trace, "SocketException: Connection reset"));
        assertTrue(screen.startsWith("Caused by: java.net.SocketException: Connection reset\n                    ^^^"), screen);
        assertFalse(screen.contains("B.java"), screen);
    }

    @Test
    void whatComesFromOutsideDoesNotReachTheTerminal() {
        String text = "\u202eread: \u0007connection reset\u0085 by peer\u200b \u05d0";
        for (Glyphs glyphs : Glyphs.values()) {
            String screen = draw(text, 80, glyphs, Explained.at(ErrorStage.READ, "E\u001b[31m", new Site("a\u001b]0;x", 80), text, "connection"));
            assertTrue(screen.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F || c == 0x2026), screen);
        }
    }

    /// Where a sign may take two columns nothing can stand below it: the words are told beside the text.
    @Test
    void wordsOfOtherWritingsAreQuoted() {
        String text = "\u63a5\u7d9a\u3092\u62d2\u5426\u3055\u308c\u307e\u3057\u305f";
        String screen = draw(text, 80, Glyphs.UNICODE, Explained.at(ErrorStage.CONNECT, "ECONNREFUSED", null, text, text));
        assertTrue(screen.startsWith(text + "\nrests on      \"" + text + "\"\n"), screen);
        assertTrue(draw("Verbindung verweigert: \u00fc", 80, Glyphs.ASCII, NOTHING).startsWith("Verbindung verweigert: \\xfc\n"));
    }

    @Test
    void forAReaderAloudThereAreNoColumns() {
        for (Explanation of : List.of(DIALLED, OPEN, NONE, NOTHING)) {
            String text = of == DIALLED ? DIAL : of == OPEN ? BARE : of == NONE ? POOL : "hello";
            Frame frame = ExplainedScreen.sentences(text, answers(of), new Canvas(80, Glyphs.UNICODE));
            assertFalse(frame.text().contains("  ") || frame.text().contains("^^"), frame.text());
            assertTrue(frame.text().contains("Stage: " + of.stage().label()), frame.text());
        }
    }
}
