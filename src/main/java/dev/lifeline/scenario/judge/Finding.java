package dev.lifeline.scenario.judge;

import dev.lifeline.scenario.Expectation;
import java.util.Objects;

/// Whether an expectation held.
///
/// @param expectation which
/// @param state how it went
/// @param expected what was to be there, in one line
/// @param observed what was there instead, or what shows that it held, in one line
public record Finding(Expectation expectation, State state, String expected, String observed) {

    /// How it went.
    public enum State {
        /// What was expected was seen.
        HELD,
        /// Something else was seen.
        NOT_HELD,
        /// The evidence that could show it was not there.
        NOT_SEEN
    }

    public Finding {
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
