package dev.lifeline.scenario.predict;

import java.util.List;
import java.util.Objects;

/// A question for what was seen, asked after the run has shown it and before anything is explained: about one observation in five
/// is not what happened.
///
/// @param ask the question
/// @param options the answers; one of them is right
/// @param proof what decides it
public record Seeing(String ask, List<Option> options, Proof proof) {

    public Seeing {
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(proof, "proof");
        options = List.copyOf(options);
    }

    /// The answer that is right.
    public Option right() {
        return Prediction.right(options);
    }

    /// The answer of this name, or `null`.
    public Option option(String id) {
        return Prediction.option(options, id);
    }
}
