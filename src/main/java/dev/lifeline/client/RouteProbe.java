package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.CodedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;

/// Asks the operating system which way it would take, without sending a packet: connecting a datagram socket only makes the
/// kernel choose a route and a source address (connect(2), udp(7)).
public final class RouteProbe {

    private RouteProbe() {
    }

    /// The way to a destination.
    ///
    /// @param source the source address that is asked for, or `null` to let the kernel choose
    /// @throws IOException when there is no way, with the kernel's reason
    public static Outcome.RouteChosen ask(Endpoint destination, Endpoint source) throws IOException {
        try (DatagramChannel channel = open(destination.family())) {
            if (source != null) {
                channel.bind(NumericAddress.of(new Endpoint(source.address(), Endpoint.UNKNOWN_PORT)));
            }
            channel.connect(NumericAddress.of(destination));
            InetAddress local = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
            // The port belongs to the datagram socket and says nothing about the connection to come. The interface and its MTU
            // stay unknown: a source address may stand at another interface than the one that the route goes through.
            return new Outcome.RouteChosen(destination, Endpoint.of(local, Endpoint.UNKNOWN_PORT), null, 0);
        }
    }

    /// Says if this machine lets a socket have this address; the port is not tried.
    static boolean isOurs(Endpoint source) {
        try (DatagramChannel channel = open(source.family())) {
            channel.bind(NumericAddress.of(new Endpoint(source.address(), Endpoint.UNKNOWN_PORT)));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static DatagramChannel open(Family family) throws IOException {
        try {
            return DatagramChannel.open(switch (family) {
                case IPV4 -> StandardProtocolFamily.INET;
                case IPV6 -> StandardProtocolFamily.INET6;
            });
        } catch (UnsupportedOperationException noSuchFamily) {
            throw new CodedException(ErrorCode.EAFNOSUPPORT, "this machine has no " + family.label());
        }
    }
}
