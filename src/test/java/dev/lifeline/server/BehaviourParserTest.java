package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourParserTest {

    @ParameterizedTest
    @ValueSource(strings = {"echo", "banner", "silent", "reset", "reset=accept", "reset=answer", "close", "late-accept=200ms",
            "late-accept=1.5s", "drip=1/100ms", "drip=4096/2s", "cpu=200ms", "flood"})
    void whatItWritesItReadsAgain(String text) {
        assertEquals(text, Behaviour.parse(text).text());
        assertEquals(Behaviour.parse(text), Behaviour.parse(Behaviour.parse(text).text()));
    }

    @Test
    void readsTheTextOfABannerWithItsEscapes() {
        assertEquals(new Behaviour.Banner("a=b \\q\r\n\t\\"), Behaviour.parse("banner=a=b \\q\\r\\n\\t\\\\"));
    }

    @Test
    void readsBytesAndTimes() {
        assertEquals(new Behaviour.Drip(3, 250_000_000), Behaviour.parse("drip=3/0.25s"));
        assertEquals(new Behaviour.LateAccept(2_000_000_000L), Behaviour.parse("late-accept=2s"));
    }

    @ParameterizedTest
    @CsvSource({"ecko, did you mean echo?", "sil, did you mean silent?", "late-acept=1s, did you mean late-accept?",
            "rest, did you mean reset?", "banana, 'there are echo, banner[=TEXT], silent'", "'', there are echo"})
    void anUnknownNameGetsTheListAndTheNearest(String text, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> Behaviour.parse(text)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @ParameterizedTest
    @CsvSource({"echo=1, takes no value", "late-accept, for example late-accept=200ms", "late-accept=5, has no unit",
            "late-accept=-1s, is negative", "late-accept=2000m, longer than one hour", "drip, for example drip=1/100ms",
            "drip=5, needs bytes and an interval", "drip=0/1s, a number from 1 to", "drip=x/1s, a number from 1 to",
            "drip=99999/1s, a number from 1 to", "drip=1/0, is shorter than 1 ms", "reset=later, reset=accept or reset=answer",
            "banner=, it must have 1 to 4096"})
    void aWrongValueIsExplained(String text, String part) {
        String message = assertThrows(IllegalArgumentException.class, () -> Behaviour.parse(text)).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void controlCharactersAreEscapedInMessages() {
        String message = assertThrows(IllegalArgumentException.class, () -> Behaviour.parse("\u001b[2J")).getMessage();
        assertTrue(message.contains("\\x1b[2J"), message);
    }
}
