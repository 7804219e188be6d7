package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import dev.lifeline.wording.FindingWords;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsBlockTest {

    private static final Canvas NARROW = new Canvas(60, Glyphs.ASCII);
    private static final Canvas USUAL = new Canvas(80, Glyphs.ASCII);

    private static final List<FindingWords.Shown> MIXED = List.of(
            new FindingWords.Shown(1, null, FindingState.HELD, "client: connect finished", "client: connect finished"),
            new FindingWords.Shown(2, null, FindingState.HELD, "client: at least one SYN", "client: 2 SYN"),
            new FindingWords.Shown(3, null, FindingState.NOT_HELD, "server's accept queue at before-accept: length 2, limit 8", "length 1, limit 8"),
            new FindingWords.Shown(4, null, FindingState.NOT_SEEN, "client: 3 or more SYN", "packet did not take part: that needs root"));

    @Test
    void whatDidNotHoldShowsTheDifferenceOneBelowTheOther() {
        assertEquals("""
                held          1  expected  client: connect finished
                held          2  expected  client: at least one SYN
                                 seen      client: 2 SYN
                DID NOT HOLD  3  expected  server's accept queue at before-accept: length 2,
                                           limit 8
                                 observed  length 1, limit 8
                not seen      4  expected  client: 3 or more SYN
                                 missing   packet did not take part: that needs root

                result        2 of 4 expectations held, 1 did not, 1 was not seen.
                """, FindingsBlock.of(MIXED, USUAL).text());
    }

    @Test
    void theStateIsAWordAndColourOnlyRepeatsIt() {
        List<Line> lines = FindingsBlock.of(MIXED, USUAL).lines();
        assertEquals(new Segment("held", Role.GOOD), lines.getFirst().segments().getFirst());
        assertEquals(new Segment("DID NOT HOLD", Role.BAD), lines.get(3).segments().getFirst());
        assertEquals(Role.BAD, lines.getLast().segments().getLast().role());
    }

    @Test
    void numbersOfTwoDigitsKeepTheirColumn() {
        List<FindingWords.Shown> many = new java.util.ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            many.add(new FindingWords.Shown(i, null, FindingState.HELD, "a", "b"));
        }
        List<Line> lines = FindingsBlock.of(many, USUAL).lines();
        assertEquals("held           1  expected  a", lines.getFirst().text());
        assertEquals("held          10  expected  a", lines.get(18).text());
        assertEquals("result        all 10 expectations held.", lines.getLast().text());
    }

    @Test
    void sentencesSayTheSameWithoutColumns() {
        assertEquals("""
                Expectation 1 held: client: connect finished.
                Expectation 2 held: client: at least one SYN; seen: client:
                  2 SYN.
                Expectation 3 did not hold: expected: server's accept queue
                  at before-accept: length 2, limit 8; observed: length 1,
                  limit 8.
                Expectation 4 could not be seen: expected: client: 3 or more
                  SYN; missing: packet did not take part: that needs root.
                2 of 4 expectations held, 1 did not, 1 was not seen.
                """, FindingSentences.of(MIXED, NARROW).text());
    }

    @Test
    void textFromOutsideIsMadeSafe() {
        List<FindingWords.Shown> hostile = List.of(new FindingWords.Shown(1, null, FindingState.NOT_HELD, "\u001b[2J", "\u202e"));
        assertTrue(FindingsBlock.of(hostile, NARROW).text().contains("observed  \\u202e"));
        assertTrue(FindingSentences.of(hostile, NARROW).text().startsWith("Expectation 1 did not hold: expected: \\x1b[2J;"));
    }
}
