package dev.lifeline.text;

/// Makes text from outside safe to print: it cannot move the cursor, change a colour, turn the direction of writing or break a
/// table.
public final class Printable {

    /// As long as a host name can be (RFC 1035 section 2.3.4), so that no name floods a sentence.
    private static final int LONGEST_IN_PROSE = 255;
    private static final String CUT = "...";
    private static final String ASCII_MICROS = " us";

    private Printable() {
    }

    /// Escapes everything that is not printable ASCII (`\x1b`, `\u202e`), so that each character takes one column.
    /// The arrow and other signs of the tool's own are added after this, never passed through it.
    public static String ascii(String outside) {
        StringBuilder out = null;
        for (int i = 0; i < outside.length(); i++) {
            char c = outside.charAt(i);
            if (c >= 0x20 && c < 0x7F) {
                if (out != null) {
                    out.append(c);
                }
                continue;
            }
            if (out == null) {
                out = new StringBuilder(outside.length() + 16).append(outside, 0, i);
            }
            boolean oneByte = c < 0x100;
            out.append(oneByte ? "\\x" : "\\u");
            for (int shift = oneByte ? 4 : 12; shift >= 0; shift -= 4) {
                out.append(Character.forDigit(c >> shift & 15, 16));
            }
        }
        return out == null ? outside : out.toString();
    }

    /// Escapes sentences that are kept in ASCII, and gives them the sign for microseconds of the tables beside them: `24 us` as
    /// `24 µs`. What they quote stays as it came.
    public static String measured(String sentences, Glyphs glyphs) {
        String safe = ascii(sentences);
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

    /// Keeps the letters of all languages, for a sentence that is not bound to columns; see [#line].
    public static String prose(String outside) {
        return line(outside, LONGEST_IN_PROSE);
    }

    /// Keeps the letters of all languages and puts `?` for what is not meant to be seen: control characters, what turns the
    /// direction of writing, halves of surrogate pairs, ends of lines.
    ///
    /// @param most characters at most (code points of Unicode); what is longer is cut, and says so
    public static String line(String outside, int most) {
        StringBuilder out = new StringBuilder(Math.min(outside.length(), most) + CUT.length());
        int count = 0;
        for (int i = 0; i < outside.length(); count++) {
            if (count == most) {
                return out.append(CUT).toString();
            }
            int point = outside.codePointAt(i);
            out.appendCodePoint(seen(point) ? point : '?');
            i += Character.charCount(point);
        }
        return out.toString();
    }

    /// Puts `?` for control characters: the last guard in front of a terminal, for text that was made safe already.
    public static String guarded(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, '?');
            }
        }
        return out == null ? text : out.toString();
    }

    private static boolean seen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
