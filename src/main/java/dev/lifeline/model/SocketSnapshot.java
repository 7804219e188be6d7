package dev.lifeline.model;

import java.util.Objects;

/// One look at a socket in the kernel's table (`sock_diag(7)`).
///
/// @param state its state
/// @param cookie the kernel's number of this very socket; no other socket ever has it, even with the same addresses
/// @param inode of its descriptor; 0 where no program holds one: not accepted yet, or closed already
/// @param receiveQueue bytes that wait for the program to read them; on a listening socket the connections that wait for accept
/// @param sendQueue bytes that the peer has not acknowledged; on a listening socket the limit of its accept queue
/// @param timer which timer runs
/// @param expires until the timer expires, in milliseconds; 0 where none runs
/// @param retransmits how often the timer has expired without an answer
/// @param congestion name of the congestion control, or `null`
/// @param memory its buffers, or `null` where the kernel did not say
/// @param info what the kernel knows of the connection, or `null` in states that have none (SYN_RECV, TIME_WAIT)
public record SocketSnapshot(SocketState state, long cookie, long inode, long receiveQueue, long sendQueue, SocketTimer timer,
                             long expires, int retransmits, String congestion, SocketMemory memory, TcpInfo info) {

    public SocketSnapshot {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(timer, "timer");
    }

    /// Bytes that wait for the program. The kernel counts a FIN that came as one more; people do not.
    public long unread() {
        boolean end = state == SocketState.CLOSE_WAIT || state == SocketState.LAST_ACK || state == SocketState.CLOSING;
        return Math.max(0, receiveQueue - (end ? 1 : 0));
    }

    /// Bytes that the peer has not acknowledged. The kernel counts an own SYN or FIN as one more; people do not.
    public long unacknowledged() {
        boolean end = state == SocketState.SYN_SENT || state == SocketState.FIN_WAIT1 || state == SocketState.LAST_ACK
                || state == SocketState.CLOSING;
        return Math.max(0, sendQueue - (end ? 1 : 0));
    }
}
