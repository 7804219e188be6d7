package dev.lifeline.observe;

import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import java.net.InetAddress;

/// From the endpoints of a trace to the ends that packets and the kernel name.
public final class WireEnds {

    private WireEnds() {
    }

    /// An endpoint without its zone, which packets do not carry.
    ///
    /// @return `null` where its address is not numeric
    public static WireEnd of(Endpoint endpoint) {
        String address = endpoint.address();
        int zone = address.indexOf('%');
        try {
            return WireEnd.of(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)), endpoint.port());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
