package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;

/// Between the ends of a trace and those of the kernel.
final class EndpointConversion {

    private EndpointConversion() {
    }

    /// Never asks a resolver.
    ///
    /// @return `null` where its zone names no interface with such an address, or none any more
    private static InetSocketAddress of(Endpoint end) {
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(end.address()), end.port());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// The address of an end without its zone.
    static InetAddress address(Endpoint end) {
        int zone = end.address().indexOf('%');
        return InetAddress.ofLiteral(zone < 0 ? end.address() : end.address().substring(0, zone));
    }

    static FourTuple tuple(InetSocketAddress local, InetSocketAddress remote) {
        return new FourTuple(Endpoint.of(local), Endpoint.of(remote));
    }

    /// Tells whether the addresses alone say that both ends are on this machine: traffic with a loopback address never leaves it, nor
    /// does that between one address and itself.
    static boolean onThisMachine(FourTuple tuple) {
        InetAddress local = address(tuple.local());
        InetAddress remote = address(tuple.remote());
        return remote.isLoopbackAddress() || local.isLoopbackAddress() || local.equals(remote);
    }

    /// Tells whether an interface of this machine has this address; not one whose zone is not known here. Asks the system for all
    /// interfaces: too dear for each connection.
    static boolean isOwn(Endpoint end) {
        InetSocketAddress there = of(end);
        try {
            return there != null && NetworkInterface.getByInetAddress(there.getAddress()) != null;
        } catch (SocketException notTold) {
            return false;
        }
    }

    /// The question for the socket that sees the connection like this.
    ///
    /// @return `null` where a zone is not known here: the kernel would be asked for another connection
    static ByteBuffer question(FourTuple tuple) {
        InetSocketAddress local = of(tuple.local());
        InetSocketAddress remote = of(tuple.remote());
        return local == null || remote == null ? null : DiagRequest.exact(local, remote, DiagRequest.NO_COOKIE);
    }

    /// The question for the socket that listens there; `null` where its zone is not known here.
    static ByteBuffer listener(Endpoint end) {
        InetSocketAddress local = of(end);
        return local == null ? null : DiagRequest.listener(local);
    }
}
