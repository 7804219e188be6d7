package dev.lifeline.run.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The DNS server of plays, from bytes to bytes.
class DnsAnswersTest {

    private static final DnsAnswers ANSWERS = new DnsAnswers(Map.of(
            "both.test", List.of("127.0.0.1", "::1", "127.0.0.2"), "quiet.test", List.of("silent"), "down.test", List.of("servfail"),
            "no.test", List.of("refused"), "none.test", List.of("empty")));

    private static ByteBuffer question(String name, int type) {
        ByteBuffer question = ByteBuffer.allocate(64).putShort((short) 0x1234).putShort((short) 0x0100).putShort((short) 1)
                .putShort((short) 0).putInt(0);
        for (String label : name.split("\\.")) {
            question.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        return question.put((byte) 0).putShort((short) type).putShort((short) 1).flip();
    }

    @Test
    void eachTypeGetsItsAddresses() {
        ByteBuffer four = ANSWERS.answer(question("Both.Test", 1));
        assertEquals(0x1234, four.getShort(0));
        assertEquals((short) 0x8580, four.getShort(2));
        assertEquals(2, four.getShort(6));
        assertEquals(0x7F000002, four.getInt(four.limit() - 4));
        ByteBuffer six = ANSWERS.answer(question("both.test", 28));
        assertEquals(1, six.getShort(6));
        assertEquals(1, six.getLong(six.limit() - 8));
    }

    @Test
    void whatHappensInsteadHasItsCode() {
        assertEquals(3, ANSWERS.answer(question("unknown.test", 1)).getShort(2) & 15);
        assertEquals(2, ANSWERS.answer(question("down.test", 1)).getShort(2) & 15);
        assertEquals(5, ANSWERS.answer(question("no.test", 1)).getShort(2) & 15);
        ByteBuffer empty = ANSWERS.answer(question("none.test", 1));
        assertEquals(0, empty.getShort(2) & 15);
        assertEquals(0, empty.getShort(6));
        assertNull(ANSWERS.answer(question("quiet.test", 1)));
    }

    @Test
    void whatIsNoQuestionGetsNoAnswer() {
        ByteBuffer whole = question("both.test", 1);
        for (int length = 0; length < whole.limit(); length++) {
            assertNull(ANSWERS.answer(whole.slice(0, length)), "cut off after " + length);
        }
        ByteBuffer pointer = question("both.test", 1).put(12, (byte) 0xC0);
        assertNull(ANSWERS.answer(pointer));
    }
}
