package dev.lifeline.model.walk;

import dev.lifeline.model.Labelled;

/// The kinds of questions that a walk asks a person.
public enum Question implements Labelled {
    /// For what a call will do; asked before it.
    PREDICT("predict"),
    /// For what was seen; asked after it, before anything is explained.
    SEE("see"),
    /// For the order in which events come; asked before them.
    ORDER("order");

    private final String label;

    Question(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
