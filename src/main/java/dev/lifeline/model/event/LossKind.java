package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The way in which evidence was lost.
public enum LossKind implements Labelled {
    /// The source never had it in its hands.
    MISSED("missed"),
    /// The source had it, and could not tell whose it is.
    NOT_ATTRIBUTED("not attributed"),
    /// The source had it, counted it and did not keep it.
    NOT_KEPT("not kept");

    private final String label;

    LossKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
