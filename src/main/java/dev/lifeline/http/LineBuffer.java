package dev.lifeline.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Line of a message, as its bytes come; it ends with CR LF and with nothing else (RFC 9112 section 2.2). Not for several threads.
final class LineBuffer {

    private static final int USUAL = 256;

    private final int limit;
    private byte[] bytes = new byte[USUAL];
    private int length;
    private boolean afterCr;
    private long start;

    /// @param limit bytes that a line has at most, without its end
    LineBuffer(int limit) {
        this.limit = limit;
    }

    /// Begins a line.
    ///
    /// @param offset of its first byte
    void begin(long offset) {
        start = offset;
        length = 0;
        afterCr = false;
    }

    /// The offset of its first byte.
    long start() {
        return start;
    }

    int length() {
        return length;
    }

    /// A byte as a number from 0 to 255.
    int at(int index) {
        return bytes[index] & 0xFF;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /// The place of a byte, or -1.
    int indexOf(int octet, int from) {
        for (int i = from; i < length; i++) {
            if (at(i) == octet) {
                return i;
            }
        }
        return -1;
    }

    /// A piece of it, as ISO 8859-1.
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// Says if the next byte is the second of the line's end.
    boolean endsNext() {
        return afterCr;
    }

    /// Takes the next byte.
    ///
    /// @return whether the line is whole
    /// @throws MalformedException for a byte that no line has, and for one too many
    boolean take(int octet, HttpProblem tooLong) throws MalformedException {
        long offset = start + length + (afterCr ? 1 : 0);
        if (afterCr) {
            if (octet != '\n') {
                throw Malformed.syntax(offset, "LF after CR", Malformed.named(octet));
            }
            return true;
        }
        if (octet == '\r') {
            afterCr = true;
            return false;
        }
        if (octet == '\n') {
            throw Malformed.syntax(offset, "CR before LF", "LF alone");
        }
        if (!Octets.isText(octet)) {
            throw Malformed.syntax(offset, "a visible character or the end of the line", Malformed.named(octet));
        }
        if (length == limit) {
            throw Malformed.of(tooLong, offset, "the end of the line within " + limit + " bytes", "more of it");
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(limit, bytes.length * 4));
        }
        bytes[length++] = (byte) octet;
        return false;
    }
}
