package dev.lifeline.linux.wire;

import java.nio.ByteBuffer;

/// The header of an IPv4 (RFC 791) or IPv6 packet (RFC 8200), with its extension headers. Pure; trusts no length.
///
/// @param source who sent it
/// @param destination where to
/// @param protocol of what it carries
/// @param hopLimit time to live or hop limit
/// @param carriedAt the index at which that begins, perhaps beyond the limit of the buffer
/// @param length bytes of the whole packet; 0 where the kernel put more segments together than the field can say
/// @param fragment whether it carries a part only, by the header of IPv4
public record IpHeader(WireAddress source, WireAddress destination, int protocol, int hopLimit, int carriedAt, int length,
                       boolean fragment) {

    private static final int IPV4_BYTES = 20;
    private static final int IPV6_BYTES = 40;
    private static final int FRAGMENT = 0x3FFF;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int DESTINATION_OPTIONS = 60;

    /// Reads the header of the packet that begins at an index.
    ///
    /// @param data big-endian
    /// @param at not negative
    /// @return `null` where there is no whole header
    public static IpHeader read(ByteBuffer data, int at) {
        int version = at < data.limit() ? data.get(at) >> 4 & 0xF : 0;
        if (version == 4 && at + IPV4_BYTES <= data.limit()) {
            return four(data, at);
        }
        return version == 6 && at + IPV6_BYTES <= data.limit() ? six(data, at) : null;
    }

    private static IpHeader four(ByteBuffer data, int at) {
        int header = (data.get(at) & 0xF) * 4;
        return header < IPV4_BYTES ? null : new IpHeader(WireAddress.four(data, at + 12), WireAddress.four(data, at + 16),
                data.get(at + 9) & 0xFF, data.get(at + 8) & 0xFF, at + header, data.getShort(at + 2) & 0xFFFF,
                (data.getShort(at + 6) & FRAGMENT) != 0);
    }

    private static IpHeader six(ByteBuffer data, int at) {
        int next = data.get(at + 6) & 0xFF;
        int behind = at + IPV6_BYTES;
        while (next == HOP_BY_HOP || next == ROUTING || next == DESTINATION_OPTIONS) {
            if (behind + 2 > data.limit()) {
                return null;
            }
            next = data.get(behind) & 0xFF;
            // In units of eight bytes, not counting the first: RFC 8200 section 4.2.
            behind += ((data.get(behind + 1) & 0xFF) + 1) * 8;
        }
        int carried = data.getShort(at + 4) & 0xFFFF;
        return new IpHeader(WireAddress.six(data, at + 8), WireAddress.six(data, at + 24), next, data.get(at + 7) & 0xFF, behind,
                carried == 0 ? 0 : IPV6_BYTES + carried, false);
    }
}
