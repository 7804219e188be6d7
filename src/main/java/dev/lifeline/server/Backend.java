package dev.lifeline.server;

import dev.lifeline.model.Endpoint;
import java.io.IOException;

/// Another server, which the handler of a request asks and waits for.
public interface Backend {

    /// Its address.
    Endpoint endpoint() throws IOException;

    /// Sends it a request over a connection of its own, and waits for the answer: the calling thread is blocked meanwhile.
    ///
    /// @throws IOException when there was no answer; what failed is recorded on that connection
    /// @throws InterruptedException when the server ends meanwhile
    byte[] ask(byte[] request) throws IOException, InterruptedException;
}
