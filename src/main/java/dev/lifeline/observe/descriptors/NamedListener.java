package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.SocketTest;
import dev.lifeline.linux.descriptor.TcpSocket;
import dev.lifeline.linux.wire.WireEnd;

/// The test for the socket that listens at an address and port.
record NamedListener(WireEnd local) implements SocketTest {

    @Override
    public boolean matches(TcpSocket socket, long inode) {
        return socket.isListening() && local.equals(socket.calls().local(socket.descriptor())) && socket.isTcp();
    }
}
