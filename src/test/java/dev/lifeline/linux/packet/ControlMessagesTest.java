package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What stands beside a packet, and what no kernel would write.
class ControlMessagesTest {

    @Test
    void stampAndLengthAreFoundInEitherOrder() {
        assertEquals(new ControlMessages(7_000_000_005L, 65_000), ControlMessages.of(buffer(104, stamp(7, 5), length(65_000))));
        assertEquals(new ControlMessages(7_000_000_005L, 65_000), ControlMessages.of(buffer(104, length(65_000), stamp(7, 5))));
    }

    @Test
    void aPacketWithoutAStampHasNoTime() {
        assertEquals(new ControlMessages(PacketFrame.UNSTAMPED, 60), ControlMessages.of(buffer(40, length(60))));
        assertEquals(new ControlMessages(PacketFrame.UNSTAMPED, 0), ControlMessages.of(buffer(0)));
    }

    @Test
    void whatIsCutOrBrokenEndsWithoutAnException() {
        byte[] whole = buffer(104, stamp(7, 5), length(60)).array();
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            ByteBuffer some = ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length + 1)).slice().order(ByteOrder.LITTLE_ENDIAN);
            assertTrue(ControlMessages.of(some).length() >= 0);
        }
    }

    private static ByteBuffer buffer(int bytes, byte[]... messages) {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] each : messages) {
            buffer.put(each);
        }
        return buffer;
    }

    /// `SCM_TIMESTAMPING`: the software's stamp, one that is not used any more, and that of the hardware.
    private static byte[] stamp(long seconds, long nanos) {
        return ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(64).putInt(1).putInt(37).putLong(seconds).putLong(nanos).array();
    }

    /// `PACKET_AUXDATA`: 20 bytes of data, and padding.
    private static byte[] length(int bytes) {
        return ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN).putLong(36).putInt(263).putInt(8).putInt(1).putInt(bytes).array();
    }
}
