package dev.lifeline.view.stages;

import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;

/// Cuts words behind the last part that fits: at a semicolon, a comma, a bracket or an arrow, all outside of quotations, or at the
/// colon between a code and its text; what has none is cut where it is full, and says so.
public final class CutWords {

    /// The word before a failure, behind which a colon ends a part.
    static final String FAILED = "FAILED ";

    private CutWords() {
    }

    /// Cuts.
    ///
    /// @param room columns
    public static String cut(String text, int room, Glyphs glyphs) {
        if (text.length() <= room) {
            return text.replace(FittedText.TIE, ' ');
        }
        int end = 0;
        boolean quoted = false;
        for (int i = 0; i <= room && i + 1 < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            end = !quoted && ends(text, i, glyphs) ? i : end;
        }
        return (end > 0 ? text.substring(0, end) : FittedText.fit(text, room, glyphs)).replace(FittedText.TIE, ' ');
    }

    private static boolean ends(String text, int at, Glyphs glyphs) {
        return switch (text.charAt(at)) {
            case ';', ',' -> text.startsWith(" ", at + 1);
            case ':' -> text.startsWith(FAILED) && text.startsWith(": ", at);
            case ' ' -> text.startsWith("(", at + 1) || text.startsWith(glyphs.arrow(), at + 1);
            default -> false;
        };
    }
}
