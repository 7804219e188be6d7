package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a pcapng file block by block, with nothing of the writer's code, and checks its structure on the way: lengths, padding,
/// the end of the options.
record PcapngFile(List<Block> blocks) {

    static final int SECTION = 0x0A0D0D0A;
    static final int INTERFACE = 1;
    static final int PACKET = 6;
    static final int SECRETS = 10;

    record Option(int code, byte[] value) {

        String text() {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            } catch (CharacterCodingException e) {
                throw new AssertionError("an option is not UTF-8", e);
            }
        }
    }

    /// @param fixed what stands before the options, packet data included
    record Block(int type, ByteBuffer fixed, List<Option> options) {

        List<String> texts(int code) {
            return options.stream().filter(option -> option.code() == code).map(Option::text).toList();
        }

        String text(int code) {
            assertEquals(1, texts(code).size(), "options " + code);
            return texts(code).getFirst();
        }

        /// Nanoseconds since 1970 of a packet.
        long time() {
            return (fixed.getInt(4) & 0xFFFF_FFFFL) << 32 | fixed.getInt(8) & 0xFFFF_FFFFL;
        }

        byte[] data() {
            byte[] data = new byte[fixed.getInt(12)];
            fixed.get(20, data);
            return data;
        }
    }

    static PcapngFile of(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x1A2B3C4D, in.getInt(8), "the magic of the byte order");
        List<Block> blocks = new ArrayList<>();
        while (in.hasRemaining()) {
            int start = in.position();
            int type = in.getInt();
            int length = in.getInt();
            assertEquals(0, length % 4, "the length of a block");
            assertTrue(length >= 12 && start + length <= file.length, "a block of " + length + " bytes at " + start);
            assertEquals(length, in.getInt(start + length - 4), "the second length of the block at " + start);
            int fixed = switch (type) {
                case SECTION -> 16;
                case INTERFACE -> 8;
                case PACKET -> 20 + (in.getInt(start + 8 + 12) + 3) / 4 * 4;
                case SECRETS -> 8 + (in.getInt(start + 12) + 3) / 4 * 4;
                default -> throw new AssertionError("a block of type " + type);
            };
            if (type == PACKET) {
                requireZero(in, start + 28 + in.getInt(start + 20), start + 8 + fixed);
            }
            List<Option> options = options(in, start + 8 + fixed, start + length - 4);
            blocks.add(new Block(type, in.slice(start + 8, fixed).order(ByteOrder.LITTLE_ENDIAN), options));
            in.position(start + length);
        }
        return new PcapngFile(blocks);
    }

    List<Block> of(int type) {
        return blocks.stream().filter(block -> block.type() == type).toList();
    }

    private static List<Option> options(ByteBuffer in, int from, int to) {
        List<Option> options = new ArrayList<>();
        int at = from;
        while (true) {
            assertTrue(at + 4 <= to, "options without an end");
            int code = in.getShort(at) & 0xFFFF;
            int length = in.getShort(at + 2) & 0xFFFF;
            if (code == 0) {
                assertEquals(0, length, "the length of the end of the options");
                assertEquals(to, at + 4, "something follows the end of the options");
                return options;
            }
            byte[] value = new byte[length];
            in.get(at + 4, value);
            options.add(new Option(code, value));
            int next = at + 4 + (length + 3) / 4 * 4;
            requireZero(in, at + 4 + length, next);
            at = next;
        }
    }

    private static void requireZero(ByteBuffer in, int from, int to) {
        for (int i = from; i < to; i++) {
            assertEquals(0, in.get(i), "padding");
        }
    }
}
