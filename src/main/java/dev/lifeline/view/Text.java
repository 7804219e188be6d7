package dev.lifeline.view;

import dev.lifeline.model.Printable;

/// Text that came from outside, made safe and fitted: it cannot move the cursor, change a colour or break a table.
public final class Text {

    private Text() {
    }

    /// The text with everything that is not printable ASCII escaped (`\x1b`, `\u202e`), so that each character takes one column.
    /// The arrow and other signs of the tool's own are added after this, never passed through it.
    public static String safe(String outside) {
        return Printable.ascii(outside);
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
