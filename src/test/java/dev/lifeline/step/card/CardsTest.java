package dev.lifeline.step.card;

import static dev.lifeline.step.RecordedWalks.live;
import static dev.lifeline.step.RecordedWalks.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.GoldenText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardsTest {

    private static final int SCREEN = 24;
    private static final int PROMPT = 1;

    /// Everything that can be seen of a recording, stop by stop.
    private static List<Frame> all(Journey journey, Canvas canvas) throws CommandException {
        List<Frame> frames = new ArrayList<>();
        for (int number = 1; number <= journey.stops().size(); number++) {
            Journey at = journey.at(number);
            Card card = StopCard.of(at, canvas);
            frames.add(card.frame());
            frames.add(StopCard.footer(at, StopCard.of(at, canvas), canvas));
            for (int fact = 1; fact <= card.facts().size(); fact++) {
                frames.add(WhereCard.of(card, fact, at, canvas).frame());
            }
            for (Pane pane : Pane.values()) {
                frames.add(InspectCard.of(at, pane, canvas).frame());
            }
            if (at.stop().isHeld()) {
                frames.add(WhyCard.of(at, 2, false, canvas));
            }
        }
        frames.add(NotebookPage.info(journey, canvas));
        frames.add(HelpCard.of("", false, canvas));
        return frames;
    }

    @ParameterizedTest
    @ValueSource(strings = {"late-accept", "reset-on-read"})
    void aWalkAsItIsSeen(String name) {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Journey journey = read(name);
        StringBuilder drawn = new StringBuilder();
        for (int number = 1; number <= journey.stops().size(); number++) {
            Journey at = journey.at(number);
            drawn.append(StopCard.of(at, canvas).frame().text()).append(StopCard.footer(at, StopCard.of(at, canvas), canvas).text()).append('\n');
            for (Pane pane : Pane.values()) {
                drawn.append(InspectCard.of(at, pane, canvas).frame().text()).append('\n');
            }
        }

        GoldenText.check("step-" + name + ".txt", drawn.toString());
    }

    /// Two recordings as if they were two runs of one walk; the second one was left at its second stop.
    private static List<Frame> diffs(Canvas canvas) {
        Journey late = read("late-accept");
        Journey reset = run(2, read("reset-on-read"), true);
        Journey refused = run(3, read("refused"), true);
        return List.of(DiffCard.of(late, reset, canvas), DiffCard.of(refused, late, canvas), DiffCard.of(late, run(4, late, true), canvas),
                DiffCard.of(late, run(5, reset.at(2), false), canvas));
    }

    private static Journey run(int number, Journey of, boolean whole) {
        List<TraceEvent> events = whole ? of.events() : of.seen().events();
        return new Journey(of.header(), events, of.stops().subList(0, whole ? of.stops().size() : of.cursor()), of.cursor(), of.upTo(), List.of(),
                List.of(), number, false, whole, 0, true);
    }

    @Test
    void ofARunThatHasJustBegunNoComparisonIsSaid() {
        Journey late = read("late-accept");
        Journey begun = new Journey(late.header(), List.of(), late.stops().subList(0, 1), 1, 0, List.of(), List.of(), 2, true, false, 0, true);

        String drawn = DiffCard.of(late, begun, new Canvas(80, Glyphs.UNICODE)).text();

        assertTrue(drawn.contains("run 2         is at stop 1\n"), drawn);
        assertTrue(drawn.contains("differ        no stage is in both runs by now\n"), drawn);
    }

    @Test
    void whyAtTheEndTellsWhatHappenedAndWhatTheFailureMeans() throws CommandException {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Journey refused = read("refused");
        Journey end = refused.at(refused.stops().size());
        String why = WhyCard.of(end, 1, false, canvas).text();
        assertTrue(why.contains("happened") && why.contains("ECONNREFUSED") && why.contains("why 2 says more"), why);
        assertTrue(StopCard.footer(end, StopCard.of(end, canvas), new Canvas(120, Glyphs.UNICODE)).text().contains("w why"), why);
        assertTrue(WhyCard.of(end, 3, false, canvas).text().contains("ECONNREFUSED"));
        Journey well = read("loopback");
        assertTrue(WhyCard.of(well.at(well.stops().size()), 1, false, canvas).text().contains("happened      connected, answered, closed"));
    }

    /// A packet says which one it was, looks that showed the same are one line, and the whole fits a screen.
    @Test
    void whereALineComesFromIsToldEventByEvent() throws CommandException {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Journey journey = read("loopback");
        StringBuilder all = new StringBuilder();
        for (int stop = 1; stop <= journey.stops().size(); stop++) {
            Card card = StopCard.of(journey.at(stop), canvas);
            for (int line = 1; line <= card.facts().size(); line++) {
                Frame where = WhereCard.of(card, line, journey.at(stop), canvas).frame();
                assertTrue(where.lines().size() <= 21, where.text());
                all.append(where.text());
            }
        }
        assertTrue(all.toString().contains("from the server: FIN, seq 6, ack 7"), all.toString());
        assertFalse(all.toString().contains("segment seen"), all.toString());
    }

    /// On a page nothing can be asked of.
    @Test
    void aPageHasNoNumbersThatNobodyCanAskOf() {
        Journey journey = read("late-accept");
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        assertTrue(StopCard.of(journey, canvas).frame().text().contains("[1]"));
        assertFalse(NotebookPage.frame(journey, canvas).text().contains("[1]"), NotebookPage.frame(journey, canvas).text());
        assertFalse(NotebookPage.markdown(journey).contains("[1]"));
    }

    /// The name of an actor has the room that it needs, as far as words keep theirs.
    @Test
    void aLongNameOfAnActorIsNotCut() {
        CardLine peer = new CardLine("close", Role.PLAIN, "second-peer", "FIN server first", "1 ms", List.of());
        CardLine client = new CardLine("write", Role.PLAIN, "client", "5 bytes", "1 ms", List.of());
        List<Line> lines = CardTable.draw(List.of(peer, client), new Canvas(80, Glyphs.UNICODE)).frame().lines();
        assertTrue(lines.getFirst().text().startsWith("close         second-peer FIN server first"), lines.getFirst().text());
        assertTrue(lines.getLast().text().startsWith("write         client      5 bytes"), lines.getLast().text());
    }

    /// The number behind a line is asked of with ?, and not with w or i: the keys of each stop that has such lines say so.
    @Test
    void theKeysOfAStopSayHowALineIsAskedOf() throws CommandException {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Journey at = read("loopback");
        for (int stop = 1; stop <= at.stops().size(); stop++) {
            Journey live = live(at, stop);
            Card card = StopCard.of(live, canvas);
            assertEquals(!card.facts().isEmpty(), StopCard.footer(live, card, canvas).text().contains("? N"), StopCard.footer(live, card, canvas).text());
        }
        assertTrue(HelpCard.of("", false, canvas).text().contains("? 2 tells where the line with [2]"));
    }

    @Test
    void helpOfTheNotebookSaysThatItIsOfOneRun() throws CommandException {
        String help = HelpCard.of("nb", false, new Canvas(120, Glyphs.UNICODE)).text();
        assertTrue(help.contains("This run as a page") && help.contains("run 1, then notebook"), help);
    }

    @Test
    void helpAndTwoRunsSideBySideAsTheyAreSeen() throws CommandException {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        Journey journey = read("late-accept");
        StringBuilder drawn = new StringBuilder(HelpCard.of("", false, canvas).text() + "\n" + HelpCard.of("break", false, canvas).text() + "\n"
                + WhyCard.of(journey, 1, false, canvas).text() + "\n" + WhereCard.of(StopCard.of(journey, canvas), 3, journey, canvas).frame().text());
        for (Frame frame : diffs(canvas)) {
            drawn.append('\n').append(frame.text());
        }

        GoldenText.check("step-help.txt", drawn.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"late-accept", "reset-on-read", "refused"})
    void nothingIsWiderThanItsCanvas(String name) throws CommandException {
        Journey journey = read(name);
        for (int width = 60; width <= 120; width += 1 + width % 7) {
            for (Glyphs glyphs : Glyphs.values()) {
                List<Frame> frames = all(journey, new Canvas(width, glyphs));
                frames.addAll(diffs(new Canvas(width, glyphs)));
                for (Frame frame : frames) {
                    for (Line line : frame.lines()) {
                        assertTrue(line.text().length() <= width, line.text());
                        assertTrue(glyphs == Glyphs.UNICODE || line.text().chars().allMatch(c -> c >= 0x20 && c < 0x7f), line.text());
                    }
                }
            }
        }
    }

    @Test
    void theListOfCommandsFitsAScreenAndNamesThemAll() throws CommandException {
        Frame list = HelpCard.of("", false, new Canvas(80, Glyphs.UNICODE));

        assertTrue(list.lines().size() + 1 + PROMPT <= SCREEN, list.text());
        for (CommandWord word : CommandWord.values()) {
            assertTrue(list.text().contains(word.word()), word.word());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"late-accept", "reset-on-read", "refused", "loopback"})
    void aStopAndItsKeysFitAScreen(String name) {
        Journey journey = read(name);
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        for (int number = 1; number <= journey.stops().size(); number++) {
            Journey at = journey.at(number);
            int lines = StopCard.of(at, canvas).frame().lines().size();
            assertTrue(at.stop().isEnd() ? lines + 1 + PROMPT <= SCREEN : lines <= StopCard.MOST, at.stop().toString());
        }
    }

    @Test
    void everyFactOfACardHasItsEvents() {
        Journey journey = read("late-accept");
        Card card = StopCard.of(journey, new Canvas(80, Glyphs.UNICODE));

        assertTrue(card.facts().size() >= 4, card.frame().text());
        for (CardLine fact : card.facts()) {
            assertTrue(fact.evidence().stream().allMatch(event -> event.sequence() < journey.upTo()), fact.toString());
        }
        assertEquals("the last card has lines 1 to " + card.facts().size(),
                assertThrows(CommandException.class, () -> WhereCard.of(card, 99, journey, new Canvas(80, Glyphs.ASCII))).getMessage());
    }
}
