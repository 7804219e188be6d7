package dev.lifeline.step;

import java.util.Objects;

/// A wish of a person that the walk stops.
///
/// @param number by which it can be deleted, from 1
/// @param cause a place, or a value that changes
/// @param hits stops of this run that were due to it
public record Breakpoint(int number, StopCause cause, int hits) {

    public Breakpoint {
        Objects.requireNonNull(cause, "cause");
    }

    /// One that has stopped nobody yet.
    public Breakpoint(int number, StopCause cause) {
        this(number, cause, 0);
    }

    /// The same after a stop that was due to it.
    Breakpoint hit() {
        return new Breakpoint(number, cause, hits + 1);
    }
}
