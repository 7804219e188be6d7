package dev.lifeline.linux.wire;

import java.util.Objects;

/// An ICMP (RFC 792) or ICMPv6 (RFC 4443) error about a datagram of UDP.
///
/// @param offender who sent it
/// @param type of the message
/// @param code of the message
/// @param source of the datagram that it quotes
/// @param destination of that datagram
public record NameError(WireAddress offender, int type, int code, WireEnd source, WireEnd destination) implements Decoded {

    public NameError {
        Objects.requireNonNull(offender, "offender");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
    }

    /// Meaning of the message, in the words of the RFC.
    public String meaning() {
        return IcmpMeaning.of(offender.six(), type, code);
    }
}
