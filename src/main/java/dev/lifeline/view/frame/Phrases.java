package dev.lifeline.view.frame;

import java.util.ArrayList;
import java.util.List;

/// Breaks a list of phrases into lines behind its commas, so that in a narrow column each phrase stays together.
public final class Phrases {

    private static final String COMMA = ", ";

    private Phrases() {
    }

    /// The lines of a text; a phrase that is wider than a line is broken at its spaces.
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        int from = 0;
        while (from < text.length()) {
            int comma = text.indexOf(COMMA, from);
            int to = comma < 0 ? text.length() : comma + COMMA.length();
            String phrase = text.substring(from, to);
            if (!line.isEmpty() && line.length() + phrase.stripTrailing().length() > width) {
                lines.addAll(Wrap.lines(line, width, 0));
                line = "";
            }
            line += phrase;
            from = to;
        }
        if (!line.isEmpty()) {
            lines.addAll(Wrap.lines(line, width, 0));
        }
        return lines;
    }
}
