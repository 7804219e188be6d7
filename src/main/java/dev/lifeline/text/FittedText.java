package dev.lifeline.text;

/// Fits text to a width in columns. It has been made safe before, so that each character takes one column.
public final class FittedText {

    /// Stands for a space at which no line ends; in the lines it is an ordinary space again.
    public static final char TIE = '\u00a0';

    private FittedText() {
    }

    /// Joins a text into one word that is not broken at its spaces: a figure and its unit.
    public static String together(String text) {
        return text.replace(' ', TIE);
    }

    /// Cuts the text to a width, with the sign for what was cut at its end.
    ///
    /// @param width columns; at least the width of that sign
    public static String fit(String text, int width, Glyphs glyphs) {
        if (text.length() <= width) {
            return text;
        }
        String sign = glyphs.ellipsis();
        return width <= sign.length() ? text.substring(0, Math.max(0, width)) : text.substring(0, width - sign.length()) + sign;
    }

    /// Fills the text with spaces on the right up to a width in columns.
    public static String left(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    /// Fills the text with spaces on the left up to a width in columns.
    public static String right(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }
}
