package dev.lifeline.scenario.word;

import dev.lifeline.text.Spelling;
import java.util.Collection;

/// Which word a person meant.
public final class Nearest {

    private Nearest() {
    }

    /// The nearest of the words, or `null` where none is near. A word that the other begins with, or with other capitals, is
    /// near.
    public static String of(String word, Collection<String> words) {
        String small = word.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        String best = null;
        int least = Spelling.MAX_SLIPS + 1;
        for (String candidate : words) {
            String other = candidate.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            int distance = Spelling.slips(small, other);
            if (distance > 1 && small.length() >= 3 && (other.startsWith(small) || small.startsWith(other)
                    && other.length() >= 3)) {
                distance = 1;
            }
            // With two slips in a word of three letters, little is left of it.
            if (distance < least && distance < Math.max(2, other.length())) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /// ` (did you mean connect?)`, or nothing.
    static String hint(String word, Collection<String> words) {
        String nearest = of(word, words);
        return nearest == null ? "" : " (did you mean " + nearest + "?)";
    }
}
