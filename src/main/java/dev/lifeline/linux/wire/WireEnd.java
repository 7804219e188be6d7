package dev.lifeline.linux.wire;

import java.net.InetAddress;
import java.util.Objects;

/// Address and port of one end, as packets and the kernel have them: no zone.
///
/// @param port 0 to 65535; 0 where a socket has none
public record WireEnd(WireAddress address, int port) {

    public WireEnd {
        Objects.requireNonNull(address, "address");
    }

    /// The end at an address and a port.
    public static WireEnd of(InetAddress address, int port) {
        return new WireEnd(WireAddress.of(address), port);
    }

    // By hand, for the same reason as those of [WireAddress].
    @Override
    public boolean equals(Object other) {
        return other instanceof WireEnd that && port == that.port && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port;
    }
}
