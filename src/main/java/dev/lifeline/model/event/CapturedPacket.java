package dev.lifeline.model.event;

import java.util.Objects;

/// The bytes of a packet as they were captured, from its IP header on.
///
/// @param data the first bytes, in hexadecimal
/// @param length bytes of the whole packet; more than `data` holds where it was cut
/// @param device the interface, or `null`
/// @param outgoing whether this machine sent it there
/// @param wall the kernel's own time stamp, in nanoseconds since 1970
/// @param uncertainty the time of the event is this exact, in nanoseconds: half the width of the comparison of the two clocks
public record CapturedPacket(String data, int length, String device, boolean outgoing, long wall, long uncertainty) {

    /// Bytes of a packet that are kept as a rule: all headers, and a look at the data.
    public static final int SNAP_BYTES = 256;

    public CapturedPacket {
        Objects.requireNonNull(data, "data");
    }
}
