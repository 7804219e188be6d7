package dev.lifeline.observe.route;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/// From the numeric text of an endpoint to an address. Never asks a resolver.
final class NumericText {

    private NumericText() {
    }

    /// The address with its zone, or `null` where the text is none or the zone is no interface.
    ///
    /// The JDK takes a zone by name only where that interface has an address of the same scope; the kernel asks no such thing.
    static InetAddress address(String text) {
        try {
            int percent = text.indexOf('%');
            if (percent < 0) {
                return InetAddress.ofLiteral(text);
            }
            int index = zone(text.substring(percent + 1));
            return index <= 0 ? null : Inet6Address.getByAddress(null, InetAddress.ofLiteral(text.substring(0, percent)).getAddress(), index);
        } catch (IllegalArgumentException | UnknownHostException | SocketException notOne) {
            return null;
        }
    }

    private static int zone(String name) throws SocketException {
        NetworkInterface device = NetworkInterface.getByName(name);
        // A name of digits only is an index (RFC 4007 section 11.2); anything else fails and is no address.
        return device == null ? Integer.parseInt(name) : device.getIndex();
    }

    /// The address without its zone.
    static String withoutZone(String text) {
        int percent = text.indexOf('%');
        return percent < 0 ? text : text.substring(0, percent);
    }

    /// Tells whether the text says that the kernel may choose the address.
    static boolean isWildcard(String text) {
        return text.equals("0.0.0.0") || text.equals("::");
    }
}
