package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.SocketName;
import dev.lifeline.linux.descriptor.SocketTest;
import dev.lifeline.linux.descriptor.TcpSocket;

/// The test for the socket that listens at an address and port.
record NamedListener(SocketName local) implements SocketTest {

    @Override
    public boolean matches(TcpSocket socket, long inode) {
        return socket.isListening() && local.equals(socket.calls().local(socket.descriptor())) && socket.isTcp();
    }
}
