package dev.lifeline.explain;

import dev.lifeline.model.Labelled;

/// How surely the words of a text carry its stage.
public enum Confidence implements Labelled {
    /// The words name the stage: a call, or a phrase that one program writes at one place.
    HIGH("high"),
    /// The words leave little else.
    MEDIUM("medium"),
    /// The words would be as true of another stage, which is given as an alternative.
    LOW("low");

    private final String label;

    Confidence(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
