package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedDurationsTest {

    @ParameterizedTest
    @CsvSource({
        "-1, an unknown time",
        "0, 0 us",
        "400, 0.4 us",
        "45000, 45 us",
        "99999, 100 us",
        "120000, 0.12 ms",
        "1420000, 1.42 ms",
        "12340000, 12.3 ms",
        "999400000, 999 ms",
        "999600000, 1 s",
        "3000400000, 3 s",
        "3020000000, 3.02 s",
        "59949999999, 59.9 s",
        "59960000000, 1 min",
        "134400000000, 2 min 14 s",
    })
    void aDurationHasTheUnitThatAPersonWouldChoose(long nanos, String text) {
        assertEquals(text, RoundedDurations.text(nanos));
    }
}
