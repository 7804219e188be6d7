package dev.lifeline.server.secure;

import dev.lifeline.server.LoopConnection;
import dev.lifeline.server.Responder;
import java.nio.ByteBuffer;

/// Speaks as much HTTP/2 as it takes to say that it will not: SETTINGS, and GOAWAY with no error (RFC 9113 section 6.5 and 6.8).
public record Goodbye() implements Responder {

    private static final byte[] FRAMES = {0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    @Override
    public void accepted(LoopConnection connection) {
        connection.send(ByteBuffer.wrap(FRAMES));
    }

    @Override
    public void received(LoopConnection connection, ByteBuffer bytes) {
        connection.finish();
    }
}
