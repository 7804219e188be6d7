package dev.lifeline.view.waterfall;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.TraceFixtures;
import dev.lifeline.view.ViewContract;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaterfallTest {

    private final Waterfall waterfall = new Waterfall();

    static List<DrawnLife> lives() {
        List<DrawnLife> lives = new ArrayList<>();
        TraceFixtures.all().forEach((name, fixture) -> lives.add(new DrawnLife(name, fixture.trace(), fixture.verdict())));
        return lives;
    }

    static List<DrawnLife> livesAndExtremes() {
        List<DrawnLife> lives = lives();
        for (int connections : new int[] {1, 2_000}) {
            TraceFixtures.Fixture extreme = TraceFixtures.extreme(connections);
            lives.add(new DrawnLife("extreme " + connections, extreme.trace(), extreme.verdict()));
        }
        return lives;
    }

    @ParameterizedTest
    @MethodSource("lives")
    void drawsWhatAPersonHasLookedAt(DrawnLife life) {
        ViewContract.golden(waterfall, "waterfall", life);
    }

    @ParameterizedTest
    @MethodSource("livesAndExtremes")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(waterfall, life);
    }

    @ParameterizedTest
    @MethodSource("livesAndExtremes")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(waterfall, life);
    }

    @Test
    void drawsFiftyOfManyConnectionsOfAServerAndCountsTheRest() {
        String text = draw(TraceFixtures.serve(70), 120, Glyphs.UNICODE).text();
        assertTrue(text.contains("connection 50 "), text);
        assertFalse(text.contains("connection 51 "), text);
        assertTrue(text.contains("… 20 more connections"), text);
    }

    @Test
    void drawsAHoldOnTheListenerOfAServerInItsPlace() {
        String text = draw(TraceFixtures.hold(), 120, Glyphs.UNICODE).text();
        assertTrue(text.indexOf("held before accept") < text.indexOf("\naccept "), text);
    }

    @Test
    void drawsOnlyTheFirstOfEndlessStages() {
        String text = draw(TraceFixtures.manyStages(5_000), 80, Glyphs.ASCII).text();
        assertTrue(text.contains("... 4,800 more stages"), text);
    }

    private static Frame draw(TraceFixtures.Fixture fixture, int width, Glyphs glyphs) {
        return new Waterfall().draw(TraceIndex.of(fixture.trace()), fixture.verdict(), new Canvas(width, glyphs));
    }
}
