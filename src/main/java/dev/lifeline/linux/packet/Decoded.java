package dev.lifeline.linux.packet;

/// What a packet turned out to be.
public sealed interface Decoded permits TcpSegment, IcmpError, NotDecoded {
}
