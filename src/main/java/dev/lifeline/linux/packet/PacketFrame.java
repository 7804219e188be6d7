package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;

/// One packet as the kernel handed it over, with what it says beside the bytes (`struct sockaddr_ll` of `linux/if_packet.h`).
///
/// @param wall the kernel's stamp (`CLOCK_REALTIME`), in nanoseconds since 1970; [#UNSTAMPED] where there is none
/// @param length bytes of the whole packet from its IP header on; more than `data` holds where it was cut
/// @param device index of the interface
/// @param packetType for whom it was: [#OUTGOING] or one of the kinds of coming in
/// @param protocol its Ethernet type, for example 0x0800
/// @param data the first bytes, from the IP header on, big-endian; valid only until more are taken
public record PacketFrame(long wall, int length, int device, int packetType, int protocol, ByteBuffer data) {

    /// This machine sent it (`PACKET_OUTGOING`).
    public static final int OUTGOING = 4;

    /// The kernel does not stamp packets at that moment.
    public static final long UNSTAMPED = Long.MIN_VALUE;

    /// Tells whether this machine sent it out of that interface.
    public boolean outgoing() {
        return packetType == OUTGOING;
    }
}
