package dev.lifeline.diagnosis;

/// A number with its noun.
final class Counted {

    private Counted() {
    }

    static String bytes(long count) {
        return count == 0 ? "no bytes" : of(count, "byte", "bytes");
    }

    /// `once`, `twice`, `3 times`.
    static String times(long count) {
        return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
