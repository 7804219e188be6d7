package dev.lifeline.model;

/// The result of an expectation of a scenario.
public enum FindingState implements Labelled {
    /// It was seen.
    HELD("held"),
    /// Something else was seen.
    NOT_HELD("not-held"),
    /// The evidence that could show it was not there.
    NOT_SEEN("not-seen");

    private final String label;

    FindingState(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
