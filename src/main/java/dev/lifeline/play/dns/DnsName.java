package dev.lifeline.play.dns;

import java.nio.ByteBuffer;
import java.util.Locale;

/// Names in DNS messages (RFC 1035 section 3.1), as text without the last dot. Pure.
///
/// Only printable ASCII without dot and backslash inside a label is a name here: host names have no other characters.
final class DnsName {

    private static final int MAX_LABEL = 63;
    /// Length with the length bytes, of which the last is that of the root.
    private static final int MAX_BYTES = 255;

    private DnsName() {
    }

    /// Reads a name and leaves the buffer behind it.
    ///
    /// A pointer (section 4.1.4) is no part of the first name in a message: nothing is before it that one could lead to.
    ///
    /// @return the name as it was written, or `null` where there is none
    static String read(ByteBuffer message) {
        StringBuilder name = new StringBuilder();
        int start = message.position();
        while (message.hasRemaining()) {
            int length = message.get() & 0xFF;
            if (length == 0) {
                return name.toString();
            }
            if (length > MAX_LABEL || length > message.remaining() || message.position() - start + length >= MAX_BYTES) {
                return null;
            }
            if (!name.isEmpty()) {
                name.append('.');
            }
            for (int i = 0; i < length; i++) {
                char c = (char) (message.get() & 0xFF);
                if (!belongs(c)) {
                    return null;
                }
                name.append(c);
            }
        }
        return null;
    }

    /// Writes a name that [#isName] accepts, or the root as an empty text.
    static void write(ByteBuffer message, String name) {
        int at = 0;
        while (at < name.length()) {
            int dot = name.indexOf('.', at);
            int end = dot < 0 ? name.length() : dot;
            message.put((byte) (end - at));
            for (int i = at; i < end; i++) {
                message.put((byte) name.charAt(i));
            }
            at = end + 1;
        }
        message.put((byte) 0);
    }

    /// Bytes that it takes.
    static int bytes(String name) {
        return name.isEmpty() ? 1 : name.length() + 2;
    }

    /// Tells whether the text, with or without a last dot, can be a name in a message; the root cannot.
    static boolean isName(String text) {
        String name = withoutLastDot(text);
        if (name.isEmpty() || bytes(name) > MAX_BYTES) {
            return false;
        }
        int label = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            label = c == '.' ? 0 : label + 1;
            if (label > MAX_LABEL || c != '.' && !belongs(c) || c == '.' && (i == 0 || name.charAt(i - 1) == '.')) {
                return false;
            }
        }
        return label > 0;
    }

    /// The same for every spelling of one name: case does not count (section 2.3.3), and neither does a last dot.
    static String key(String name) {
        return withoutLastDot(name).toLowerCase(Locale.ROOT);
    }

    static String withoutLastDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean belongs(char c) {
        return c > ' ' && c < 0x7F && c != '.' && c != '\\';
    }
}
