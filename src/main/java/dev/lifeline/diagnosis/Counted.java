package dev.lifeline.diagnosis;

/// A number with its noun.
final class Counted {

    private Counted() {
    }

    static String bytes(long count) {
        return count == 0 ? "no bytes" : of(count, "byte", "bytes");
    }

    static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
