package dev.lifeline.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads the escapes of `--send` and `--expect`: `\n`, `\r`, `\t`, `\\`, `\"` and `\xHH`; everything else is UTF-8 as it stands.
public final class SentText {

    private SentText() {
    }

    /// The bytes that a text stands for.
    ///
    /// @throws IllegalArgumentException with one sentence that says which escape cannot be read
    public static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        int plain = 0;
        for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', plain)) {
            out.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
            char kind = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            switch (kind) {
                case 'n' -> out.write('\n');
                case 'r' -> out.write('\r');
                case 't' -> out.write('\t');
                case '\\', '"' -> out.write(kind);
                case 'x' -> out.write(hex(text, i));
                default -> throw unreadable(text, i);
            }
            plain = i + (kind == 'x' ? 4 : 2);
        }
        out.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = at + 3 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        int low = at + 3 < text.length() ? Character.digit(text.charAt(at + 3), 16) : -1;
        if (high < 0 || low < 0) {
            throw unreadable(text, at);
        }
        return high << 4 | low;
    }

    private static IllegalArgumentException unreadable(String text, int at) {
        return new IllegalArgumentException("the escape at character " + (at + 1) + " of " + TargetParser.quote(text)
                + " is not known: there are \\n \\r \\t \\\\ \\\" and \\xHH");
    }
}
