package dev.lifeline.scenario.yaml;

import java.util.Objects;

/// Something in a scenario file that is not right.
///
/// @param position where
/// @param text what, what was meant as far as that can be guessed, and what to do: one line of printable ASCII
public record Problem(Position position, String text) {

    public Problem {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(text, "text");
    }
}
