package dev.lifeline.view.stages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallRow.Kind;
import dev.lifeline.view.waterfall.WaterfallSection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Connections of a play that look alike, and many of them.
class AlikeSectionsTest {

    private static final long WHOLE = 1_000;

    @Test
    void thoseThatWouldBeDrawnAlikeAreOneWithTheirNumber() {
        assertEquals(List.of("a, and 2 more like it", "slow", "failed"), headings(section("a", Kind.DONE, 10), section("slow", Kind.DONE, 500),
                section("b", Kind.DONE, 20), section("failed", Kind.FAILED, 10), section("c", Kind.DONE, 30)));
    }

    @Test
    void whatBelongsToNoConnectionStaysAndIsNotCounted() {
        assertEquals(List.of("none", "a"), headings(section(null, Kind.DONE, 10), section("a", Kind.DONE, 10)));
    }

    @Test
    void oneThatFailedIsNotLeftOutForOneThatDidNot() {
        List<WaterfallSection> many = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            many.add(section("number " + i, i == 7 ? Kind.FAILED : Kind.DONE, i * 120));
        }
        assertEquals(List.of("number 1", "number 2", "number 3", "number 4", "number 7", "... and 2 more connections: --detail deep"),
                headings(many.toArray(WaterfallSection[]::new)));
    }

    private static List<String> headings(WaterfallSection... sections) {
        List<String> headings = new ArrayList<>();
        for (WaterfallSection section : AlikeSections.of(List.of(sections), WHOLE, Glyphs.ASCII)) {
            headings.add(section.heading() == null ? "none" : section.heading());
        }
        return headings;
    }

    private static WaterfallSection section(String heading, Kind kind, long took) {
        return new WaterfallSection(heading, List.of(new WaterfallRow("connect", "client", kind, 0, took, took, Role.CLIENT, "words", List.of())));
    }
}
