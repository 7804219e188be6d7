package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The reason for which the kernel was looked at just then.
public enum Occasion implements Labelled {
    /// A traced program recorded an event: this is what the kernel said right after it.
    EVENT("event"),
    /// A state was found changed between two events: it changed at some time before, it was observed by now.
    CHANGE("change"),
    /// It was found as before, between two events, for the last time: soon after, it had changed.
    UNCHANGED("unchanged"),
    /// The kernel told by itself that the socket is gone, with its last figures.
    DESTROYED("destroyed");

    private final String label;

    Occasion(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
