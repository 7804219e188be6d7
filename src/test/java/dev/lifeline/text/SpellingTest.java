package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({"echo, echo, 0", "ech, echo, 1", "ehco, echo, 2", "conect, connect, 1", "x, connect, 3", "'', ab, 2", "abcd, wxyz, 4"})
    void slipsAreLettersPutInTakenOutOrChanged(String from, String to, int slips) {
        assertEquals(slips, Spelling.slips(from, to));
        assertEquals(slips, Spelling.slips(to, from));
    }
}
