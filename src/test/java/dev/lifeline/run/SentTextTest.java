package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentTextTest {

    @Test
    void escapesBecomeBytesAndTheRestIsUtf8() {
        assertArrayEquals("a\r\n\t\\\"é".getBytes(StandardCharsets.UTF_8), SentText.bytes("a\\r\\n\\t\\\\\\\"é"));
        assertArrayEquals(new byte[] {0, (byte) 0xff, 'x'}, SentText.bytes("\\x00\\xFFx"));
        assertArrayEquals(new byte[0], SentText.bytes(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\q", "\\x", "\\x1", "\\xzz", "ab\\x1g"})
    void whatIsNoEscapeIsSaid(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> SentText.bytes(text)).getMessage();
        assertEquals("the escape at character " + (text.indexOf('\\') + 1), message.substring(0, message.indexOf(" of ")));
    }
}
