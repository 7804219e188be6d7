package dev.lifeline.record;

import java.io.IOException;

/// The tool's own deadline ended a wait. It is not the operating system's ETIMEDOUT.
public final class DeadlineException extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param waited how long was waited, for a person, for example `3 s`
    public DeadlineException(String waited) {
        super("no result within " + waited);
    }
}
