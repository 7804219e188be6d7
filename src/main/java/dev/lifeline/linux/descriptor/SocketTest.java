package dev.lifeline.linux.descriptor;

/// A question about a socket of this process, for a search by [DescriptorTable].
public interface SocketTest {

    /// Tells whether this is the one that is looked for.
    ///
    /// @param socket open a moment ago, and a socket; of which protocol is to be asked
    /// @param inode its inode
    boolean matches(TcpSocket socket, long inode);
}
