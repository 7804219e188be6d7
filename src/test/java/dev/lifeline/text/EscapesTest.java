package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {

    @Test
    void escapesBecomeBytesAndTheRestIsUtf8() {
        assertArrayEquals("a\r\n\t\\\"é".getBytes(StandardCharsets.UTF_8), Escapes.bytes("a\\r\\n\\t\\\\\\\"é"));
        assertArrayEquals(new byte[] {0, (byte) 0xff, 'x'}, Escapes.bytes("\\x00\\xFFx"));
        assertArrayEquals(new byte[0], Escapes.bytes(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\q", "\\x", "\\x1", "\\xzz", "ab\\x1g"})
    void whatIsNoEscapeIsSaid(String text) {
        String message = assertThrows(IllegalArgumentException.class, () -> Escapes.bytes(text)).getMessage();
        assertEquals("the escape at character " + (text.indexOf('\\') + 1), message.replace(" is not known", ""));
    }
}
