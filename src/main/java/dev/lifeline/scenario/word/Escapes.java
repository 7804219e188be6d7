package dev.lifeline.scenario.word;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The escapes of a text for bytes: `\n`, `\r`, `\t`, `\\`, `\"` and `\xHH`; everything else is UTF-8 as it stands.
public final class Escapes {

    private Escapes() {
    }

    /// The bytes that a text stands for.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int plain = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', plain)) {
            out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
            char kind = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int known = kind == 0 ? -1 : "nrt\\\"".indexOf(kind);
            if (kind == 'x' && hex(text, i + 2) >= 0 && hex(text, i + 3) >= 0) {
                out.write(hex(text, i + 2) << 4 | hex(text, i + 3));
                plain = i + 4;
            } else if (known >= 0) {
                out.write("\n\r\t\\\"".charAt(known));
                plain = i + 2;
            } else {
                throw new IllegalArgumentException("the escape at character " + (i + 1) + " is not known");
            }
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        return at < text.length() && text.charAt(at) <= 'f' ? Character.digit(text.charAt(at), 16) : -1;
    }
}
