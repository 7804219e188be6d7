package dev.lifeline.wording;

import dev.lifeline.model.FindingState;
import java.util.Objects;

/// The finding on an expectation of a scenario, as a person reads it.
///
/// @param number from 1
/// @param state how it went
/// @param expected what was to be there, in one line
/// @param observed what was there, or what was missing, in one line
public record ShownFinding(int number, FindingState state, String expected, String observed) {

    public ShownFinding {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }

    /// The words before the expectation, so that no colour is needed.
    public String sign() {
        return switch (state) {
            case HELD -> "held";
            case NOT_HELD -> "DID NOT HOLD";
            case NOT_SEEN -> "not seen";
        };
    }
}
