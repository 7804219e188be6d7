package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.report.StepScreen;
import dev.lifeline.client.Resolver;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.walk.Question;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.InspectCard;
import dev.lifeline.step.card.asked.QuestionCard;
import dev.lifeline.step.face.Face;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The full face on a terminal's screen: how often it is painted, and what stands there then.
class FullFaceTest {

    private static final String HOME = "\033[H";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ScreenTerminal terminal = new ScreenTerminal(80, 24);
    private Journey journey;
    private StepScreen screen;
    private int paints;

    @BeforeEach
    void open() throws Exception {
        Io io = new Io(InputStream.nullInputStream(), written, new PrintStream(OutputStream.nullOutputStream()), Map.of("TERM", "xterm"),
                new TerminalFacts(80, true, true, Glyphs.UNICODE), Resolver.SYSTEM, _ -> { });
        screen = StepScreen.of(new OutputOptions(), "full", true, Settings.of(io), io);
        journey = Journey.of(TraceReader.read(Path.of("samples/recordings/loopback.ndjson")).trace());
        screen.size(80, 24);
    }

    /// Has the terminal show what was written since the last look, as a line discipline gives it on.
    ///
    /// @return the rows that can be seen, from the top, without the empty ones at the end
    private List<String> seen() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        paints += TerminalSession.count(text, HOME);
        terminal.write(text.replace("\n", "\r\n"));
        List<String> rows = TerminalSession.rows(terminal);
        while (!rows.isEmpty() && rows.getLast().isEmpty()) {
            rows.removeLast();
        }
        return rows;
    }

    private static List<String> text(Card card) {
        return card.frame().lines().stream().map(line -> line.text().stripTrailing()).toList();
    }

    @Test
    void eachStopIsPaintedOnceOverTheOneBefore() {
        terminal.write("a shell's words\r\n");
        for (int stop = 1; stop <= journey.stops().size(); stop++) {
            Card card = screen.card(journey.at(stop));
            assertTrue(screen.stop(journey.at(stop), card, true));

            assertEquals(text(card), seen(), "its last column, too, and nothing of the frame before");
            assertEquals(stop, paints);
        }
        assertTrue(terminal.getHistory().size() >= 1, "what stood there can be scrolled back to");
    }

    @Test
    void anAnswerAndARefusalArePaintedIntoTheFrame() {
        screen.stop(journey.at(4), screen.card(journey.at(4)), true);
        seen();
        screen.typed("i queues");
        screen.answer(CommandWord.INSPECT, journey.at(4), InspectCard.of(journey.at(4), Pane.QUEUES, screen.canvas()));
        List<String> answered = seen();
        screen.typed("inspekt");
        screen.say(true, "there is no command");
        List<String> refused = seen();

        assertEquals(3, paints);
        assertTrue(answered.get(1).startsWith("answer ──"), answered.toString());
        assertTrue(answered.toString().contains("recv-q"), answered.toString());
        assertEquals(22, answered.size(), "the prompt has two rows");
        assertTrue(refused.contains("? there is no command"), refused.toString());
        assertFalse(refused.toString().contains("recv-q"), refused.toString());
    }

    @Test
    void aQuestionHasKeysOfItsOwnUntilSomethingIsTyped() {
        OpenQuestion question = new OpenQuestion(Question.PREDICT, "id", "What comes?", List.of("x", "y"), List.of("This", "That"), true);
        screen.stop(journey.at(4), screen.card(journey.at(4)), true);
        seen();
        screen.question(journey.at(4), question, QuestionCard.of(question, screen.canvas()), true);
        List<String> asked = seen();
        screen.typed("a");
        screen.sure(journey.at(4));
        List<String> sure = seen();
        screen.typed("3");
        screen.say(false, "noted");
        List<String> noted = seen();

        assertTrue(asked.get(1).startsWith("answer ──") && asked.contains("a b   ? don't know   Enter skips   q quit"), asked.toString());
        assertFalse(asked.toString().contains("Enter forward"), asked.toString());
        assertTrue(sure.toString().contains("how sure?") && !sure.toString().contains("What comes?"), sure.toString());
        assertFalse(sure.toString().contains("Enter forward"), sure.toString());
        assertTrue(noted.contains("noted") && noted.getLast().startsWith("Enter forward"), noted.toString());
    }

    @Test
    void anotherSizeIsPaintedAnewAndATooSmallOneIsSaidOnce() {
        screen.stop(journey.at(4), screen.card(journey.at(4)), true);
        seen();
        screen.size(80, 20);
        screen.repaint();
        assertTrue(written.size() == 0, "what cannot be painted waits for the next stop");
        screen.stop(journey.at(5), screen.card(journey.at(5)), true);
        assertTrue(String.join(" ", seen()).contains("the full face needs 80 x 24, and this terminal has 80 x 20: cards"));
        screen.stop(journey.at(6), screen.card(journey.at(6)), true);
        assertFalse(written.toString(StandardCharsets.UTF_8).contains("needs 80 x 24"));
        seen();
        screen.size(80, 24);
        screen.repaint();

        assertEquals(text(screen.card(journey.at(6))), seen());
        assertEquals("face line", screen.face(Face.LINE));
        assertEquals(2, paints);
    }
}
