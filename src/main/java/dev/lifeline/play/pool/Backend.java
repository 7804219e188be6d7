package dev.lifeline.play.pool;

import dev.lifeline.model.Endpoint;
import java.io.IOException;

/// Another server, which a worker asks and waits for.
public interface Backend {

    /// Its address.
    Endpoint endpoint() throws IOException;

    /// Sends it a request over a connection of its own, and waits for the answer: the calling thread is blocked meanwhile.
    ///
    /// @throws IOException when there was no answer; what failed is recorded on that connection
    /// @throws InterruptedException when the pool ends meanwhile
    byte[] ask(byte[] request) throws IOException, InterruptedException;
}
