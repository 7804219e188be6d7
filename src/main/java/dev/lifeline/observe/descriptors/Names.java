package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.SocketName;
import dev.lifeline.model.Endpoint;
import java.net.InetAddress;

/// From the endpoints of a trace to the names that the kernel gives.
final class Names {

    private Names() {
    }

    /// The name of an endpoint, without its zone; `null` where its address is not numeric.
    static SocketName of(Endpoint endpoint) {
        String address = endpoint.address();
        int zone = address.indexOf('%');
        try {
            return SocketName.of(InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)), endpoint.port());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
