package dev.lifeline.linux.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/// An IPv4 or IPv6 address as it stands in a packet: no zone, and cheap to compare.
///
/// @param six whether it is IPv6
/// @param high the first eight bytes; 0 for IPv4
/// @param low the last eight bytes, or the four of IPv4
public record WireAddress(boolean six, long high, long low) {

    /// Reads an IPv4 address; the bytes must be there.
    public static WireAddress four(ByteBuffer from, int at) {
        return new WireAddress(false, 0, from.getInt(at) & 0xFFFF_FFFFL);
    }

    /// Reads an IPv6 address; the bytes must be there.
    public static WireAddress six(ByteBuffer from, int at) {
        return new WireAddress(true, from.getLong(at), from.getLong(at + 8));
    }

    /// The address as a packet would have it; an IPv4-mapped one is IPv4.
    public static WireAddress of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? four(ByteBuffer.wrap(bytes), 0) : six(ByteBuffer.wrap(bytes), 0);
    }

    /// The same address for the JDK.
    public InetAddress inet() {
        byte[] bytes = six ? ByteBuffer.allocate(16).putLong(high).putLong(low).array()
                : ByteBuffer.allocate(4).putInt((int) low).array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new AssertionError("4 and 16 bytes are an address", e);
        }
    }

    /// Tells whether it means something only together with an interface (`fe80::/10`, RFC 4291 section 2.5.6).
    public boolean linkLocal() {
        return six && high >>> 54 == 0x3FA;
    }

    // By hand: those of a record are put together by method handles on their first use, which costs a cold start some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof WireAddress that && six == that.six && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high) + Long.hashCode(low);
    }
}
