package dev.lifeline.linux.wire;

/// What a packet turned out to be.
public sealed interface Decoded permits TcpSegment, IcmpError, NotDecoded {
}
