package dev.lifeline.linux.wire;

import java.nio.ByteBuffer;

/// Reads a packet from its IP header on: IPv4 (RFC 791), IPv6 (RFC 8200), TCP (RFC 9293), ICMP errors, and over UDP the messages
/// of name servers. Pure.
public final class PacketDecoder {

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int ICMP = 1;
    private static final int ICMPV6 = 58;
    private static final int TCP_HEADER = 20;
    private static final int ICMP_HEADER = 8;
    /// Of a quoted segment only this much is promised: ports and sequence number.
    private static final int QUOTED = 8;

    private PacketDecoder() {
    }

    /// Reads a packet.
    ///
    /// @param data the captured bytes from index 0 to the limit, big-endian
    /// @param length bytes of the whole packet
    public static Decoded decode(ByteBuffer data, int length) {
        IpHeader ip = IpHeader.read(data, 0);
        if (ip == null) {
            return new NotDecoded("no whole header of IPv4 or IPv6");
        }
        if (ip.fragment()) {
            return new NotDecoded("a fragment");
        }
        if (ip.protocol() == TCP) {
            return tcp(data, ip, ip.length() == 0 ? length : ip.length());
        }
        if (ip.protocol() == UDP) {
            return udp(data, ip);
        }
        return ip.protocol() == (ip.source().six() ? ICMPV6 : ICMP) ? icmp(data, ip.carriedAt(), ip.source())
                : new NotDecoded("protocol " + ip.protocol());
    }

    private static Decoded tcp(ByteBuffer data, IpHeader ip, int end) {
        int at = ip.carriedAt();
        if (at + TCP_HEADER > data.limit()) {
            return new NotDecoded("a TCP header that was cut");
        }
        int header = (data.get(at + 12) >> 4 & 0x0F) * 4;
        if (header < TCP_HEADER || at + header > end) {
            return new NotDecoded("a TCP header of " + header + " bytes in a packet of " + end);
        }
        return new TcpSegment(end(data, at, ip.source()), end(data, at + 2, ip.destination()), data.getInt(at + 4) & 0xFFFF_FFFFL,
                data.getInt(at + 8) & 0xFFFF_FFFFL, data.get(at + 13) & 0x3F, data.getShort(at + 14) & 0xFFFF, end - at - header,
                TcpOptions.read(data, at + TCP_HEADER, Math.min(at + header, data.limit())));
    }

    private static Decoded udp(ByteBuffer data, IpHeader ip) {
        int at = ip.carriedAt();
        if (at + UDP_HEADER > data.limit()) {
            return new NotDecoded("a UDP header that was cut");
        }
        return NameMessage.read(data, at + UDP_HEADER, end(data, at, ip.source()), end(data, at + 2, ip.destination()));
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
        return quoted(data, IpHeader.read(data, quoted), from, type, code);
    }

    private static Decoded quoted(ByteBuffer data, IpHeader ip, WireAddress from, int type, int code) {
        if (ip == null || ip.source().six() != from.six() || ip.carriedAt() + QUOTED > data.limit()) {
            return new NotDecoded("an ICMP message that quotes too little");
        }
        int tcp = ip.carriedAt();
        if (ip.protocol() == UDP) {
            return new NameError(from, type, code, end(data, tcp, ip.source()), end(data, tcp + 2, ip.destination()));
        }
        if (ip.protocol() != TCP) {
            return new NotDecoded("an ICMP message about something other than TCP");
        }
        return new IcmpError(from, type, code, end(data, tcp, ip.source()), end(data, tcp + 2, ip.destination()),
                data.getInt(tcp + 4) & 0xFFFF_FFFFL);
    }

    private static WireEnd end(ByteBuffer data, int at, WireAddress address) {
        return new WireEnd(address, data.getShort(at) & 0xFFFF);
    }
}
