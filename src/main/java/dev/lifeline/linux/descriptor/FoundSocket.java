package dev.lifeline.linux.descriptor;

/// A socket that a search has found.
///
/// @param socket with its descriptor
/// @param inode of the socket
public record FoundSocket(TcpSocket socket, long inode) {

    /// Its number in this process.
    public int descriptor() {
        return socket.descriptor();
    }
}
