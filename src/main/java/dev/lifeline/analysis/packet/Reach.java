package dev.lifeline.analysis.packet;

/// The reach of a packet, as far as it is known. Only what is seen to leave this machine can be in doubt: on the loopback interface
/// the sender's host is the receiver's, and what the peer sent was seen when it arrived.
public enum Reach {
    /// It came to the other host, or nothing speaks against it.
    ARRIVED,
    /// It was not acknowledged, or not before it was sent again.
    UNKNOWN,
    /// An ICMP error from another host than its destination says that it did not arrive.
    TURNED_BACK
}
