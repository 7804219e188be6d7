package dev.lifeline.export;

/// Text from outside, made harmless for the tools that show a file: no control characters, nothing that turns the direction of
/// writing, no half surrogate pairs, no end of line, and an end.
final class PlainText {

    private static final String CUT = "...";

    private PlainText() {
    }

    /// The text with `?` for each character that is not meant to be seen.
    ///
    /// @param most characters at most (code points of Unicode); what is longer is cut, and says so
    static String of(String outside, int most) {
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

    private static boolean seen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
