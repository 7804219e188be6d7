package dev.lifeline.scenario.word;

import java.util.Objects;

/// Expected number with its tolerance: `3`, `>= 2`, `< 10`, `2..5`.
///
/// @param text as it stands in the file
/// @param least inclusive
/// @param most inclusive
public record Bound(String text, long least, long most) {

    public Bound {
        Objects.requireNonNull(text, "text");
    }

    /// Tells whether a number is within.
    public boolean holds(long number) {
        return least <= number && number <= most;
    }
}
