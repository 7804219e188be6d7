package dev.lifeline.text;

/// How far apart two words are, to guess which one a person meant.
public final class Spelling {

    /// Slips at most for which a guess is made: with more, the words have little in common.
    public static final int MAX_SLIPS = 2;

    private Spelling() {
    }

    /// Levenshtein's distance: how many letters must be put in, taken out or changed; [#MAX_SLIPS] + 1 where it is more than that by
    /// the lengths alone.
    public static int slips(String from, String to) {
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
}
