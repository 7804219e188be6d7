package dev.lifeline.linux.wire;

import java.util.Objects;

/// An ICMP (RFC 792) or ICMPv6 (RFC 4443) error about a TCP segment.
///
/// @param offender who sent it
/// @param type of the message
/// @param code of the message
/// @param source of the segment that it quotes
/// @param destination of that segment
/// @param sequence of that segment, 0 to 2³² − 1
public record IcmpError(WireAddress offender, int type, int code, WireEnd source, WireEnd destination, long sequence)
        implements Decoded {

    public IcmpError {
        Objects.requireNonNull(offender, "offender");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
    }

    /// Meaning of the message, in the words of the RFC.
    public String meaning() {
        return IcmpMeaning.of(offender.six(), type, code);
    }
}
