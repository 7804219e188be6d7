package dev.lifeline.tls;

import dev.lifeline.model.tls.HandshakeMessage;
import java.nio.ByteBuffer;

/// Finds the handshake messages in the plain records of one direction: one may go over many records, and many may be in one (RFC 8446
/// section 5.1). Of hellos it keeps the bytes until they are whole; of all others none.
final class HandshakeReader {

    private static final int HEADER_BYTES = 4;
    /// Longer hellos are named, and not taken apart.
    private static final int LONGEST_HELLO = 1 << 16;
    private static final int MOST_NAMES = 8;

    private final boolean sent;
    private final SeenPlain plain;
    private int header;
    private int headerBytes;
    private int left;
    private ByteBuffer hello;
    private String ended;
    private int names;

    HandshakeReader(boolean sent, SeenPlain plain) {
        this.sent = sent;
        this.plain = plain;
    }

    void recordBegins() {
        ended = null;
        names = 0;
    }

    /// Names of the messages that ended in this record; `null` for none.
    String ended() {
        return ended;
    }

    void feed(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (headerBytes < HEADER_BYTES) {
                header = header << 8 | bytes.get() & 0xFF;
                headerBytes++;
                if (headerBytes < HEADER_BYTES) {
                    continue;
                }
                begin();
            } else {
                int now = Math.min(left, bytes.remaining());
                if (hello != null) {
                    hello.put(bytes.slice(bytes.position(), now));
                }
                bytes.position(bytes.position() + now);
                left -= now;
            }
            if (left == 0) {
                end();
            }
        }
    }

    private int type() {
        return header >>> 24;
    }

    private void begin() {
        left = header & 0xFF_FFFF;
        boolean isHello = type() == HandshakeMessage.CLIENT_HELLO.number() || type() == HandshakeMessage.SERVER_HELLO.number();
        hello = isHello && left <= LONGEST_HELLO ? ByteBuffer.allocate(left) : null;
    }

    private void end() {
        headerBytes = 0;
        HandshakeMessage message = HandshakeMessage.of(type());
        String name = message == null ? "message " + type() : message.label();
        if (hello != null) {
            Hello read = Hello.read(hello.flip(), type() == HandshakeMessage.CLIENT_HELLO.number());
            hello = null;
            if (read != null) {
                name = read.retries() ? "HelloRetryRequest" : name;
                plain.hello(sent, read);
            }
        }
        plain.message(sent, name);
        if (names < MOST_NAMES) {
            ended = ended == null ? name : ended + ", " + name;
        }
        names++;
    }
}
