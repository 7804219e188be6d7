package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import java.util.Objects;

/// An expectation and how it went.
///
/// @param expectation which
/// @param state how it went
/// @param expected what was to be there, in one line
/// @param observed what was there instead, or what shows that it held, in one line
public record Finding(Expectation expectation, FindingState state, String expected, String observed) {

    public Finding {
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
