package dev.lifeline.linux.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void whatIsWrittenIsRead() {
        MessageWriter writer = new MessageWriter(26, NetlinkMessage.DUMP, 128).u8(2).u8(3).net16(443).u32(7);
        int nested = writer.beginNested(5);
        writer.attribute(1, 99).end(nested);
        writer.attribute(2, new byte[] {'l', 'o', 0});

        MessageReader reader = new MessageReader(writer.message());

        assertTrue(reader.next());
        NetlinkMessage message = reader.message();
        assertEquals(26, message.type());
        assertEquals(NetlinkMessage.DUMP | NetlinkMessage.REQUEST, message.flags());
        assertEquals(443, message.payload().duplicate().order(ByteOrder.BIG_ENDIAN).getShort(2));
        AttributeReader attributes = AttributeReader.after(message.payload(), 8);
        assertTrue(attributes.next());
        assertEquals(5, attributes.type());
        AttributeReader inner = new AttributeReader(attributes.value());
        assertTrue(inner.next());
        assertEquals(99, inner.intValue(0));
        assertFalse(inner.next());
        assertTrue(attributes.next());
        assertEquals("lo", attributes.text());
        assertFalse(attributes.next());
        assertFalse(attributes.malformed());
        assertFalse(reader.next());
        assertFalse(reader.malformed());
    }

    @Test
    void impossibleLengthsEndTheReading() {
        ByteBuffer message = new MessageWriter(26, 0, 64).u32(1).attribute(1, 99).message();
        for (int length : new int[] {0, 15, 29, Integer.MAX_VALUE, -1}) {
            message.putInt(0, length);
            MessageReader reader = new MessageReader(message);
            assertFalse(reader.next(), () -> "length " + length);
            assertTrue(reader.malformed());
        }
        message.putInt(0, 28);
        for (int length : new int[] {0, 3, 9, 0xFFFF}) {
            message.putShort(20, (short) length);
            MessageReader reader = new MessageReader(message);
            assertTrue(reader.next());
            AttributeReader attributes = AttributeReader.after(reader.message().payload(), 4);
            assertFalse(attributes.next(), () -> "length " + length);
            assertTrue(attributes.malformed());
        }
    }

    @Test
    void aPayloadWithoutItsHeaderIsMalformed() {
        AttributeReader attributes = AttributeReader.after(ByteBuffer.allocate(3), 12);

        assertFalse(attributes.next());
        assertTrue(attributes.malformed());
    }

    @Test
    void aShortValueHasNoNumber() {
        ByteBuffer payload = new MessageWriter(1, 0, 64).attribute(4, new byte[] {1}).message().position(16);

        AttributeReader attributes = new AttributeReader(payload);

        assertTrue(attributes.next());
        assertEquals(-7, attributes.intValue(-7));
    }

    @Test
    void anyBytesAreReadToAnEnd() {
        Random random = new Random(3);
        int messages = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            if (bytes.length > 20) {
                // Half of the rounds get beyond the first length.
                bytes[0] = (byte) random.nextInt(bytes.length);
                bytes[1] = bytes[2] = bytes[3] = 0;
            }
            MessageReader reader = new MessageReader(ByteBuffer.wrap(bytes));
            while (reader.next()) {
                messages++;
                AttributeReader attributes = AttributeReader.after(reader.message().payload(), random.nextInt(32));
                while (attributes.next()) {
                    assertTrue(attributes.value().remaining() <= bytes.length);
                }
            }
        }
        assertTrue(messages > 1000);
    }
}
