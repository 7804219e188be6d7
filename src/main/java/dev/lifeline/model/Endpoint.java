package dev.lifeline.model;

import dev.lifeline.text.AddressText;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;

/// One end of a connection: a numeric address and a port.
///
/// @param address numeric IPv4 or IPv6 text, with a zone (`%eth0`) where it has one; never a host name
/// @param port 0 to 65535; 0 says that the port is not known or was left to the kernel
public record Endpoint(String address, int port) {

    /// The port of an endpoint whose port is not known.
    public static final int UNKNOWN_PORT = 0;

    public Endpoint {
        Objects.requireNonNull(address, "address");
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port " + port + " is outside 0 to 65535");
        }
    }

    /// The endpoint of a socket address that is already resolved; `null` for `null` (a socket not yet bound).
    public static Endpoint of(InetSocketAddress address) {
        return address == null ? null : of(address.getAddress(), address.getPort());
    }

    /// The endpoint of an address and a port.
    public static Endpoint of(InetAddress address, int port) {
        return new Endpoint(AddressText.of(address), port);
    }

    /// The address family.
    public Family family() {
        return Family.of(address);
    }

    // By hand: those of a record are put together by method handles on their first use, which costs a cold start some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof Endpoint that && port == that.port && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port;
    }

    /// `127.0.0.1:80` or `[::1]:80` (RFC 3986 section 3.2.2); without the port where it is not known.
    @Override
    public String toString() {
        if (port == UNKNOWN_PORT) {
            return address;
        }
        return family() == Family.IPV6 ? "[" + address + "]:" + port : address + ":" + port;
    }
}
