package dev.lifeline.model.socket;

import dev.lifeline.model.Labelled;

/// The readiness that an event loop asks to be woken for.
public enum Interest implements Labelled {
    /// A connection waits in the accept queue.
    ACCEPT("accept"),
    /// There are bytes or an end of stream to read.
    READ("read"),
    /// The send buffer has room.
    WRITE("write");

    private final String label;

    Interest(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
