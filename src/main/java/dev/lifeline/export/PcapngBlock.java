package dev.lifeline.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One block of a pcapng file after the other, in the same memory (draft-ietf-opsawg-pcapng section 3.1). Blocks, options and
/// packet data are padded to 32 bits; numbers are little-endian on every machine, so that the same trace gives the same file.
final class PcapngBlock {

    private static final int ALIGNMENT = 4;
    private static final int OPTION_HEADER = 4;
    private static final int LENGTH_PLACE = 4;
    private static final int END_OF_OPTIONS = 0;

    /// The longest value of an option whose padded length still fits its 16 bits.
    private static final int LONGEST_OPTION = 0xFFFC;

    private ByteBuffer bytes = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

    /// Begins a block.
    ///
    /// @param type its type
    PcapngBlock start(int type) {
        bytes.clear();
        return u32(type).u32(0);
    }

    PcapngBlock u16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    PcapngBlock u32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    PcapngBlock u64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /// Bytes of a packet from their hexadecimal form, with their padding.
    ///
    /// @param hex ends where it is no longer hexadecimal
    /// @param count how many bytes of it
    PcapngBlock hex(String hex, int count) {
        room(count + ALIGNMENT);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) (Character.digit(hex.charAt(2 * i), 16) << 4 | Character.digit(hex.charAt(2 * i + 1), 16)));
        }
        return pad(count);
    }

    /// Bytes with their length before them, and their padding behind.
    PcapngBlock counted(byte... value) {
        u32(value.length);
        room(value.length + ALIGNMENT).put(value);
        return pad(value.length);
    }

    /// An option of text in UTF-8; nothing for an empty text. What does not fit is cut between two characters.
    PcapngBlock text(int code, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(utf8.length, LONGEST_OPTION);
        while (length < utf8.length && (utf8[length] & 0xC0) == 0x80) {
            length--;
        }
        return length == 0 ? this : option(code, utf8, length);
    }

    /// An option of bytes.
    PcapngBlock option(int code, byte... value) {
        return option(code, value, value.length);
    }

    /// Ends the options and the block, and hands it to a stream.
    void end(OutputStream out) throws IOException {
        u16(END_OF_OPTIONS).u16(0);
        int length = bytes.position() + Integer.BYTES;
        u32(length);
        bytes.putInt(LENGTH_PLACE, length);
        out.write(bytes.array(), 0, bytes.position());
    }

    private PcapngBlock option(int code, byte[] value, int length) {
        u16(code).u16(length);
        room(length + ALIGNMENT).put(value, 0, length);
        return pad(length);
    }

    private PcapngBlock pad(int length) {
        for (int i = length; i % ALIGNMENT != 0; i++) {
            bytes.put((byte) 0);
        }
        return this;
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more + OPTION_HEADER) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + more + OPTION_HEADER))
                    .order(ByteOrder.LITTLE_ENDIAN);
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }
}
