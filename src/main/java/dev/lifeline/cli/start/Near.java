package dev.lifeline.cli.start;

import dev.lifeline.text.FittedText;
import dev.lifeline.text.Spelling;
import java.util.List;

/// Guesses which word a mistyped one was meant to be.
public final class Near {

    private Near() {
    }

    /// `: did you mean ladder?` where one of the words is at most two slips away; empty otherwise.
    public static String hint(String typed, List<String> words) {
        String best = null;
        int least = Spelling.MAX_SLIPS + 1;
        for (String word : words) {
            int slips = Spelling.slips(typed, word);
            if (slips < least) {
                least = slips;
                best = word;
            }
        }
        return best == null ? "" : " (did you mean " + best + "?)";
    }

    /// The text, safe and in quotes, cut where it is long.
    public static String quote(String text) {
        String safe = FittedText.safe(text);
        return "'" + (safe.length() <= 60 ? safe : safe.substring(0, 57) + "...") + "'";
    }
}
