package dev.lifeline.client;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// Sets the options of a socket after it was opened and before it is bound or connected.
@FunctionalInterface
public interface SocketSetup {

    /// Leaves the socket as the system made it.
    SocketSetup NONE = channel -> { };

    /// Sets options. Called once for each socket, on the thread that will connect it.
    ///
    /// @throws IOException when one cannot be set; the attempt fails with it, at the stage that would have come next
    void prepare(SocketChannel channel) throws IOException;
}
