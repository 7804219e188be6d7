package dev.lifeline.text;

/// Text that came from outside, made safe and fitted: it cannot move the cursor, change a colour or break a table.
public final class FittedText {

    private static final String ASCII_MICROS = " us";

    private FittedText() {
    }

    /// The text with everything that is not printable ASCII escaped (`\x1b`, `\u202e`), so that each character takes one column.
    /// The arrow and other signs of the tool's own are added after this, never passed through it.
    public static String safe(String outside) {
        return Printable.ascii(outside);
    }

    /// Sentences that are kept in ASCII, made safe, with the sign for microseconds that the tables beside them have: `24 us` as
    /// `24 µs`. What they quote stays as it came.
    public static String measured(String sentences, Glyphs glyphs) {
        String safe = safe(sentences);
        if (!safe.contains(ASCII_MICROS) || glyphs.micro().equals("u")) {
            return safe;
        }
        StringBuilder out = new StringBuilder(safe);
        boolean quoted = false;
        for (int i = 0; i < out.length(); i++) {
            quoted ^= out.charAt(i) == '"';
            int end = i + ASCII_MICROS.length();
            if (!quoted && i > 0 && digit(out.charAt(i - 1)) && safe.startsWith(ASCII_MICROS, i)
                    && (end == safe.length() || !Character.isLetterOrDigit(safe.charAt(end)))) {
                out.replace(i + 1, i + 2, glyphs.micro());
            }
        }
        return out.toString();
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /// The text cut to a width, with the sign for what was cut at its end.
    ///
    /// @param width columns; at least the width of that sign
    public static String fit(String text, int width, Glyphs glyphs) {
        if (text.length() <= width) {
            return text;
        }
        String sign = glyphs.ellipsis();
        return width <= sign.length() ? text.substring(0, Math.max(0, width)) : text.substring(0, width - sign.length()) + sign;
    }

    /// The text filled with spaces on the right up to a width.
    public static String left(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /// The text filled with spaces on the left up to a width.
    public static String right(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }
}
