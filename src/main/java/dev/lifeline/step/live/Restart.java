package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;

/// Begins the same run once more, on new sockets.
public interface Restart {

    /// Begins it.
    ///
    /// @throws CommandException when it cannot be run any more
    LiveSession again() throws CommandException, InterruptedException;
}
