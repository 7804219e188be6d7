package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.SocketTest;
import dev.lifeline.linux.descriptor.TcpSocket;

/// The test for a TCP socket that was not there before and is neither connected nor listening: one that a client has just opened.
///
/// Each is found once. The inodes of sockets are never used again while it matters: the kernel counts them upwards.
final class NewSockets implements SocketTest {

    /// Sockets that were there before; where there are more, one of them may be taken for a new one, and is let go again unused.
    private static final int MOST = 4096;

    private long[] known = new long[64];
    private int count;

    /// Tells whether everything is known from the beginning: the first search only learns.
    private boolean learning = true;

    /// From now on sockets are new.
    void learned() {
        learning = false;
    }

    @Override
    public boolean matches(TcpSocket socket, long inode) {
        if (knows(inode)) {
            return false;
        }
        if (learning) {
            add(inode);
            return false;
        }
        if (!socket.isTcp() || socket.isListening() || socket.calls().peer(socket.descriptor()) != null) {
            return false;
        }
        add(inode);
        return true;
    }

    private boolean knows(long inode) {
        for (int i = 0; i < count; i++) {
            if (known[i] == inode) {
                return true;
            }
        }
        return false;
    }

    private void add(long inode) {
        if (count == MOST) {
            return;
        }
        if (count == known.length) {
            known = java.util.Arrays.copyOf(known, 2 * count);
        }
        known[count++] = inode;
    }
}
