package dev.lifeline.linux.descriptor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A SYN as it arrived (`TCP_SAVED_SYN` of tcp(7)): the facts of its IP header (RFC 791, RFC 8200) and TCP header (RFC 9293).
///
/// @param hopLimit time to live or hop limit when it arrived
/// @param window in bytes
/// @param mss the maximum segment size option in bytes; 0 where absent
/// @param windowScale the window scale option (RFC 7323); -1 where absent
/// @param sackPermitted whether selective acknowledgement is offered (RFC 2018)
/// @param timestamps whether time stamps are offered (RFC 7323)
public record SavedSyn(int hopLimit, int window, int mss, int windowScale, boolean sackPermitted, boolean timestamps) {

    private static final int TCP_HEADER = 20;
    private static final int SYN = 0x02;
    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int TIMESTAMPS = 8;

    /// Decodes an IP header and the TCP header behind it.
    ///
    /// @param bytes from position 0 to the limit
    /// @return `null` where they are not a whole header of a SYN; options after an impossible length are not read
    public static SavedSyn decode(ByteBuffer bytes) {
        ByteBuffer packet = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        int tcp = IpHeader.tcpAt(packet);
        if (tcp < 0 || tcp + TCP_HEADER > packet.limit() || (packet.get(tcp + 13) & SYN) == 0) {
            return null;
        }
        int end = tcp + (packet.get(tcp + 12) >> 4 & 0xF) * 4;
        if (end < tcp + TCP_HEADER || end > packet.limit()) {
            return null;
        }
        return options(packet, tcp, end);
    }

    private static SavedSyn options(ByteBuffer packet, int tcp, int end) {
        int mss = 0;
        int windowScale = -1;
        boolean sackPermitted = false;
        boolean timestamps = false;
        int at = tcp + TCP_HEADER;
        while (at < end && packet.get(at) != END) {
            int kind = packet.get(at);
            if (kind == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < end ? packet.get(at + 1) & 0xFF : 0;
            if (length < 2 || at + length > end) {
                break;
            }
            if (kind == MSS && length == 4) {
                mss = packet.getShort(at + 2) & 0xFFFF;
            } else if (kind == WINDOW_SCALE && length == 3) {
                windowScale = packet.get(at + 2) & 0xFF;
            } else if (kind == SACK_PERMITTED && length == 2) {
                sackPermitted = true;
            } else if (kind == TIMESTAMPS && length == 10) {
                timestamps = true;
            }
            at += length;
        }
        return new SavedSyn(IpHeader.hopLimit(packet), packet.getShort(tcp + 14) & 0xFFFF, mss, windowScale, sackPermitted, timestamps);
    }
}
