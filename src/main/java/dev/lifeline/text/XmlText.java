package dev.lifeline.text;

/// Escapes text for XML 1.0, in elements and in attributes. The JDK's own writer would cost a run its module `java.xml`.
public final class XmlText {

    private XmlText() {
    }

    /// Writes it so that a reader gets it back. A character that XML 1.0 cannot have at all (section 2.2) is written as `\xHH`, as
    /// scenarios do; half of a surrogate pair becomes U+FFFD.
    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> add(out, point));
        return out.toString();
    }

    private static void add(StringBuilder out, int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            // As itself it would be a space in an attribute.
            case '\t', '\n', '\r' -> out.append("&#").append(point).append(';');
            default -> {
                if (point < ' ') {
                    out.append(String.format("\\x%02X", point));
                } else if (point >= 0xD800 && point < 0xE000 || point == 0xFFFE || point == 0xFFFF) {
                    out.append('\uFFFD');
                } else {
                    out.appendCodePoint(point);
                }
            }
        }
    }
}
