package dev.lifeline.explain.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The work of a search is counted in steps, so that a text which is four times as long is seen to need about four times as much.
class SearchEffortTest {

    private static final PhraseBook WORDS = PhraseBook.builtIn();

    @ParameterizedTest
    @ValueSource(strings = {"a", "connection ", "dial tcp 10.0.0.7:5432: ", "connect read lookup timeout refused ", "(((((", "Caused by: ",
        "http://host:80/", "Error: error: ", "1.1.1.1:1->", "failed to connect to "})
    void growsWithTheTextAndNotWithItsSquare(String piece) {
        long some = effort(piece, 500);
        long more = effort(piece, 2000);

        assertTrue(more <= 6 * some, piece + ": " + some + " steps, and " + more + " for four times the text");
    }

    private static long effort(String piece, int times) {
        SearchEffort effort = new SearchEffort();
        WORDS.find(piece.repeat(times), effort);
        return effort.steps();
    }
}
