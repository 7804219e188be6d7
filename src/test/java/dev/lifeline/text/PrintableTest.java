package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The RST was captured 24.2 us after the SYN. | The RST was captured 24.2 µs after the SYN.",
            "it took 9 us | it took 9 µs", "connect returned 87 us, then 3 us. | connect returned 87 µs, then 3 µs.",
            "Expected was \"5 us\" after 5 us. | Expected was \"5 us\" after 5 µs.", "2 users, like us | 2 users, like us"})
    void aVerdictHasTheSignOfTheTablesBesideIt(String sentences, String shown) {
        assertEquals(shown, Printable.measured(sentences, Glyphs.UNICODE));
        assertEquals(sentences, Printable.measured(sentences, Glyphs.ASCII));
    }

    @Test
    void proseKeepsOtherLanguagesAndLosesControls() {
        assertEquals("Verbindungsaufbau abgelehnt \u63a5\u7d9a", Printable.prose("Verbindungsaufbau abgelehnt \u63a5\u7d9a"));
        assertEquals("?[2Jx?y?", Printable.prose("\u001b[2Jx\u202ey\n"));
        assertEquals("a".repeat(255) + "...", Printable.prose("a".repeat(300)));
    }
}
