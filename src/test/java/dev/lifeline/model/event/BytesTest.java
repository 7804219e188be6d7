package dev.lifeline.model.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void printableAsciiIsShownAsItIs() {
        assertEquals("GET / HTTP/1.1 ~", Bytes.of("GET / HTTP/1.1 ~".getBytes(UTF_8)).preview());
    }

    @Test
    void controlBytesAreNamedOrGivenInHexadecimal() {
        assertEquals("a\\r\\n\\t\\x00\\x1b[2J\\x7f", Bytes.of("a\r\n\t\0\u001b[2J\u007f".getBytes(ISO_8859_1)).preview());
    }

    @Test
    void theSignsThatTheEscapesAreMadeOfAreEscapedThemselves() {
        assertEquals("\\\\x41 \\\"quoted\\\"", Bytes.of("\\x41 \"quoted\"".getBytes(UTF_8)).preview());
    }

    @Test
    void bytesOutsideAsciiAreNeverTakenForLetters() {
        assertEquals("\\xc3\\xa9\\xff", Bytes.of(new byte[] {(byte) 0xC3, (byte) 0xA9, (byte) 0xFF}).preview());
    }

    @Test
    void everyPreviewIsPrintableAscii() {
        byte[] one = new byte[1];
        for (int value = 0; value < 256; value++) {
            one[0] = (byte) value;
            assertTrue(Bytes.of(one).preview().chars().allMatch(c -> c >= 0x20 && c < 0x7F));
        }
    }

    @Test
    void aLongMessageIsCountedInFullAndShownInPart() {
        Bytes exact = Bytes.of(new byte[Bytes.PREVIEW_BYTES]);
        Bytes more = Bytes.of("x".repeat(Bytes.PREVIEW_BYTES + 1).getBytes(UTF_8));

        assertFalse(exact.truncated());
        assertTrue(more.truncated());
        assertEquals(Bytes.PREVIEW_BYTES + 1, more.count());
        assertEquals("x".repeat(Bytes.PREVIEW_BYTES), more.preview());
    }

    @Test
    void onlyWhatIsBetweenPositionAndLimitIsLookedAtAndNeitherMoves() {
        ByteBuffer buffer = ByteBuffer.wrap("hello world".getBytes(UTF_8)).position(6).limit(9);

        assertEquals(new Bytes(3, "wor", false), Bytes.of(buffer));
        assertEquals(6, buffer.position());
        assertEquals(9, buffer.limit());
    }

    @Test
    void nothingIsNothing() {
        assertEquals(new Bytes(0, "", false), Bytes.of(new byte[0]));
    }
}
