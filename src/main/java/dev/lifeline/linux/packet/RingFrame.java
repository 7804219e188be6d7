package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;

/// One packet in the ring (`struct tpacket3_hdr` and `struct sockaddr_ll` of `linux/if_packet.h`).
///
/// @param wall the kernel's stamp (`CLOCK_REALTIME`), in nanoseconds since 1970
/// @param length bytes of the whole packet from its IP header on; more than `data` holds where it was cut
/// @param device index of the interface
/// @param packetType for whom it was: [#OUTGOING] or one of the kinds of coming in
/// @param protocol its Ethernet type, for example 0x0800
/// @param data the first bytes, from the IP header on, big-endian; valid only until the block is released
public record RingFrame(long wall, int length, int device, int packetType, int protocol, ByteBuffer data) {

    /// This machine sent it (`PACKET_OUTGOING`).
    public static final int OUTGOING = 4;

    /// Tells whether this machine sent it out of that interface.
    public boolean outgoing() {
        return packetType == OUTGOING;
    }
}
