package dev.lifeline.view.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.KernelFixtures;
import dev.lifeline.view.ViewContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTest {

    private final Plain plain = new Plain();

    static List<DrawnLife> lives() {
        List<DrawnLife> lives = new ArrayList<>(DrawnLife.all());
        KernelFixtures.all().forEach((name, fixture) -> lives.add(new DrawnLife(name, fixture.trace(), fixture.verdict())));
        return lives;
    }

    @ParameterizedTest
    @MethodSource("lives")
    void saysWhatAPersonHasRead(DrawnLife life) {
        ViewContract.golden(plain, "plain", life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(plain, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(plain, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void sentencesDoNotDependOnTheWidth(DrawnLife life) {
        assertEquals(life.drawnBy(plain, 60, Glyphs.ASCII).replaceAll("\\s", ""),
                life.drawnBy(plain, 200, Glyphs.ASCII).replaceAll("\\s", ""));
    }

    @Test
    void whatNeverRanIsNotReachedAndHasNoTime() {
        String text = unwrapped(named("refused").drawnBy(plain, 80, Glyphs.UNICODE));
        assertTrue(text.contains("First byte was not reached by the client.\nClose was not reached by the client.\n"), text);
    }

    @Test
    void aConclusionIsCalledOne() {
        String text = unwrapped(named("loopback").drawnBy(plain, 80, Glyphs.UNICODE));
        assertTrue(text.contains("It is concluded, not measured, that "), text);
    }

    /// Every sentence on one line again.
    private static String unwrapped(String text) {
        return text.replace("\n  ", " ");
    }

    private static DrawnLife named(String name) {
        return lives().stream().filter(life -> life.name().equals(name)).findFirst().orElseThrow();
    }
}
