package dev.lifeline.linux.packet;

/// Where packets wait until they are read.
///
/// @param bufferBytes of the socket's own buffer, which is tried first; 0 for a ring in any case
/// @param ring where so large a buffer is not allowed
public record CaptureRoom(int bufferBytes, RingSize ring) {

    /// Some 40,000 packets: the kernel doubles what it is asked for, and counts some 750 bytes for a packet.
    public static final CaptureRoom ORDINARY = new CaptureRoom(1 << 24, RingSize.ORDINARY);

    /// A ring in any case.
    public static CaptureRoom of(RingSize ring) {
        return new CaptureRoom(0, ring);
    }
}
