package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.text.Marked.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTest {

    /// @param marked the text with its marks in brackets
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client: connect finished      | client: connect failed with RST | client: connect [finished]
            ListenDrops rose by >= 1      | ListenDrops rose by 0           | ListenDrops rose by [>= 1]
            client's socket at x was gone | client's socket at x: state Y   | client's socket at x [was gone]
            client's socket at x: state Y | client's socket at x was gone   | client's socket at x: [state Y]
            peer: read 70                 | peer: read 7                    | peer: read [70]
            nothing                       | else in common                  | nothing
            the same                      | the same                        | the same
            the same                      | the same and more               | the same
            the same and more             | the same                        | the same [and more]
            """)
    void whatDiffersBeginsWithTheFirstWordThatIsNotTheSame(String text, String other, String marked) {
        assertEquals(marked, brackets(Marked.unlike(text, other)));
    }

    private static String brackets(Marked text) {
        StringBuilder out = new StringBuilder(text.text());
        for (Mark mark : text.marks().reversed()) {
            out.insert(mark.to(), ']').insert(mark.from(), '[');
        }
        return out.toString();
    }

    @Test
    void aPartHasTheWordThatSaysWhatItIsOf() {
        assertEquals(List.of("send-queue 8"), new Marked("client: state ESTABLISHED, send-queue 8", List.of(new Mark(38, 39))).parts());
        assertEquals(List.of("read 7", "text \"x\""), new Marked("peer: read 7, text \"x\"", List.of(new Mark(11, 12), new Mark(19, 22))).parts());
        assertEquals(List.of("all of it"), new Marked("all of it", List.of(new Mark(4, 9))).parts());
    }

    @Test
    void marksOfATextWhoseCharactersMoveAreLost() {
        assertEquals(new Marked("a \\xe9 b", List.of()), new Marked("a \u00e9 b", List.of(new Mark(4, 5))).ascii());
        assertEquals(new Marked("a b", List.of(new Mark(2, 3))), new Marked("a b", List.of(new Mark(2, 3))).ascii());
    }
}
