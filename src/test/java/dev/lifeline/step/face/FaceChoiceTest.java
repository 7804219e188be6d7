package dev.lifeline.step.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceChoiceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,     true,  80,  24, LINE
            -,     true,  0,   0,  LINE
            -,     true,  59,  24, PLAIN
            -,     false, 40,  0,  LINE
            FULL,  true,  80,  24, FULL
            FULL,  true,  0,   0,  FULL
            FULL,  true,  200, 50, FULL
            BIG,   true,  60,  16, BIG
            BIG,   false, 80,  24, BIG
            PLAIN, false, 20,  5,  PLAIN
            LINE,  true,  20,  5,  LINE
            """)
    void aWishIsMetWhereTheTerminalHasRoom(Face wish, boolean screen, int columns, int rows, Face shown) {
        assertEquals(new FaceChoice(shown, null), FaceChoice.of(wish, screen, columns, rows));
    }

    @Test
    void elseItIsSaidWhatIsMissing() {
        assertEquals(new FaceChoice(Face.LINE, "the full face needs 80 x 24, and this terminal has 80 x 23: cards append until it is larger"),
                FaceChoice.of(Face.FULL, true, 80, 23));
        assertEquals(new FaceChoice(Face.PLAIN, "the full face needs 80 x 24, and this terminal has 20 x 5: sentences append until it is larger"),
                FaceChoice.of(Face.FULL, true, 20, 5));
        assertEquals(new FaceChoice(Face.LINE, "the full face needs a terminal that can be painted on: cards append instead"),
                FaceChoice.of(Face.FULL, false, 200, 50));
        assertEquals(new FaceChoice(Face.LINE, "the big face needs 60 x 16, and this terminal has 80 x 15: cards append until it is larger"),
                FaceChoice.of(Face.BIG, true, 80, 15));
    }
}
