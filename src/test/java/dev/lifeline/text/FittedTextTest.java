package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The RST was captured 24.2 us after the SYN. | The RST was captured 24.2 µs after the SYN.",
            "it took 9 us | it took 9 µs", "connect returned 87 us, then 3 us. | connect returned 87 µs, then 3 µs.",
            "Expected was \"5 us\" after 5 us. | Expected was \"5 us\" after 5 µs.", "2 users, like us | 2 users, like us"})
    void aVerdictHasTheSignOfTheTablesBesideIt(String sentences, String shown) {
        assertEquals(shown, FittedText.measured(sentences, Glyphs.UNICODE));
        assertEquals(sentences, FittedText.measured(sentences, Glyphs.ASCII));
    }
}
