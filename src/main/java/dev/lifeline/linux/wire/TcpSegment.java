package dev.lifeline.linux.wire;

import java.util.Objects;

/// A TCP segment (RFC 9293 section 3.1), numbers as they stand in the header.
///
/// @param sequence 0 to 2³² − 1
/// @param acknowledgement 0 to 2³² − 1; means something only with ACK
/// @param flags the control bits FIN, SYN, RST, PSH, ACK, URG in the order of the header's low bits
/// @param window not scaled
/// @param payload bytes of data by the lengths of the headers, however few of them were captured
/// @param options what the captured bytes show of them
public record TcpSegment(WireEnd source, WireEnd destination, long sequence, long acknowledgement, int flags, int window,
                         int payload, TcpOptions options) implements Decoded {

    /// No more data from the sender.
    public static final int FIN = 0x01;
    /// Synchronize sequence numbers.
    public static final int SYN = 0x02;
    /// Reset the connection.
    public static final int RST = 0x04;
    /// The acknowledgement field means something.
    public static final int ACK = 0x10;

    public TcpSegment {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(options, "options");
    }

    /// Tells whether a control bit is set.
    public boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
