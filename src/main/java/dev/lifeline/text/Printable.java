package dev.lifeline.text;

/// Text from outside, made safe to print: it cannot move the cursor, change a colour or break a table.
public final class Printable {

    private Printable() {
    }

    /// The text with everything that is not printable ASCII escaped (`\x1b`, `\u202e`), so that each character takes one column.
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
}
