package dev.lifeline.play.actor;

import dev.lifeline.model.Endpoint;
import java.io.IOException;

/// An actor that others connect to.
public interface HasPort {

    /// Address at which it listens, or will: a port that is still free is chosen now. Any thread.
    ///
    /// @throws IOException when no port is to be had
    Endpoint endpoint() throws IOException, CannotAct;
}
