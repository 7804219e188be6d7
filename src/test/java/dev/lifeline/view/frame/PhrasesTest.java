package dev.lifeline.view.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void aPhraseStaysTogether() {
        assertEquals(List.of("accepted (fd 9),", "accept queue 0 of 128"),
                Phrases.lines("accepted (fd 9), accept queue 0 of 128", 30));
        assertEquals(List.of("one, two,", "three"), Phrases.lines("one, two, three", 9));
    }

    @Test
    void aPhraseThatIsTooWideIsBrokenAtItsSpaces() {
        assertEquals(List.of("one,", "two and", "three"), Phrases.lines("one, two and three", 8));
    }

    @Test
    void aCommaInsideANumberIsNone() {
        assertEquals(List.of("65,536 bytes"), Phrases.lines("65,536 bytes", 12));
        assertEquals(List.of(), Phrases.lines("", 12));
    }
}
