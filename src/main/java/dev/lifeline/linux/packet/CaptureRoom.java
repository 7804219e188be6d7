package dev.lifeline.linux.packet;

/// Where packets wait until they are read.
///
/// @param bufferBytes of the socket's own buffer, which is tried first; 0 for a ring in any case
/// @param ring where so large a buffer is not allowed
/// @param snap bytes of a packet that are kept at most: [PortFilter#SNAP_BYTES], or [PortFilter#WHOLE_SNAP_BYTES]
public record CaptureRoom(int bufferBytes, RingSize ring, int snap) {

    /// Some 40,000 packets: the kernel doubles what it is asked for, and counts some 750 bytes for a packet.
    public static final CaptureRoom ORDINARY = new CaptureRoom(1 << 24, RingSize.ORDINARY, PortFilter.SNAP_BYTES);

    /// For packets that are kept whole: some 400 of the largest, until they are read.
    public static final CaptureRoom WHOLE = new CaptureRoom(1 << 24, RingSize.WHOLE, PortFilter.WHOLE_SNAP_BYTES);

    /// A ring in any case, for what is kept as a rule.
    public static CaptureRoom of(RingSize ring) {
        return new CaptureRoom(0, ring, PortFilter.SNAP_BYTES);
    }
}
