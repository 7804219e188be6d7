package dev.lifeline.linux.descriptor;

import dev.lifeline.linux.wire.WireAddress;
import dev.lifeline.linux.wire.WireEnd;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A `struct sockaddr_in` or `sockaddr_in6` (ip(7), ipv6(7)), as getsockname(2) and getpeername(2) give them.
///
/// IPv4-mapped addresses (RFC 4291 section 2.5.5.2) become IPv4 ones, because Java's sockets are of the family IPv6 and name
/// their IPv4 ends so. The scope of a link-local address is left out.
final class SocketAddress {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int INET_BYTES = 8;
    private static final int INET6_BYTES = 24;
    private static final int MAPPED = 0xFFFF;

    private SocketAddress() {
    }

    /// Decodes one.
    ///
    /// @param bytes in the machine's byte order; from position 0 to the limit
    /// @return `null` where it is of another family or too short
    static WireEnd decode(ByteBuffer bytes) {
        if (bytes.limit() < INET_BYTES) {
            return null;
        }
        ByteBuffer network = bytes.duplicate().order(ByteOrder.BIG_ENDIAN);
        int port = network.getShort(2) & 0xFFFF;
        int family = bytes.getShort(0);
        if (family == AF_INET) {
            return new WireEnd(WireAddress.four(network, 4), port);
        }
        if (family == AF_INET6 && bytes.limit() >= INET6_BYTES) {
            boolean mapped = network.getLong(8) == 0 && network.getInt(16) == MAPPED;
            return new WireEnd(mapped ? WireAddress.four(network, 20) : WireAddress.six(network, 8), port);
        }
        return null;
    }
}
