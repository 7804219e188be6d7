package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns", "640, 640 ns", "999, 999 ns", "1000, 1 µs", "94000, 94 µs", "99499, 99 µs", "99500, 0.1 ms",
        "311000, 0.311 ms", "999499, 0.999 ms", "999500, 1 ms", "1417000, 1.42 ms", "12340000, 12.3 ms", "200100000, 200.1 ms",
        "999949999, 999.9 ms", "999950000, 1 s", "2003000000, 2.003 s", "3100000000, 3.1 s", "59949999999, 59.9 s",
        "59950000000, 1 m 0 s", "72000000000, 1 m 12 s", "3600000000000, 1 h 0 m", "-94000, -94 µs"})
    void isWrittenInTheUnitThatSuitsIt(long nanos, String text) {
        assertEquals(text, DurationText.of(nanos, Glyphs.UNICODE));
    }

    @Test
    void isAsciiWhereTheTerminalIs() {
        assertEquals("94 us", DurationText.of(94_000, Glyphs.ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "311000, 1000000, 3, 0.311", "351499, 1000000, 3, 0.351", "351500, 1000000, 3, 0.352", "0, 1000000, 3, 0.000",
        "200114000, 1000000, 3, 200.114", "2000000000, 1000000000, 0, 2", "5, 1, 2, 5.00", "94000, 1000, 1, 94.0"})
    void keepsItsDecimalsInAColumn(long nanos, long unit, int places, String text) {
        assertEquals(text, DurationText.figure(nanos, unit, places));
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808", "9223372036854775807"})
    void survivesTimesThatNobodyCanMeasure(long nanos) {
        assertEquals("2562047 h 47 m", DurationText.of(nanos, Glyphs.ASCII).replace("-", ""));
    }
}
