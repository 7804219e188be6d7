package dev.lifeline.wording;

import java.util.Objects;

/// The finding on an expectation of a scenario, as a person reads it.
///
/// @param number from 1
/// @param state how it went
/// @param expected what was to be there, in one line
/// @param observed what was there, or what was missing, in one line
public record ShownFinding(int number, State state, String expected, String observed) {

    /// The ways in which it can go.
    public enum State {
        /// The expected was seen.
        HELD("held", "held"),
        /// Something else was seen.
        NOT_HELD("DID NOT HOLD", "not-held"),
        /// The evidence that could show it was not there.
        NOT_SEEN("not seen", "not-seen");

        private final String sign;
        private final String label;

        State(String sign, String label) {
            this.sign = sign;
            this.label = label;
        }

        /// The sign before the expectation: words, so that no colour is needed.
        public String sign() {
            return sign;
        }

        /// The word that recordings and JSON use.
        public String label() {
            return label;
        }
    }

    public ShownFinding {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(observed, "observed");
    }
}
