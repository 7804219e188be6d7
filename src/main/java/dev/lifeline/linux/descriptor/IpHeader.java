package dev.lifeline.linux.descriptor;

import java.nio.ByteBuffer;

/// The header of an IPv4 (RFC 791) or IPv6 packet (RFC 8200), with its extension headers. Pure; trusts no length.
final class IpHeader {

    private static final int TCP = 6;
    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int DESTINATION_OPTIONS = 60;

    private IpHeader() {
    }

    /// Where the TCP header begins, or -1 where there is none.
    ///
    /// @param packet in network byte order
    static int tcpAt(ByteBuffer packet) {
        int version = packet.limit() == 0 ? 0 : packet.get(0) >> 4 & 0xF;
        if (version == 4) {
            int header = (packet.get(0) & 0xF) * 4;
            return packet.limit() >= IPV4_BYTES && header >= IPV4_BYTES && packet.get(9) == TCP ? header : -1;
        }
        return version == 6 && packet.limit() >= IPV6_BYTES ? behindExtensions(packet) : -1;
    }

    private static int behindExtensions(ByteBuffer packet) {
        int next = packet.get(6) & 0xFF;
        int at = IPV6_BYTES;
        while (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS) {
            if (at + 2 > packet.limit()) {
                return -1;
            }
            next = packet.get(at) & 0xFF;
            // In units of eight bytes, not counting the first: RFC 8200 section 4.2.
            at += ((packet.get(at + 1) & 0xFF) + 1) * 8;
        }
        return next == TCP ? at : -1;
    }

    /// Time to live or hop limit of a packet in which [#tcpAt] found a header.
    static int hopLimit(ByteBuffer packet) {
        return packet.get((packet.get(0) >> 4 & 0xF) == 4 ? 8 : 7) & 0xFF;
    }
}
