package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import java.io.IOException;

/// Writes what a person wants to keep.
public interface Keeper {

    /// Writes a recording of all that was recorded so far.
    ///
    /// @return where it is, in words
    /// @throws IOException with the reason
    String recording(Journey journey, String file) throws IOException;

    /// Writes what was recorded so far in the format of another tool.
    ///
    /// @return where it is, in words
    /// @throws CommandException where there is no such format, or nothing to write in it
    /// @throws IOException with the reason
    String export(Journey journey, String format, String file) throws CommandException, IOException;

    /// Keeps the recording of a run that the person leaves, if there is a place for it.
    void keep(Journey journey);

    /// Writes the page of the session.
    ///
    /// @return where it is, in words
    /// @throws IOException with the reason
    String page(Journey journey, String file) throws IOException;
}
