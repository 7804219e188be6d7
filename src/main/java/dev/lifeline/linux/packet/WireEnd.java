package dev.lifeline.linux.packet;

import java.util.Objects;

/// Address and port of one end, as a packet has them.
///
/// @param port 0 to 65535
public record WireEnd(WireAddress address, int port) {

    public WireEnd {
        Objects.requireNonNull(address, "address");
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
