package dev.lifeline.view.frame;

import java.util.Objects;

/// A run of text in one role.
///
/// @param text printable, without line breaks; one column for each character
/// @param role what it is for
public record Segment(String text, Role role) {

    public Segment {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(role, "role");
    }
}
