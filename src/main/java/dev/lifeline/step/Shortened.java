package dev.lifeline.step;

import java.util.List;

/// A word that a person may shorten to a beginning that no other has.
final class Shortened {

    private Shortened() {
    }

    /// Finds the place of the word that is meant; -1 where none is, or several may be.
    static int place(String typed, List<String> words) {
        int whole = words.indexOf(typed);
        if (whole >= 0) {
            return whole;
        }
        int begins = -1;
        for (int i = 0; i < words.size() && !typed.isEmpty(); i++) {
            if (words.get(i).startsWith(typed)) {
                if (begins >= 0) {
                    return -1;
                }
                begins = i;
            }
        }
        return begins;
    }
}
