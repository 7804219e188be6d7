package dev.lifeline.view.answer;

import dev.lifeline.view.frame.Wrap;

/// Fits prose into a number of lines by whole sentences: half a sentence can say the opposite.
public final class Sentences {

    private Sentences() {
    }

    /// The first sentences of a text that fit, at least one.
    ///
    /// @param text sentences that end with a full stop and a space
    /// @param width columns of a line
    /// @param most lines
    /// @param more the sign behind a text of which some is left out
    public static String fit(String text, int width, int most, String more) {
        if (Wrap.lines(text, width, 0).size() <= most) {
            return text;
        }
        int end = next(text, 0);
        for (int longer = next(text, end); longer > end && longer < text.length(); longer = next(text, end)) {
            if (Wrap.lines(text.substring(0, longer).stripTrailing() + " " + more, width, 0).size() > most) {
                break;
            }
            end = longer;
        }
        return end >= text.length() ? text : text.substring(0, end).stripTrailing() + " " + more;
    }

    /// The end of the sentence that begins at a place, with the space behind it. A full stop inside a quotation, a number or a name has
    /// no space and capital behind it.
    private static int next(String text, int from) {
        boolean quoted = false;
        for (int i = from; i + 2 < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && (text.charAt(i) == '.' || text.charAt(i) == '?') && text.charAt(i + 1) == ' '
                    && !Character.isLowerCase(text.charAt(i + 2))) {
                return i + 2;
            }
        }
        return text.length();
    }
}
