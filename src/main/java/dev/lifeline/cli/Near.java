package dev.lifeline.cli;

import dev.lifeline.view.Text;
import java.util.List;

/// Guesses which word a mistyped one was meant to be.
final class Near {

    private static final int SLIPS = 2;

    private Near() {
    }

    /// `: did you mean ladder?` where one of the words is at most two slips away; empty otherwise.
    static String hint(String typed, List<String> words) {
        String best = null;
        int least = SLIPS + 1;
        for (String word : words) {
            int slips = distance(typed, word);
            if (slips < least) {
                least = slips;
                best = word;
            }
        }
        return best == null ? "" : " (did you mean " + best + "?)";
    }

    /// The text, safe and in quotes, cut where it is long.
    static String quote(String text) {
        String safe = Text.safe(text);
        return "'" + (safe.length() <= 60 ? safe : safe.substring(0, 57) + "...") + "'";
    }

    /// Levenshtein's distance: how many letters to insert, delete or change.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitute, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
