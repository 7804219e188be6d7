package dev.lifeline.observe.packet;

import dev.lifeline.model.event.CapturedPacket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A packet that was taken: when and where it was seen. Its bytes are there only until more are taken.
///
/// @param at nanoseconds of the trace
/// @param uncertainty of that time, in nanoseconds
/// @param wall the kernel's stamp, in nanoseconds since 1970
/// @param length bytes of the whole packet
/// @param device index of the interface
/// @param name of the interface, or `null`
/// @param outgoing whether this machine sent it there
/// @param data the captured bytes from index 0 to the limit
record Sighting(long at, long uncertainty, long wall, int length, int device, String name, boolean outgoing, ByteBuffer data) {

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /// Copies what outlives that.
    CapturedPacket captured() {
        byte[] hex = new byte[data.limit() * 2];
        for (int i = 0; i < data.limit(); i++) {
            int value = data.get(i);
            hex[2 * i] = DIGITS[value >> 4 & 15];
            hex[2 * i + 1] = DIGITS[value & 15];
        }
        return new CapturedPacket(new String(hex, StandardCharsets.ISO_8859_1), length, name, outgoing, wall, uncertainty);
    }
}
