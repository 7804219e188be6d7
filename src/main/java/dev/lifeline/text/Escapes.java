package dev.lifeline.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads and writes the escapes of a text for bytes: `\n`, `\r`, `\t`, `\\`, `\"` and `\xHH`.
public final class Escapes {

    private static final String LETTERS = "nrt\\\"";
    private static final String MEANT = "\n\r\t\\\"";

    private Escapes() {
    }

    /// Reads the bytes that a text stands for; what is no escape is UTF-8 as it stands.
    ///
    /// @throws IllegalArgumentException with the place of the escape that is not known
    public static byte[] bytes(String text) {
        int unknown = unknown(text);
        if (unknown >= 0) {
            throw new IllegalArgumentException("the escape at character " + (unknown + 1) + " is not known");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int plain = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', plain)) {
            out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
            int length = length(text, i);
            out.write(length == 2 ? MEANT.charAt(LETTERS.indexOf(text.charAt(i + 1))) : hex(text, i + 2) << 4 | hex(text, i + 3));
            plain = i + length;
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /// Finds the first escape that is not known; returns -1 where all are.
    public static int unknown(String text) {
        int from = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', from)) {
            int length = length(text, i);
            if (length == 0) {
                return i;
            }
            from = i + length;
        }
        return -1;
    }

    /// Appends one byte as printable ASCII.
    ///
    /// @param value 0 to 255
    public static void append(int value, StringBuilder out) {
        int known = MEANT.indexOf(value);
        if (known >= 0) {
            out.append('\\').append(LETTERS.charAt(known));
        } else if (value >= 0x20 && value < 0x7F) {
            out.append((char) value);
        } else {
            out.append("\\x").append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
    }

    /// Characters of the escape; 0 where it is not known.
    private static int length(String text, int at) {
        char kind = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (kind == 'x') {
            return hex(text, at + 2) >= 0 && hex(text, at + 3) >= 0 ? 4 : 0;
        }
        return kind != 0 && LETTERS.indexOf(kind) >= 0 ? 2 : 0;
    }

    private static int hex(String text, int at) {
        return at < text.length() && text.charAt(at) <= 'f' ? Character.digit(text.charAt(at), 16) : -1;
    }
}
