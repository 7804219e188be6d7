package dev.lifeline.server.secure;

import dev.lifeline.server.LoopConnection;
import dev.lifeline.server.Responder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Answers a ClientHello as servers do that cannot, or will not, speak TLS with this client.
public record NoTls(TlsFault fault) implements Responder {

    /// Alert, TLS 1.0, two bytes: fatal, protocol_version (RFC 8446 section 6).
    private static final byte[] VERSION_ALERT = {21, 3, 1, 0, 2, 2, 70};
    private static final byte[] PLAIN = ("HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 34\r\nConnection: close\r\n\r\n"
            + "This server speaks plain HTTP only").getBytes(StandardCharsets.US_ASCII);

    @Override
    public void received(LoopConnection connection, ByteBuffer bytes) {
        switch (fault) {
            case OLD_VERSION -> last(connection, VERSION_ALERT);
            case PLAIN_ANSWER -> last(connection, PLAIN);
            case RESET_AFTER_HELLO -> connection.reset();
            case EOF_AFTER_HELLO -> connection.finish();
            case STALL -> { }
            default -> throw new IllegalStateException(fault.word() + " is TLS");
        }
    }

    private static void last(LoopConnection connection, byte[] bytes) {
        connection.send(ByteBuffer.wrap(bytes));
        connection.finish();
    }
}
