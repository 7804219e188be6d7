package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"a b", "$(reboot)", "`id`", "a;b", "a|b", "a&b", "a'b",
            "a\"b", "a\\b", "a\nb", "\u001b[2J", "--help", "-v",
        "b\u00fccher.example", "a>b", "~", "*", "{a}", "a/b"})
    void whatAShellCouldInterpretIsNoWord(String outside) {
        assertNull(ShellWord.ofName(outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.example", "127.0.0.1", "fe80::1%eth0", "_srv.example", "xn--bcher-kva.example", "a:80"})
    void namesAndAddressesAreWordsAsTheyAre(String outside) {
        assertEquals(outside, ShellWord.ofName(outside));
    }

    @Test
    void bracketsAreQuotedBecauseAShellWouldExpandThem() {
        assertEquals("'[::1]:80'", ShellWord.ofName("[::1]:80"));
    }

    @Test
    void aWordThatIsTooLongIsLeftOut() {
        assertNull(ShellWord.ofName("a".repeat(256)));
    }
}
