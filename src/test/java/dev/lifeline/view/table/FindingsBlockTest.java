package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import dev.lifeline.wording.FindingWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsBlockTest {

    private static final Canvas NARROW = new Canvas(60, Glyphs.ASCII);
    private static final Canvas USUAL = new Canvas(80, Glyphs.ASCII);

    private static FindingWords.Shown shown(int number, FindingState state, String expected, String observed) {
        return new FindingWords.Shown(number, null, state, Marked.plain(expected), Marked.plain(observed));
    }

    private static final List<FindingWords.Shown> MIXED = List.of(
            shown(1, FindingState.HELD, "client: connect finished", "client: connect finished"),
            shown(2, FindingState.HELD, "client: at least one SYN", "client: 2 SYN"),
            shown(3, FindingState.NOT_HELD, "server's accept queue at before-accept: length 2, limit 8", "length 1, limit 8"),
            shown(4, FindingState.NOT_SEEN, "client: 3 or more SYN", "packet did not take part: that needs root"));

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

    private static final List<FindingWords.Shown> DIFFERENT = List.of(
            new FindingWords.Shown(2, "order-read", FindingState.NOT_HELD,
                    new Marked("peer: read 9, text \"order 1\"", List.of(new Mark(11, 12))),
                    new Marked("peer: read 7, text \"order 1\"", List.of(new Mark(11, 12)))),
            new FindingWords.Shown(3, null, FindingState.NOT_HELD, Marked.plain("peer accept, then client connect, then client close"),
                    new Marked("peer accept at 7.844 ms, client connect at 0.912 ms, client close never happened",
                            List.of(new Mark(0, 23), new Mark(25, 51)))),
            new FindingWords.Shown(4, null, FindingState.NOT_HELD, new Marked("peer: the end, and more", List.of(new Mark(15, 23))),
                    Marked.plain("peer: the end")));

    /// @param expected the block at this width
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            60|'DID NOT HOLD  2  order-read
                             expected  peer: read 9, text "order 1"
                             observed  peer: read 7, text "order 1"
                                                  ^
            DID NOT HOLD  3  expected  peer accept, then client connect,
                                       then client close
                             observed  peer accept at 7.844 ms, client
                                       ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^
                                       connect at 0.912 ms, client close
                                       ^^^^^^^^^^^^^^^^^^^
                                       never happened
            DID NOT HOLD  4  expected  peer: the end, and more
                                                      ^^^^^^^^
                             observed  peer: the end'
            100|'DID NOT HOLD  2  order-read
                             expected  peer: read 9, text "order 1"
                             observed  peer: read 7, text "order 1"
                                                  ^
            DID NOT HOLD  3  expected  peer accept, then client connect, then client close
                             observed  peer accept at 7.844 ms, client connect at 0.912 ms, client close never
                                       ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                       happened
            DID NOT HOLD  4  expected  peer: the end, and more
                                                      ^^^^^^^^
                             observed  peer: the end'
            200|'DID NOT HOLD  2  order-read
                             expected  peer: read 9, text "order 1"
                             observed  peer: read 7, text "order 1"
                                                  ^
            DID NOT HOLD  3  expected  peer accept, then client connect, then client close
                             observed  peer accept at 7.844 ms, client connect at 0.912 ms, client close never happened
                                       ^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^
            DID NOT HOLD  4  expected  peer: the end, and more
                                                      ^^^^^^^^
                             observed  peer: the end'
            """)
    void whatDiffersHasASignBelowIt(int width, String expected) {
        Frame block = FindingsBlock.open(DIFFERENT, new Canvas(width, Glyphs.ASCII));
        assertEquals(expected, block.text().strip().substring(block.text().indexOf('\n') + 1));
    }

    @Test
    void whatDiffersHasAColourTooAndTheRestIsPlain() {
        List<Line> lines = FindingsBlock.open(DIFFERENT, USUAL).lines();
        assertEquals(List.of(new Segment("peer: read ", Role.PLAIN), new Segment("9", Role.STRONG), new Segment(", text \"order 1\"", Role.PLAIN)),
                lines.get(2).segments().subList(3, 6));
        assertEquals(List.of(new Segment("peer: read ", Role.PLAIN), new Segment("7", Role.BAD), new Segment(", text \"order 1\"", Role.PLAIN)),
                lines.get(3).segments().subList(3, 6));
        assertEquals(Role.BAD, lines.get(4).segments().getLast().role());
    }

    @Test
    void sentencesNameWhatDiffersInALongAnswer() {
        assertEquals("""
                Expectation 2 (order-read) did not hold: expected: peer: read 9, text "order 1"; observed: peer: read 7, text "order 1"; the difference: read 7.
                Expectation 3 did not hold: expected: peer accept, then client connect, then client close; observed: peer accept at 7.844 ms, client connect at 0.912 ms, client close never happened; the difference:
                  peer accept at 7.844 ms, client connect at 0.912 ms.
                Expectation 4 did not hold: expected: peer: the end, and more; observed: peer: the end.
                0 of 3 expectations held, 3 did not.
                """, FindingSentences.of(DIFFERENT, new Canvas(200, Glyphs.ASCII)).text());
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
            many.add(shown(i, FindingState.HELD, "a", "b"));
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
        List<FindingWords.Shown> hostile = List.of(shown(1, FindingState.NOT_HELD, "\u001b[2J", "\u202e"));
        assertTrue(FindingsBlock.of(hostile, NARROW).text().contains("observed  \\u202e"));
        FindingWords.Shown named = new FindingWords.Shown(1, "\u001b[2J", FindingState.HELD, Marked.plain("a"), Marked.plain("a"));
        assertTrue(FindingsBlock.of(List.of(named), NARROW).text().startsWith("held          1  \\x1b[2J\n"));
        assertTrue(FindingSentences.of(hostile, NARROW).text().startsWith("Expectation 1 did not hold: expected: \\x1b[2J;"));
    }
}
