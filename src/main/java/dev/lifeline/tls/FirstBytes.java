package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.record.CodedException;
import dev.lifeline.text.Quoted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Names first bytes that begin no record: text of a plain protocol, or neither.
final class FirstBytes {

    private static final int SHOWN = 40;

    private FirstBytes() {
    }

    /// @param head the bytes that were taken already
    /// @param rest those behind them, which are only looked at
    static CodedException noRecord(byte[] head, int taken, ByteBuffer rest) {
        byte[] bytes = new byte[Math.min(SHOWN, taken + rest.remaining())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i < taken ? head[i] : rest.get(rest.position() + i - taken);
        }
        boolean text = true;
        int end = bytes.length;
        for (int i = bytes.length - 1; i >= 0; i--) {
            int one = bytes[i] & 0xFF;
            text &= one >= ' ' && one < 0x7F || one == '\r' || one == '\n' || one == '\t' || one >= 0x80;
            end = one == '\r' || one == '\n' ? i : end;
        }
        if (text && bytes[0] > 0) {
            String line = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
            return new CodedException(ErrorCode.TLS_PLAINTEXT, "the peer speaks in plain text: " + Quoted.typed(line, SHOWN));
        }
        return new CodedException(ErrorCode.TLS_BROKEN, "the first byte is 0x" + Integer.toHexString(bytes[0] & 0xFF)
                + ", and no record of TLS begins so");
    }
}
