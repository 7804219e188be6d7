package dev.lifeline.scenario;

import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.yaml.Position;
import java.util.Objects;

/// Something that must be in the trace.
///
/// @param number from 1
/// @param id what people and programs call it, or `null`
/// @param kind what is looked at
/// @param args which, and what it must be
/// @param position where it stands
public record Expectation(int number, String id, ExpectationKind kind, Args args, Position position) {

    public Expectation {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(position, "position");
    }
}
