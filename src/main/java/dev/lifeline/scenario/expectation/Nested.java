package dev.lifeline.scenario.expectation;

import dev.lifeline.scenario.word.Args;
import java.util.Objects;

/// An expectation inside of another one.
///
/// @param kind what is looked at
/// @param args which, and what it must be; whose it is stands there too, from the outer one
public record Nested(ExpectationKind kind, Args args) {

    public Nested {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(args, "args");
    }
}
