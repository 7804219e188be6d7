package dev.lifeline.model.walk;

import dev.lifeline.model.Labelled;

/// The end of a step of a scenario.
public enum StepEnding implements Labelled {
    /// It did what it is for, or the stage that failed in it is recorded.
    DONE("done"),
    /// It could not be done: there was nothing to do it with, or the system refused.
    NOT_DONE("not done"),
    /// The play ended before it had.
    INTERRUPTED("interrupted"),
    /// This program has a defect there.
    BROKEN("broken");

    private final String label;

    StepEnding(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
