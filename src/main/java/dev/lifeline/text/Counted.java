package dev.lifeline.text;

/// A number with its noun.
public final class Counted {

    private Counted() {
    }

    public static String bytes(long count) {
        return count == 0 ? "no bytes" : of(count, "byte", "bytes");
    }

    /// `once`, `twice`, `3 times`.
    public static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : grouped(count) + " times";
    }

    public static String of(long count, String one, String many) {
        return grouped(count) + " " + (count == 1 ? one : many);
    }

    /// In groups of three digits, in verdicts and in the views beside them: `1,589,089`.
    public static String grouped(long count) {
        StringBuilder out = new StringBuilder().append(count);
        for (int i = out.length() - 3; i > (count < 0 ? 1 : 0); i -= 3) {
            out.insert(i, ',');
        }
        return out.toString();
    }
}
