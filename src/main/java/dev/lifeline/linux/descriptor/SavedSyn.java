package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.wire.IpHeader;
import dev.lifeline.linux.wire.PacketDecoder;
import dev.lifeline.linux.wire.TcpOptions;
import dev.lifeline.linux.wire.TcpSegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A SYN as it arrived (`TCP_SAVED_SYN` of tcp(7)).
///
/// @param hopLimit time to live or hop limit when it arrived
/// @param window in bytes
/// @param options of its TCP header
public record SavedSyn(int hopLimit, int window, TcpOptions options) {

    /// Decodes an IP header and the TCP header behind it.
    ///
    /// @param bytes from position 0 to the limit
    /// @return `null` where they are not the whole headers of a SYN; options after an impossible length are not read
    public static SavedSyn decode(ByteBuffer bytes) {
        ByteBuffer packet = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        IpHeader ip = IpHeader.read(packet, 0);
        if (ip == null || !(PacketDecoder.decode(packet, packet.limit()) instanceof TcpSegment segment)
                || !segment.has(TcpSegment.SYN) || ip.length() - segment.payload() > packet.limit()) {
            return null;
        }
        return new SavedSyn(ip.hopLimit(), segment.window(), segment.options());
    }
}
