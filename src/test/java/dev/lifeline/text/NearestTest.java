package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({"echo, echo, 0", "ech, echo, 1", "ehco, echo, 2", "conect, connect, 1", "x, connect, 3", "'', ab, 2", "abcd, wxyz, 4"})
    void slipsAreLettersPutInTakenOutOrChanged(String from, String to, int slips) {
        assertEquals(slips, Nearest.slips(from, to));
        assertEquals(slips, Nearest.slips(to, from));
    }

    @ParameterizedTest
    @CsvSource({"conect, connect", "LADDER, ladder", "water, waterfall", "ip_v6, ip-v6", "banana, ", "xy, ", "'', "})
    void theNearestWordIsGuessedWhereOneIsNear(String typed, String nearest) {
        assertEquals(nearest, Nearest.of(typed, List.of("connect", "ladder", "waterfall", "ip-v6", "ab")));
        assertEquals(nearest == null ? "" : " (did you mean " + nearest + "?)",
                Nearest.hint(typed, List.of("connect", "ladder", "waterfall", "ip-v6", "ab")));
    }

    @ParameterizedTest
    @CsvSource({"quux, ", "qiut, quit", "quti, quit", "qut, quit", "seve, save", "exti, "})
    void ofAShortWordMoreThanHalfMustBeLeft(String typed, String nearest) {
        assertEquals(nearest, Nearest.of(typed, List.of("quit", "save")));
    }

    @ParameterizedTest
    @CsvSource({"keep-alive-intervall, keep-alive-interval", "keep-alive-x, keep-alive", "keep-aliv, keep-alive"})
    void aSlipIsNearerThanAWordThatItBeginsWith(String typed, String nearest) {
        assertEquals(nearest, Nearest.of(typed, List.of("keep-alive", "keep-alive-interval")));
    }
}
