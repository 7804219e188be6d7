package dev.lifeline.view.stages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.TraceFixtures;
import dev.lifeline.view.ViewContract;
import dev.lifeline.view.WitnessedLives;
import dev.lifeline.wording.HeadlineWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StagesTest {

    /// Lines of a terminal.
    private static final int SCREEN = 24;

    private final Stages stages = new Stages();

    static List<DrawnLife> lives() {
        List<DrawnLife> lives = new ArrayList<>(DrawnLife.all());
        lives.addAll(WitnessedLives.all());
        TraceFixtures.all().forEach((name, fixture) -> lives.add(new DrawnLife(name, fixture.trace(), fixture.verdict())));
        TraceFixtures.Fixture extreme = TraceFixtures.extreme(1);
        lives.add(new DrawnLife("extreme", extreme.trace(), extreme.verdict()));
        return lives;
    }

    static List<DrawnLife> singles() {
        return lives().stream().filter(life -> life.index().connectionCount() <= 1 && !life.name().equals("serve")).toList();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(stages, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(stages, life);
    }

    @ParameterizedTest
    @MethodSource("singles")
    void aConnectionFitsAScreen(DrawnLife life) {
        String text = life.drawnBy(stages, 80, Glyphs.UNICODE);
        assertTrue(text.lines().count() <= SCREEN, text);
    }

    @Test
    void whatWasNotReachedIsOneRow() {
        String text = named("refused").drawnBy(stages, 80, Glyphs.UNICODE);
        assertTrue(text.lines().filter(line -> line.startsWith("not reached")).count() == 1, text);
    }

    @Test
    void ofAListNoneIsLeftOutWithoutASign() {
        String text = named("long-names").drawnBy(stages, 80, Glyphs.UNICODE);
        assertTrue(text.lines().anyMatch(line -> line.startsWith("lookup") && line.contains("…")), text);
        for (DrawnLife life : lives()) {
            for (int width = 60; width <= 120; width++) {
                String row = life.drawnBy(stages, width, Glyphs.UNICODE);
                assertFalse(row.matches("(?s).*; SYN {2,}.*"), () -> "RST or silence is left out: " + row);
            }
        }
    }

    @Test
    void thePacketsOfAHandshakeAreToldWithItsConnect() {
        String text = named("witnessed").drawnBy(stages, 80, Glyphs.UNICODE);
        assertFalse(text.contains("handshake"), text);
    }

    /// The words behind a code explain it, so without room for them the code stands alone.
    @ParameterizedTest
    @MethodSource("singles")
    void aCodeIsNotFollowedByHalfItsText(DrawnLife life) {
        for (int width = 60; width <= 100; width += 4) {
            String text = life.drawnBy(stages, width, Glyphs.ASCII);
            assertTrue(text.lines().noneMatch(line -> line.contains("FAILED E")
                    && line.indexOf("...", line.indexOf("FAILED")) > 0), text);
        }
    }

    /// The end of a headline can be its point.
    @ParameterizedTest
    @MethodSource("lives")
    void aHeadlineIsNotCut(DrawnLife life) {
        String words = HeadlineWords.of(life.index(), life.verdict(), Glyphs.ASCII);
        for (int width = 60; width <= 100; width += 10) {
            String text = life.drawnBy(stages, width, Glyphs.ASCII).replaceAll("\\s+", " ");
            assertTrue(text.contains(words), () -> words + " is not in " + text);
        }
    }

    private static DrawnLife named(String name) {
        return lives().stream().filter(life -> life.name().equals(name)).findFirst().orElseThrow();
    }
}
