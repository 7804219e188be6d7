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
            "999999999999999999999s, is no duration", "1h, has an unknown unit", "1 s, has an unknown unit", "1S, has an unknown unit",
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
}
