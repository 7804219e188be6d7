package dev.lifeline.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.answer.Brief;
import dev.lifeline.view.stages.Stages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The terminal of 24 lines and 80 columns in which most people meet the tool: twenty lives and more, recorded from real sockets.
class ScreenTest {

    private static final int LINES = 24;
    private static final int COLUMNS = 80;
    private static final int MOST_BRIEF = 6;

    static List<DrawnLife> lives() {
        return RecordedLives.all();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void aLifeFitsOneScreenWithItsTargetAndWhatBecameOfIt(DrawnLife life) {
        String screen = life.drawnBy(new Stages(), COLUMNS, Glyphs.UNICODE);
        assertTrue(screen.lines().count() <= LINES, screen);
        String target = life.index().header().target().toString();
        assertTrue(screen.lines().filter(line -> line.startsWith(target + "   ")).count() == 1, screen);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void theAnswerAloneHasSixLines(DrawnLife life) {
        String answer = life.drawnBy(new Brief(), COLUMNS, Glyphs.UNICODE);
        assertTrue(answer.lines().count() <= MOST_BRIEF, answer);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void everyWidthHasTheSameRows(DrawnLife life) {
        List<String> narrow = rows(life, 60);
        for (int columns : new int[] {80, 100, 120, 200}) {
            assertEquals(narrow, rows(life, columns), life.name());
        }
    }

    /// The first words of the rows above the answer.
    private static List<String> rows(DrawnLife life, int columns) {
        return life.drawnBy(new Stages(), columns, Glyphs.UNICODE).lines().takeWhile(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(12, line.length())).strip()).toList();
    }

    @Test
    void drawsWhatAPersonHasLookedAt() {
        StringBuilder normal = new StringBuilder();
        StringBuilder brief = new StringBuilder();
        for (DrawnLife life : lives()) {
            normal.append("# ").append(life.name()).append('\n').append(life.drawnBy(new Stages(), COLUMNS, Glyphs.UNICODE)).append('\n');
            brief.append("# ").append(life.name()).append('\n').append(life.drawnBy(new Brief(), COLUMNS, Glyphs.UNICODE)).append('\n');
        }
        GoldenText.check("screens-normal-80.txt", normal.toString());
        GoldenText.check("screens-brief-80.txt", brief.toString());
    }
}
