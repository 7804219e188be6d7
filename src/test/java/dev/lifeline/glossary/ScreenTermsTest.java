package dev.lifeline.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.SocketState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScreenTermsTest {

    private static final int ALL = 100;

    /// Neither is known by name to a person who looks at a screen: one is the end of a run, the other has no name.
    private static final Set<ErrorCode> UNNAMED = Set.of(ErrorCode.INTERRUPTED, ErrorCode.UNKNOWN);

    @Test
    void everyWordAtTheFootCanBeAskedFor() {
        for (String[] row : ScreenTerms.rows()) {
            if (row[0].isEmpty()) {
                continue;
            }
            Term term = Glossary.find(row[0]);
            assertNotNull(term, row[0] + " has no term");
            assertTrue(term.names().stream().map(Term::typed).anyMatch(row[0]::equals), row[0] + " is written " + term.names());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsPointedAt(ErrorCode code) {
        assertEquals(UNNAMED.contains(code) ? List.of() : List.of(code.name()), ScreenTerms.in("failed: " + code.name() + " after 3 ms", ALL));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"CLOSE", "NEW_SYN_RECV"})
    void everyStateIsPointedAt(SocketState state) {
        assertEquals(List.of(state.label()), ScreenTerms.in("client end " + state.label() + ", 60 s to go", ALL));
    }

    @Test
    void theMostTellingOnesComeFirstAndEachOnce() {
        String screen = """
                bind          127.0.0.1:9105, backlog 5                          40 µs
                accept queue  1 of 5 waiting, not accepted when last seen   > 6.6 ms  ▏░░░░
                close         orderly, server first                         0.7 ms
                last seen     client TIME_WAIT; accept queue 1 of 5, app lag 2 ms
                """;
        assertEquals(List.of("inode-0", "accept-queue", "app-lag", "TIME_WAIT", "backlog", "orderly", "last-seen"), ScreenTerms.in(screen, ALL));
        assertEquals(List.of("inode-0", "accept-queue", "app-lag"), ScreenTerms.in(screen, 3));
    }

    /// The longest word at a place counts, and only a whole one.
    @ParameterizedTest
    @CsvSource({"window 0, zero-window", "SYN_SENT, SYN_SENT", "SYN-ACK, SYN", "3 retransmissions, retransmit", "held before accept, held"})
    void aLongWordHidesTheShortOneInIt(String text, String word) {
        assertEquals(List.of(word), ScreenTerms.in(text, ALL));
    }

    @ParameterizedTest
    @CsvSource({"windows", "unread_count", "mtu9", "xRST", "sources", "FINISHED", "µs only", "''"})
    void aPartOfAWordIsNone(String text) {
        assertEquals(List.of(), ScreenTerms.in(text, ALL));
    }

    @ParameterizedTest
    @CsvSource({"'rtt 25 us, 0 retransmits', rtt", "'3 from the client; none sent again, fd 4', descriptor", "'10 retransmits', retransmit",
        "it was sent again, retransmit"})
    void whatDidNotHappenNeedsNoWord(String text, String word) {
        assertEquals(List.of(word), ScreenTerms.in(text, ALL));
    }

    @Test
    void piecesOfAScreenAddUp() {
        ScreenTerms terms = new ScreenTerms();
        terms.add("accept queue");
        terms.add("ECONNRESET");
        assertEquals(List.of("ECONNRESET", "accept-queue"), terms.words(ALL));
    }
}
