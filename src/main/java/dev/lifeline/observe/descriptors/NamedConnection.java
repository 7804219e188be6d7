package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.SocketTest;
import dev.lifeline.linux.descriptor.TcpSocket;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.FourTuple;
import dev.lifeline.observe.WireEnds;

/// The test for the socket at one end of a connection.
///
/// @param local its own end
/// @param peer the other
record NamedConnection(WireEnd local, WireEnd peer) implements SocketTest {

    static NamedConnection of(FourTuple tuple) {
        return new NamedConnection(WireEnds.of(tuple.local()), WireEnds.of(tuple.remote()));
    }

    @Override
    public boolean matches(TcpSocket socket, long inode) {
        return peer != null && peer.equals(socket.calls().peer(socket.descriptor()))
                && local != null && local.equals(socket.calls().local(socket.descriptor())) && socket.isTcp();
    }

    /// Tells whether this is the other end of the same connection.
    boolean faces(NamedConnection other) {
        return local != null && peer != null && local.equals(other.peer) && peer.equals(other.local);
    }
}
