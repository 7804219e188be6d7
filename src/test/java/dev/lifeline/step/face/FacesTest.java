package dev.lifeline.step.face;

import static dev.lifeline.step.RecordedWalks.live;
import static dev.lifeline.step.RecordedWalks.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.EventCard;
import dev.lifeline.step.card.InspectCard;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.step.card.StopParts;
import dev.lifeline.step.card.asked.QuestionCard;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.GoldenText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest {

    /// As many as a frame may have on a terminal of 24: the prompt has two.
    private static final int ROWS = 22;

    private static StepFrame frame(Journey journey, Canvas canvas, boolean said, Card answer) {
        return new StepFrame(journey, said ? StopParts.said(journey, canvas) : StopParts.of(journey, canvas), answer,
                answer == null ? List.of() : List.of("a sentence that was said"), StopKeys.of(journey, true));
    }

    private static Card draw(Face face, Journey journey, Canvas canvas, int rows) {
        return switch (face) {
            case FULL -> FullFace.draw(frame(journey, canvas, false, null), canvas, rows);
            case BIG -> BigFace.draw(frame(journey, canvas, false, null), canvas, rows);
            case PLAIN -> PlainFace.draw(frame(journey, canvas, true, null), canvas, canvas.width());
            case LINE -> journey.isBetween() ? EventCard.of(journey, canvas) : StopCard.of(journey, canvas);
        };
    }

    @Test
    void aWalkAsItIsSeen() {
        StringBuilder drawn = new StringBuilder();
        for (Face face : Face.values()) {
            drawn.append("===== ").append(face.label()).append('\n');
            walk(face, drawn);
        }

        GoldenText.check("step-faces.txt", drawn.toString());
    }

    private static void walk(Face face, StringBuilder drawn) {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        for (String name : List.of("late-accept", "loopback", "refused")) {
            Journey journey = read(name);
            for (int number = 1; number <= journey.stops().size(); number++) {
                drawn.append(draw(face, live(journey, number), canvas, ROWS).frame().text()).append("-----\n");
            }
        }
        Journey back = read("late-accept");
        drawn.append(draw(face, back, canvas, ROWS).frame().text()).append("-----\n").append(draw(face, back.event(), canvas, ROWS).frame().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"late-accept", "loopback", "refused", "reset-on-read", "fifty"})
    void noFaceIsLargerThanItsScreen(String name) {
        Journey journey = read(name);
        for (int number = 1; number <= journey.stops().size(); number += 1 + journey.stops().size() / 12) {
            for (int columns = 60; columns <= 200; columns += 20) {
                for (int rows = 22; rows <= 58; rows += 12) {
                    for (Glyphs glyphs : Glyphs.values()) {
                        Canvas canvas = new Canvas(columns, glyphs);
                        for (Journey at : List.of(journey.at(number), live(journey, number))) {
                            fits(draw(Face.BIG, at, canvas, rows), 60, rows, glyphs);
                            fits(draw(Face.BIG, at, canvas, 14), 60, 14, glyphs);
                            fits(draw(Face.PLAIN, at, canvas, rows), columns, Integer.MAX_VALUE, glyphs);
                            if (columns >= FaceChoice.FULL_COLUMNS) {
                                fits(draw(Face.FULL, at, canvas, rows), columns, rows, glyphs);
                            }
                        }
                    }
                }
            }
        }
    }

    /// On a wide screen the ladder has a column of its own, and more of it is seen.
    @Test
    void aWideScreenHasTwoColumns() {
        Journey journey = live(read("late-accept"), 1);
        Journey loopback = live(read("loopback"), 8);
        Frame wide = draw(Face.FULL, loopback, new Canvas(120, Glyphs.UNICODE), ROWS).frame();
        Frame narrow = draw(Face.FULL, loopback, new Canvas(119, Glyphs.UNICODE), ROWS).frame();
        assertTrue(wide.lines().get(1).text().startsWith("so far"), wide.text());
        assertTrue(wide.lines().stream().anyMatch(line -> line.text().indexOf("stopped       ") == 60), wide.text());
        assertTrue(wide.lines().stream().noneMatch(line -> line.text().startsWith("now ")), wide.text());
        assertTrue(above(narrow) > above(wide), wide.text() + narrow.text());
        assertTrue(draw(Face.FULL, journey, new Canvas(160, Glyphs.UNICODE), ROWS).frame().text().contains("client"), "and any width");
    }

    /// Rungs that have no room.
    private static int above(Frame frame) {
        for (Line line : frame.lines()) {
            if (line.text().startsWith("so far, ")) {
                return Integer.parseInt(line.text().substring("so far, ".length()).split(" ")[0]);
            }
        }
        return 0;
    }

    private static void fits(Card card, int columns, int rows, Glyphs glyphs) {
        Frame frame = card.frame();
        assertTrue(frame.lines().size() <= rows, frame.text());
        for (Line line : frame.lines()) {
            assertTrue(line.text().length() <= columns, line.text());
            assertTrue(line.text().chars().allMatch(c -> c >= 0x20 && (glyphs == Glyphs.UNICODE || c < 0x7f)), line.text());
        }
    }

    @Test
    void sentencesDrawNothingAndWrapAlsoWhereNoTableWouldFit() {
        for (String name : List.of("late-accept", "loopback", "refused", "reset-on-read")) {
            Journey journey = read(name);
            for (int number = 1; number <= journey.stops().size(); number++) {
                Canvas canvas = new Canvas(80, Glyphs.UNICODE);
                List<Frame> frames = new ArrayList<>(List.of(PlainFace.draw(frame(journey.at(number), canvas, true, null), canvas, 30).frame(),
                        PlainFace.choices(StopKeys.of(journey.at(number), true), 30)));
                for (Pane pane : Pane.values()) {
                    frames.add(PlainFace.card(InspectCard.of(journey.at(number), pane, canvas), canvas, 30).frame());
                }
                for (Frame frame : frames) {
                    for (Line line : frame.lines()) {
                        assertTrue(line.text().length() <= 30, line.text());
                        assertFalse(line.text().chars().anyMatch(c -> c < 0x20 || c >= 0x2190 && c < 0x2600), line.text());
                        assertFalse(line.text().strip().contains("  "), line.text());
                    }
                }
            }
        }
    }

    @Test
    void aNumberStandsForWhatTheChoicesSay() {
        List<StopKeys.Key> keys = StopKeys.of(live(read("late-accept"), 1), true);

        assertEquals("Type 1 for next, 2 for step, 3 for continue, 4 for inspect sockets, 5 for why, 6 for help, 7 for quit, or a command.\n",
                PlainFace.choices(keys, 200).text());
        assertEquals("continue", PlainFace.chosen(keys, " 3 "));
        assertEquals("help", PlainFace.chosen(keys, "6"));
        assertEquals("8", PlainFace.chosen(keys, "8"), "nothing is to be predicted here");
        assertEquals("rerun", PlainFace.chosen(StopKeys.of(live(read("late-accept"), 2), true), "11"), "a number stays that of its command");
        assertEquals("? 1", PlainFace.chosen(keys, "? 1"));
    }

    @Test
    void keysAreThoseThatDoSomethingNow() {
        Journey journey = read("late-accept");

        assertEquals("Enter next   s step   c continue   i inspect   w why   ? N   h help   q quit", line(live(journey, 1), 200));
        assertEquals("nb notebook   rerun   i inspect   w why   ? N   h help   q quit", line(live(journey, 2), 80).replace("b back   ", ""));
        assertEquals("Enter forward   s event   i inspect   w why   ? N   h help   q quit", line(journey, 80));
        assertEquals("Enter next   c continue   i inspect   h help   q quit", line(live(journey, 1), 60));
        assertTrue(line(new Journey(journey.header(), journey.events(), journey.stops(), 1, journey.upTo(), List.of(), List.of(), 1, true, true, 0, true), 80)
                .contains("   live   "));
    }

    private static String line(Journey journey, int width) {
        return StopKeys.line(StopKeys.of(journey, true), width);
    }

    /// Its card says what the keys do: those of the stop would be wrong then.
    @Test
    void aQuestionStandsInTheScreenBelowWhatCameBeforeIt() {
        Journey journey = live(read("loopback"), 3);
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        OpenQuestion question = Answers.open(journey).getFirst();
        Card told = StopCard.of(journey, canvas);
        Card both = AnswerPane.of(List.of(StopCard.of(journey, canvas), told, QuestionCard.keyed(QuestionCard.of(question, canvas), question, canvas)));
        StepFrame asked = new StepFrame(journey, StopParts.of(journey, canvas), both, List.of(), List.of());

        String text = FullFace.draw(asked, canvas, 2 * ROWS).frame().text();

        assertEquals(told.facts(), both.facts());
        assertEquals(text.indexOf("[1]"), text.lastIndexOf("[1]"), text);
        assertTrue(text.indexOf("[1]") < text.indexOf(question.lines().getFirst()), text);
        assertTrue(text.indexOf("Enter skips") < text.indexOf("now ──"), text);
        assertFalse(text.contains("Enter next"), text);
        assertEquals(null, AnswerPane.of(List.of()));
    }

    @Test
    void anAnswerStandsInTheScreenWhereItFitsAndElseByItself() {
        Journey journey = live(read("late-accept"), 1);
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Card short_ = InspectCard.of(journey, Pane.QUEUES, canvas);
        List<Line> many = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            many.add(Line.of("line " + i));
        }

        Card drawn = FullFace.draw(frame(journey, canvas, false, short_), canvas, ROWS);

        assertEquals(ROWS, drawn.frame().lines().size(), drawn.frame().text());
        assertEquals(short_.facts(), drawn.facts(), "its numbers are what ? asks for");
        assertTrue(drawn.frame().text().contains("a sentence that was said"), drawn.frame().text());
        assertEquals(null, FullFace.draw(frame(journey, canvas, false, Card.of(new Frame(many))), canvas, ROWS));
    }
}
