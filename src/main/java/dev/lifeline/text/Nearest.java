package dev.lifeline.text;

import java.util.Collection;
import java.util.Locale;

/// Guesses which word a mistyped one was meant to be.
public final class Nearest {

    /// Slips at most for which a guess is made: with more, the words have little in common.
    static final int MAX_SLIPS = 2;

    private static final int WHOLE_WORD = 3;

    private Nearest() {
    }

    /// Finds the nearest of the words; `null` where none is near. A word that the other begins or ends with, or with
    /// other capitals, is near.
    public static String of(String typed, Collection<String> words) {
        String small = small(typed);
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            String other = small(word);
            int slips = slips(small, other);
            boolean part = false;
            if (slips > 1 && Math.min(small.length(), other.length()) >= WHOLE_WORD
                    && (other.startsWith(small) || small.startsWith(other) || small.endsWith(other))) {
                slips = small.endsWith(other) ? MAX_SLIPS : 1;
                part = true;
            }
            // A slip is nearer than a part: keep-alive-intervall is not meant for keep-alive.
            int distance = 2 * slips + (part ? 1 : 0);
            // With two slips in a word of two letters, nothing is left of it; in one of four, only half: then two are one, letters swapped.
            boolean alike = other.length() > 2 * MAX_SLIPS || slips < MAX_SLIPS || part || other.length() > 2 && swapped(small, other);
            if (slips <= MAX_SLIPS && distance < least && alike) {
                least = distance;
                best = word;
            }
        }
        return best;
    }

    /// Writes ` (did you mean connect?)`; nothing where no word is near.
    public static String hint(String typed, Collection<String> words) {
        String nearest = of(typed, words);
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }

    /// Counts the letters that must be put in, taken out or changed (Levenshtein's distance); [#MAX_SLIPS] + 1 where it is
    /// more than that by the lengths alone.
    static int slips(String from, String to) {
        if (Math.abs(from.length() - to.length()) > MAX_SLIPS) {
            return MAX_SLIPS + 1;
        }
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    /// Tells whether they differ by two neighbours that changed places.
    private static boolean swapped(String from, String to) {
        int i = 0;
        while (i < from.length() && i < to.length() && from.charAt(i) == to.charAt(i)) {
            i++;
        }
        return from.length() == to.length() && i + 1 < to.length() && from.charAt(i) == to.charAt(i + 1) && from.charAt(i + 1) == to.charAt(i)
                && from.substring(i + 2).equals(to.substring(i + 2));
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
