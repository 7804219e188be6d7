package dev.lifeline.linux.wire;

/// Result of decoding a packet.
public sealed interface Decoded permits TcpSegment, IcmpError, NameMessage, NameError, NotDecoded {
}
