package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;

/// Between the numeric endpoints of the model and the socket addresses of the JDK. Never asks a resolver.
public final class NumericAddress {

    private NumericAddress() {
    }

    /// The socket address of an endpoint, its zone included (RFC 4007 section 11).
    ///
    /// The JDK takes a zone by name only where that interface has an address of the same scope, so `fe80::1%lo` is no address
    /// to it. The kernel asks no such thing: the zone is given to it as the interface's index, and the answer is its own.
    ///
    /// @throws IOException when the text is no address, or its zone is no interface of this machine
    public static InetSocketAddress of(Endpoint endpoint) throws IOException {
        return new InetSocketAddress(address(endpoint.address()), endpoint.port());
    }

    /// The endpoint of an Internet socket address; `null` for `null`.
    static Endpoint endpoint(SocketAddress address) {
        return Endpoint.of((InetSocketAddress) address);
    }

    private static InetAddress address(String text) throws IOException {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            int percent = text.indexOf('%');
            NetworkInterface zone = percent < 0 ? null : NetworkInterface.getByName(text.substring(percent + 1));
            if (zone == null) {
                throw new SocketException(percent < 0 ? "not an address" : "no such interface", e);
            }
            byte[] bits = InetAddress.ofLiteral(text.substring(0, percent)).getAddress();
            return Inet6Address.getByAddress(null, bits, zone.getIndex());
        }
    }
}
