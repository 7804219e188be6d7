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
final class Ends {

    private Ends() {
    }

    /// Never asks a resolver.
    static InetSocketAddress of(Endpoint end) {
        return new InetSocketAddress(InetAddress.ofLiteral(end.address()), end.port());
    }

    static FourTuple tuple(InetSocketAddress local, InetSocketAddress remote) {
        return new FourTuple(Endpoint.of(local), Endpoint.of(remote));
    }

    /// Whether the addresses alone say that both ends are on this machine: traffic with a loopback address never leaves it, nor
    /// does that between one address and itself.
    static boolean onThisMachine(FourTuple tuple) {
        InetAddress local = of(tuple.local()).getAddress();
        InetAddress remote = of(tuple.remote()).getAddress();
        return remote.isLoopbackAddress() || local.isLoopbackAddress() || local.equals(remote);
    }

    /// Whether an interface of this machine has this address. Asks the system for all interfaces: too dear for each connection.
    static boolean isOwn(Endpoint end) {
        try {
            return NetworkInterface.getByInetAddress(of(end).getAddress()) != null;
        } catch (SocketException notTold) {
            return false;
        }
    }

    /// The question for the socket that sees the connection like this.
    static ByteBuffer question(FourTuple tuple) {
        return DiagRequest.exact(of(tuple.local()), of(tuple.remote()), DiagRequest.NO_COOKIE);
    }
}
