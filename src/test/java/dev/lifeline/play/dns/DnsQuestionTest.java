package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsQuestionTest {

    private static final String HEADER = "cafe 0100 0001 0000 0000 0000 ";
    private static final String END = " 0001 0001";

    @Test
    void aQuestionIsRead() {
        assertEquals(new DnsQuestion(0xCAFE, 0x0100, "Db.lifeline.test", DnsQuestion.AAAA, 1),
                DnsQuestion.read(Questions.of("Db.lifeline.test", DnsQuestion.AAAA)));
        assertEquals("ab", DnsQuestion.read(Questions.hex(HEADER + "02 6162 00" + END)).name());
        assertEquals("", DnsQuestion.read(Questions.hex(HEADER + "00" + END)).name());
    }

    @Test
    void anOptRecordIsTolerated() {
        assertEquals("db.test", DnsQuestion.read(Questions.of("db.test", DnsQuestion.A, true)).name());
    }

    @Test
    void everyMessageThatIsCutOffIsNone() {
        ByteBuffer whole = Questions.of("db.lifeline.test", DnsQuestion.A);
        for (int length = 0; length < whole.limit(); length++) {
            assertNull(DnsQuestion.read(whole.slice(0, length)), "after " + length + " bytes");
        }
        assertNotNull(DnsQuestion.read(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "cafe 8100 0001 0000 0000 0000 01 61 00 0001 0001", // an answer
        "cafe 2800 0001 0000 0000 0000 01 61 00 0001 0001", // an update
        "cafe 0100 0000 0000 0000 0000 01 61 00 0001 0001", // no question
        "cafe 0100 0002 0000 0000 0000 01 61 00 0001 0001", // two
        "cafe 0100 0001 0001 0000 0000 01 61 00 0001 0001",
        "cafe 0100 0001 0000 0001 0000 01 61 00 0001 0001",
        "cafe 0100 0001 0000 0000 ffff 01 61 00 0001 0001",
        HEADER + "c00c" + END, // a pointer to itself
        HEADER + "01 61 c00c" + END,
        HEADER + "40 61 00" + END, // a label type that does not exist
        HEADER + "3f 61 00" + END, // a label longer than the message
        HEADER + "03 61 2e 62 00" + END, // a dot within a label
        HEADER + "03 61 00 62 00" + END,
        HEADER + "02 c3 bc 00" + END,
        HEADER + "02 61 1b 00" + END, // an escape character
        "ff", ""})
    void anythingElseIsNone(String hex) {
        assertNull(DnsQuestion.read(Questions.hex(hex)));
    }

    /// Also where the message has the bytes that the number would mean: 64 and more are pointers and types without a meaning.
    @ParameterizedTest
    @ValueSource(ints = {0x40, 0x80, 0xC0, 0xFB})
    void aLabelHasAtMost63Bytes(int length) {
        assertNull(DnsQuestion.read(Questions.of("a".repeat(length), DnsQuestion.A)));
        assertNull(DnsQuestion.read(Questions.of("db." + "a".repeat(length), DnsQuestion.A)));
        assertEquals("a".repeat(0x3F), DnsQuestion.read(Questions.of("a".repeat(0x3F), DnsQuestion.A)).name());
    }

    @Test
    void aNameHasAtMost255Bytes() {
        String label = "a".repeat(63);
        String longest = String.join(".", label, label, label, "a".repeat(61));
        assertEquals(longest, DnsQuestion.read(Questions.of(longest, DnsQuestion.A)).name());
        assertTrue(DnsName.isName(longest));
        assertNull(DnsQuestion.read(Questions.of(longest + 'a', DnsQuestion.A)));
        assertNull(DnsQuestion.read(Questions.of(longest + ".a", DnsQuestion.A)));
        assertFalse(DnsName.isName(longest + 'a'));
    }

    @Test
    void noBytesBreakTheReader() {
        Random random = new Random(1);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            ByteBuffer message = ByteBuffer.wrap(bytes);
            if (i % 2 == 0 && bytes.length > 12) {
                message.put(0, Questions.hex(HEADER), 0, 12).put(12, (byte) random.nextInt(8));
            }
            DnsQuestion question = DnsQuestion.read(message);
            if (question != null) {
                read++;
                assertTrue(question.name().isEmpty() || DnsName.isName(question.name()), question.name());
            }
        }
        assertTrue(read > 0, "some of it was a question");
    }
}
