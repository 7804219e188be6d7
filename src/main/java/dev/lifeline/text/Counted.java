package dev.lifeline.text;

import java.util.Set;

/// Writes numbers with their nouns, in groups of three digits: `1 byte`, `3,400 bytes`.
public final class Counted {

    private static final Set<String> UNITS = Set.of("ns", "us", "\u00b5s", "\u03bcs", "ms", "s", "m", "min", "h", "%", "B", "KiB", "MiB", "GiB", "byte", "bytes");

    private Counted() {
    }

    /// Tells whether the space stands between a figure and its unit: `23.9 ms`, `97 %`, `5 bytes`.
    ///
    /// @param space the place of a space in the text
    public static boolean unitBehind(String text, int space) {
        if (space == 0 || !Character.isDigit(text.charAt(space - 1))) {
            return false;
        }
        int end = space + 1;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '%')) {
            end++;
        }
        return UNITS.contains(text.substring(space + 1, end));
    }

    /// Writes a number with a noun whose plural only adds an `s`.
    public static String of(long count, String noun) {
        return grouped(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /// Writes a number with its noun.
    public static String of(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    /// Writes a count of bytes inside a sentence: `no bytes`, `1 byte`, `2 bytes`.
    public static String bytes(long count) {
        return count == 0 ? "no bytes" : of(count, "byte");
    }

    /// Writes `once`, `twice`, `3 times`.
    public static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : grouped(count) + " times";
    }

    /// Writes a number in groups of three digits: `1,589,089`.
    public static String grouped(long count) {
        StringBuilder out = new StringBuilder().append(count);
        for (int i = out.length() - 3; i > (count < 0 ? 1 : 0); i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
