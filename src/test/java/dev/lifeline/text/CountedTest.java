package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | no bytes", "1 | 1 byte", "999 | 999 bytes", "1000 | 1,000 bytes",
            "60000 | 60,000 bytes", "1589089 | 1,589,089 bytes", "-1234 | -1,234 bytes"})
    void numbersComeInGroupsOfThreeDigits(long count, String text) {
        assertEquals(text, Counted.bytes(count));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | once", "2 | twice", "3 | 3 times", "1234 | 1,234 times"})
    void soDoTimes(long count, String text) {
        assertEquals(text, Counted.times(count));
    }
}
