package dev.lifeline.linux.descriptor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One end of a socket as getsockname(2) and getpeername(2) name it, without the scope of a link-local address.
///
/// IPv4 addresses are kept as IPv4-mapped ones (RFC 4291 section 2.5.5.2), because Java's sockets are of the family IPv6 and name
/// their IPv4 ends so.
///
/// @param high the first eight bytes of the address
/// @param low the last eight
/// @param port 0 where none is bound
public record SocketName(long high, long low, int port) {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int INET_BYTES = 8;
    private static final int INET6_BYTES = 24;
    private static final long MAPPED = 0xFFFFL << 32;

    /// Decodes a `struct sockaddr_in` or `sockaddr_in6` (ip(7), ipv6(7)).
    ///
    /// @param bytes in the machine's byte order; from position 0 to the limit
    /// @return `null` where it is of another family or too short
    public static SocketName decode(ByteBuffer bytes) {
        if (bytes.limit() < INET_BYTES) {
            return null;
        }
        ByteBuffer network = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        int port = network.getShort(2) & 0xFFFF;
        int family = bytes.getShort(0);
        if (family == AF_INET) {
            return new SocketName(0, MAPPED | network.getInt(4) & 0xFFFFFFFFL, port);
        }
        if (family == AF_INET6 && bytes.limit() >= INET6_BYTES) {
            return new SocketName(network.getLong(8), network.getLong(16), port);
        }
        return null;
    }

    /// The name of an address and a port.
    public static SocketName of(InetAddress address, int port) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return bytes.limit() == Integer.BYTES
                ? new SocketName(0, MAPPED | bytes.getInt(0) & 0xFFFFFFFFL, port)
                : new SocketName(bytes.getLong(0), bytes.getLong(8), port);
    }

    /// The address: of IPv4 where it is a mapped one.
    public InetAddress address() {
        try {
            return InetAddress.getByAddress(ByteBuffer.allocate(16).putLong(high).putLong(low).array());
        } catch (UnknownHostException e) {
            throw new AssertionError("sixteen bytes are an address", e);
        }
    }

    // By hand: those of a record are put together by method handles on their first use, which costs a cold start some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof SocketName that && port == that.port && low == that.low && high == that.high;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(high ^ low) + port;
    }
}
