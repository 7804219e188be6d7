package dev.lifeline.view.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.Life;
import dev.lifeline.view.PlayFixtures;
import dev.lifeline.view.TraceFixtures;
import dev.lifeline.view.ViewContract;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LadderTest {

    private final Ladder ladder = new Ladder();

    static List<DrawnLife> lives() {
        return DrawnLife.all();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void drawsWhatAPersonHasLookedAt(DrawnLife life) {
        ViewContract.golden(ladder, "ladder", life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(ladder, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(ladder, life);
    }

    @Test
    void everyArrowIsMarkedAsInferred() {
        for (DrawnLife life : lives()) {
            Frame frame = draw(life);
            for (Line line : frame.lines()) {
                for (Segment segment : line.segments()) {
                    if (segment.text().contains("▶") || segment.text().contains("◀")) {
                        assertEquals(Role.INFERRED, segment.role(), segment.text());
                        assertTrue(frame.text().contains("inferred"), "the legend says so in words");
                    }
                }
            }
        }
    }

    @Test
    void drawsNoArrowWhereOnlyOneSideWasObserved() {
        for (DrawnLife life : lives()) {
            if (life.index().header().mode() != Mode.LOOPBACK) {
                String text = draw(life).text();
                assertFalse(text.contains("▶") || text.contains("◀"), text);
                assertTrue(text.contains("not observed"), text);
            }
        }
    }

    @Test
    void collapsesARunOfChunksIntoTheFirstAndTheSumOfTheRest() {
        String text = draw(named("bulk")).text();
        assertTrue(text.contains("998 more reads, 3,270,446 bytes"), text);
        assertTrue(text.lines().count() < 60, text);
    }

    @Test
    void isBoundedWhateverTheTraceHolds() {
        Life life = new Life();
        life.client(1);
        for (int i = 0; i < 10_000; i++) {
            life.at(i, new RunEvent.Remark("remark " + i));
        }
        Trace trace = life.trace(Mode.CLIENT, "a:1", 1, true);
        String text = new DrawnLife("many", trace, named("loopback").verdict()).drawnBy(ladder, 80, Glyphs.UNICODE);
        assertTrue(text.contains("9,761 more events"), text);
        assertTrue(text.contains("remark 0") && text.contains("remark 9999"), text);
        assertTrue(text.lines().count() < Rungs.MOST + 20, text);
    }

    @Test
    void drawsTheOneOfManyConnectionsThatIsWanted() {
        String one = draw(named("loopback")).text();
        String first = draw(new Ladder(1, Detail.DEEP), named("fifty")).text();
        assertTrue(first.contains("drawn: connection 1 of 1 to 50; --connection N draws another"), first);
        assertEquals(rows(one), rows(first));
        String many = draw(new Ladder(7, Detail.DEEP), named("fifty")).text();
        assertTrue(many.contains("drawn: connection 7 of 1 to 50"), many);
    }

    @Test
    void drawsByItselfTheLastOfManyConnectionsThatCompletedForTheVerdictTellsOfIt() {
        String many = draw(named("fifty")).text();
        assertTrue(many.contains("drawn: connection 50 of 1 to 50"), many);
    }

    @Test
    void drawsByItselfTheConnectionOfAPlayThatFailed() {
        TraceFixtures.Fixture play = PlayFixtures.relay();
        DrawnLife life = new DrawnLife("play", play.trace(), play.verdict());
        String text = draw(life).text();
        assertTrue(text.contains("ECONNREFUSED") && text.contains("drawn: connection 3 (stranger\\x1b[2J);"), text);
        String folded = text.replaceAll("\\s+", " ");
        assertTrue(folded.contains("draws another: 1 (caller → relay), 2 (relay → backend), 6 (backend)"), text);
        assertTrue(draw(new Ladder(2, Detail.DEEP), life).text().contains("drawn: connection 2 (relay → backend)"));
    }

    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (line.matches(" +[0-9.]+ .*")) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static DrawnLife named(String name) {
        return lives().stream().filter(life -> life.name().equals(name)).findFirst().orElseThrow();
    }

    private Frame draw(DrawnLife life) {
        return draw(ladder, life);
    }

    private static Frame draw(Ladder ladder, DrawnLife life) {
        return ladder.draw(life.index(), life.verdict(), new Canvas(80, Glyphs.UNICODE));
    }
}
