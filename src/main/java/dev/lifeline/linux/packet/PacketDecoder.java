package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;

/// Reads a packet from its IP header on: IPv4 (RFC 791), IPv6 (RFC 8200), TCP (RFC 9293), ICMP errors. Pure.
public final class PacketDecoder {

    private static final int TCP = 6;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int ICMP_HEADER = 8;
    /// Of a quoted segment only this much is promised: ports and sequence number.
    private static final int QUOTED = 8;
    private static final int FRAGMENT = 0x3FFF;

    private PacketDecoder() {
    }

    /// Reads a packet.
    ///
    /// @param data the captured bytes from index 0 to the limit, big-endian
    /// @param length bytes of the whole packet
    public static Decoded decode(ByteBuffer data, int length) {
        if (data.limit() < 1) {
            return new NotDecoded("no bytes");
        }
        return switch (data.get(0) >> 4 & 0x0F) {
            case 4 -> four(data, length);
            case 6 -> six(data, length);
            default -> new NotDecoded("neither IPv4 nor IPv6");
        };
    }

    private static Decoded four(ByteBuffer data, int length) {
        if (data.limit() < IPV4_HEADER) {
            return new NotDecoded("an IPv4 header that was cut");
        }
        int header = (data.get(0) & 0x0F) * 4;
        if (header < IPV4_HEADER) {
            return new NotDecoded("an IPv4 header of " + header + " bytes");
        }
        if ((data.getShort(6) & FRAGMENT) != 0) {
            return new NotDecoded("a fragment");
        }
        int protocol = data.get(9) & 0xFF;
        // 0 where the kernel put several segments together to more than the field can say.
        int total = data.getShort(2) & 0xFFFF;
        int end = total == 0 ? length : total;
        if (protocol == TCP) {
            return tcp(data, header, end, WireAddress.four(data, 12), WireAddress.four(data, 16));
        }
        return protocol == ICMP ? icmp(data, header, WireAddress.four(data, 12)) : new NotDecoded("protocol " + protocol);
    }

    private static Decoded six(ByteBuffer data, int length) {
        if (data.limit() < IPV6_HEADER) {
            return new NotDecoded("an IPv6 header that was cut");
        }
        int protocol = data.get(6) & 0xFF;
        int carried = data.getShort(4) & 0xFFFF;
        int end = carried == 0 ? length : IPV6_HEADER + carried;
        if (protocol == TCP) {
            return tcp(data, IPV6_HEADER, end, WireAddress.six(data, 8), WireAddress.six(data, 24));
        }
        return protocol == ICMPV6 ? icmp(data, IPV6_HEADER, WireAddress.six(data, 8)) : new NotDecoded("next header " + protocol);
    }

    private static Decoded tcp(ByteBuffer data, int at, int end, WireAddress from, WireAddress to) {
        if (at + TCP_HEADER > data.limit()) {
            return new NotDecoded("a TCP header that was cut");
        }
        int header = (data.get(at + 12) >> 4 & 0x0F) * 4;
        if (header < TCP_HEADER || at + header > end) {
            return new NotDecoded("a TCP header of " + header + " bytes in a packet of " + end);
        }
        return new TcpSegment(end(data, at, from), end(data, at + 2, to), data.getInt(at + 4) & 0xFFFF_FFFFL,
                data.getInt(at + 8) & 0xFFFF_FFFFL, data.get(at + 13) & 0x3F, data.getShort(at + 14) & 0xFFFF, end - at - header,
                TcpOptions.read(data, at + TCP_HEADER, Math.min(at + header, data.limit())));
    }

    private static Decoded icmp(ByteBuffer data, int at, WireAddress from) {
        int quoted = at + ICMP_HEADER;
        if (quoted + 1 > data.limit()) {
            return new NotDecoded("an ICMP message that was cut");
        }
        int type = data.get(at) & 0xFF;
        int code = data.get(at + 1) & 0xFF;
        boolean error = from.six() ? type >= 1 && type <= 3 : type == 3 || type == 11;
        if (!error) {
            return new NotDecoded("ICMP type " + type + " is no error about a segment");
        }
        return from.six() ? quotedSix(data, quoted, from, type, code) : quotedFour(data, quoted, from, type, code);
    }

    private static Decoded quotedFour(ByteBuffer data, int at, WireAddress from, int type, int code) {
        int header = (data.get(at) & 0x0F) * 4;
        if (header < IPV4_HEADER || at + header + QUOTED > data.limit()) {
            return new NotDecoded("an ICMP message that quotes too little");
        }
        if ((data.get(at + 9) & 0xFF) != TCP) {
            return new NotDecoded("an ICMP message about something else than TCP");
        }
        return error(data, at + header, from, type, code, WireAddress.four(data, at + 12), WireAddress.four(data, at + 16));
    }

    private static Decoded quotedSix(ByteBuffer data, int at, WireAddress from, int type, int code) {
        if (at + IPV6_HEADER + QUOTED > data.limit()) {
            return new NotDecoded("an ICMPv6 message that quotes too little");
        }
        if ((data.get(at + 6) & 0xFF) != TCP) {
            return new NotDecoded("an ICMPv6 message about something else than TCP");
        }
        return error(data, at + IPV6_HEADER, from, type, code, WireAddress.six(data, at + 8), WireAddress.six(data, at + 24));
    }

    private static IcmpError error(ByteBuffer data, int tcp, WireAddress from, int type, int code, WireAddress source,
                                   WireAddress destination) {
        return new IcmpError(from, type, code, end(data, tcp, source), end(data, tcp + 2, destination),
                data.getInt(tcp + 4) & 0xFFFF_FFFFL);
    }

    private static WireEnd end(ByteBuffer data, int at, WireAddress address) {
        return new WireEnd(address, data.getShort(at) & 0xFFFF);
    }
}
