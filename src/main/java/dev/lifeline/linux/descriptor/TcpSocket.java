package dev.lifeline.linux.descriptor;

/// A TCP socket of this process, by its descriptor. As short-lived as an answer of [SocketCalls].
///
/// @param calls made on it
/// @param descriptor its number
public record TcpSocket(SocketCalls calls, int descriptor) {

    private static final int SOCK_STREAM = 1;
    private static final int IPPROTO_TCP = 6;
    private static final int AF_INET6 = 10;

    /// Tells whether it is one at all.
    public boolean isTcp() {
        return calls.option(descriptor, SocketOption.SO_PROTOCOL) == IPPROTO_TCP
                && calls.option(descriptor, SocketOption.SO_TYPE) == SOCK_STREAM;
    }

    /// Tells whether it is of the family IPv6, as Java's are; its ends may be of IPv4 all the same.
    public boolean isInet6() {
        return calls.option(descriptor, SocketOption.SO_DOMAIN) == AF_INET6;
    }

    /// Tells whether listen(2) was called on it.
    public boolean isListening() {
        return calls.option(descriptor, SocketOption.SO_ACCEPTCONN) == 1;
    }

    /// Has the kernel keep the SYN of each connection that comes in from now on.
    ///
    /// @return whether it agreed
    public boolean saveSyns() {
        return calls.setOption(descriptor, SocketOption.TCP_SAVE_SYN, 1) == 0;
    }

    /// The SYN of an accepted connection; the kernel gives it once.
    ///
    /// @return `null` where none was kept
    public SavedSyn savedSyn() {
        return SavedSyn.decode(calls.optionBytes(descriptor, SocketOption.TCP_SAVED_SYN));
    }

    /// Tells whether errors of the network go to the error queue. Of IPv4 those of a handshake do so without being asked.
    ///
    /// On an established connection this makes ICMP errors fatal that are otherwise only remembered; so it is for the handshake
    /// alone. Turning it off empties the queue.
    ///
    /// @return whether the kernel agreed
    public boolean queueErrors(boolean on) {
        return calls.setOption(descriptor, SocketOption.IPV6_RECVERR, on ? 1 : 0) == 0;
    }
}
