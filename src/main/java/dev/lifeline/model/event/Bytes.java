package dev.lifeline.model.event;

import dev.lifeline.model.protocol.ProtocolSign;
import dev.lifeline.text.Escapes;
import java.nio.ByteBuffer;
import java.util.Objects;

/// The part that a person gets to see of bytes that crossed the connection: their number, and a safe look at the first ones.
///
/// @param count how many bytes there were
/// @param preview the first bytes as printable ASCII, everything else escaped (`\n`, `\x1b`)
/// @param truncated whether there were more bytes than the preview shows
/// @param sign the protocol that they show by themselves, or `null`
public record Bytes(long count, String preview, boolean truncated, ProtocolSign sign) {

    /// The number of bytes that a preview shows at most: enough for a line of a protocol, and a bound on memory.
    public static final int PREVIEW_BYTES = 64;

    public Bytes {
        Objects.requireNonNull(preview, "preview");
    }

    /// Bytes that show no protocol.
    public Bytes(long count, String preview, boolean truncated) {
        this(count, preview, truncated, null);
    }

    /// Looks at the bytes between position and limit without moving either.
    public static Bytes of(ByteBuffer buffer) {
        int shown = Math.min(buffer.remaining(), PREVIEW_BYTES);
        StringBuilder text = new StringBuilder(shown + 8);
        for (int i = 0; i < shown; i++) {
            Escapes.append(buffer.get(buffer.position() + i) & 0xFF, text);
        }
        return new Bytes(buffer.remaining(), text.toString(), buffer.remaining() > shown, ProtocolSign.of(buffer));
    }

    /// Looks at the bytes of an array.
    public static Bytes of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }
}
