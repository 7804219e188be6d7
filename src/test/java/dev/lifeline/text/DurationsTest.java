package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"250ms, 250000000", "3s, 3000000000", "1.5s, 1500000000", "2m, 120000000000", "500us, 500000", "0, 0", "0.0, 0",
            "0s, 0", ".5s, 500000000", "1.s, 1000000000", "60m, 3600000000000", "' 1ms ', 1000000", "7ns, 7", "0.1s, 100000000"})
    void readsNumbersWithUnits(String text, long nanos) {
        assertEquals(nanos, Durations.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"-1s, is negative", "-0, is negative", "5, has no unit", "'', is no duration", "s, is no duration", "., is no duration",
            "1.2.3s, is no duration", "61m, is longer than one hour", "99999999999999999999s, is longer than one hour",
            "999999999999999999999s, is no duration", "1h, has an unknown unit", "1S, has an unknown unit",
            "1e3s, has an unknown unit", "NaN, is no duration", "+1s, is no duration", "٣s, is no duration"})
    void refusesTheRestInOneSentence(String text, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> Durations.parse(text)).getMessage();
        assertTrue(message.contains(why), message);
        assertTrue(message.endsWith("for example 250ms, 1.5s or 2m"), message);
    }

    @Test
    void aRefusalShowsControlCharactersEscaped() {
        String message = assertThrows(IllegalArgumentException.class, () -> Durations.parse("\u001b[2J")).getMessage();
        assertTrue(message.startsWith("\"\\x1b[2J\" "), message);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "1, 1 ns", "999, 999 ns", "1000, 1 us", "250000000, 250 ms", "3000000000, 3 s", "1500000000, 1.5 s",
            "1234567, 1.235 ms", "1050000, 1.05 ms", "1005000, 1.005 ms", "120000000000, 120 s", "999999999, 1 s",
            "1999999999, 2 s", "1000400, 1 ms"})
    void writesTheLargestUnitThatFits(long nanos, String text) {
        assertEquals(text, Durations.text(nanos));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns", "640, 640 ns", "999, 999 ns", "1000, 1 µs", "94000, 94 µs", "99499, 99 µs", "99500, 0.1 ms",
        "311000, 0.311 ms", "999499, 0.999 ms", "999500, 1 ms", "1417000, 1.42 ms", "12340000, 12.3 ms", "200100000, 200.1 ms",
        "999949999, 999.9 ms", "999950000, 1 s", "2003000000, 2.003 s", "3100000000, 3.1 s", "59949999999, 59.9 s",
        "59950000000, 1 m 0 s", "72000000000, 1 m 12 s", "3600000000000, 1 h 0 m", "-94000, -94 µs"})
    void isWrittenInTheUnitThatSuitsIt(long nanos, String text) {
        assertEquals(text, Durations.of(nanos, Glyphs.UNICODE));
    }

    @Test
    void isAsciiWhereTheTerminalIs() {
        assertEquals("94 us", Durations.of(94_000, Glyphs.ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "311000, 1000000, 3, 0.311", "351499, 1000000, 3, 0.351", "351500, 1000000, 3, 0.352", "0, 1000000, 3, 0.000",
        "200114000, 1000000, 3, 200.114", "2000000000, 1000000000, 0, 2", "5, 1, 2, 5.00", "94000, 1000, 1, 94.0"})
    void keepsItsDecimalsInAColumn(long nanos, long unit, int places, String text) {
        assertEquals(text, Durations.figure(nanos, unit, places));
    }

    @ParameterizedTest
    @CsvSource({"-9223372036854775808", "9223372036854775807"})
    void survivesTimesThatNobodyCanMeasure(long nanos) {
        assertEquals("2562047 h 47 m", Durations.of(nanos, Glyphs.ASCII).replace("-", ""));
    }

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
        assertEquals(text, Durations.rounded(nanos));
    }

    @Test
    void momentsAreMillisecondsRoundedAsInTheViews() {
        assertEquals("0.001 ms", Durations.moment(999));
        assertEquals("0.352 ms", Durations.moment(351_500));
        assertEquals("0.351 ms", Durations.moment(351_499));
        assertEquals("5.370 ms", Durations.moment(5_369_600));
        assertEquals("-0.005 ms", Durations.moment(-5_000));
        assertEquals("3000.050 ms", Durations.moment(3_000_050_000L));
        assertEquals("-9223372036854.776 ms", Durations.moment(Long.MIN_VALUE));
        for (long nanos : new long[] {0, 499, 500, 12_345_678, 999_999_500, Long.MAX_VALUE}) {
            assertEquals(Durations.figure(nanos, 1_000_000, 3) + " ms", Durations.moment(nanos));
        }
    }

    @Test
    void spansHaveTheUnitThatSuitsThem() {
        assertEquals("0.1 \u00b5s", Durations.span(99));
        assertEquals("-1.2 \u00b5s", Durations.span(-1_234));
        assertEquals("999.9 \u00b5s", Durations.span(999_949));
        assertEquals("1.000 ms", Durations.span(999_950));
        assertEquals("999.999 ms", Durations.span(999_999_499));
        assertEquals("1.000 s", Durations.span(999_999_500));
        assertEquals("4.005 s", Durations.span(4_005_312_800L));
        assertEquals("9223372036.855 s", Durations.span(Long.MAX_VALUE));
        assertEquals("-9223372036.855 s", Durations.span(Long.MIN_VALUE));
    }

    @Test
    void whatIsExactToWithinIsNeverLessThanItIs() {
        assertEquals("0 ns", Durations.within(0));
        assertEquals("160 ns", Durations.within(160));
        assertEquals("1.3 \u00b5s", Durations.within(1_201));
        assertEquals("1.2 \u00b5s", Durations.within(1_200));
        assertEquals("1.001 ms", Durations.within(1_000_001));
        assertEquals("1.000 ms", Durations.within(999_901));
    }
}
