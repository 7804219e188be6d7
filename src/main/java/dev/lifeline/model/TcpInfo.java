package dev.lifeline.model;

import java.util.Objects;

/// What the kernel knows of a connection: `struct tcp_info` of `linux/tcp.h`. Kernels give more or less of it; what this one did
/// not give is [#ABSENT].
///
/// @param raw the bytes as they came, in hexadecimal, so that fields that are not named here are not lost
/// @param rto the retransmission time-out, in microseconds, as all times here
/// @param rtt the smoothed round-trip time
/// @param rttvar its variation
/// @param minRtt the smallest round-trip time seen
/// @param sendMss bytes of a segment at most, sent
/// @param receiveMss bytes of a segment at most, received
/// @param pmtu the path's maximum transmission unit in bytes
/// @param congestionWindow in segments
/// @param unacked segments sent and not acknowledged; on a listening socket the length of its accept queue
/// @param sacked segments acknowledged selectively; on a listening socket the limit of its accept queue
/// @param lost segments taken as lost
/// @param retransmits how often the oldest segment was sent again without an answer
/// @param totalRetransmits segments sent again over the whole life
/// @param probes unanswered probes of a closed window or a silent peer
/// @param bytesAcked bytes that the peer acknowledged, SYN and FIN counted as one each
/// @param bytesReceived bytes that came in order
/// @param segmentsOut segments sent
/// @param segmentsIn segments received
/// @param notSent bytes in the send buffer that were never sent
/// @param deliveryRate bytes a second, as last measured
/// @param busyTime how long there was something to send
/// @param receiveWindowLimited how long the peer's window held the sender back
/// @param sendBufferLimited how long the send buffer did
/// @param sendWindow the peer's window in bytes
/// @param receiveWindow the own window in bytes
public record TcpInfo(String raw, long rto, long rtt, long rttvar, long minRtt, long sendMss, long receiveMss, long pmtu,
                      long congestionWindow, long unacked, long sacked, long lost, long retransmits, long totalRetransmits,
                      long probes, long bytesAcked, long bytesReceived, long segmentsOut, long segmentsIn, long notSent,
                      long deliveryRate, long busyTime, long receiveWindowLimited, long sendBufferLimited, long sendWindow,
                      long receiveWindow) {

    /// The value of a field that this kernel does not have.
    public static final long ABSENT = -1;

    public TcpInfo {
        Objects.requireNonNull(raw, "raw");
    }

    /// Whether the kernel has wiped these figures: it does so where it resets a socket (`tcp_disconnect`), before it tells the
    /// last of them. A socket that was connected, or tried to be, has sent a segment, and what is counted over a life never goes
    /// down.
    ///
    /// @param earlier what was seen of the same socket before, or `null`
    public boolean wipedAfter(TcpInfo earlier) {
        return segmentsOut == 0 && segmentsIn == 0
                || earlier != null && (fell(earlier.segmentsOut, segmentsOut) || fell(earlier.segmentsIn, segmentsIn)
                || fell(earlier.bytesAcked, bytesAcked) || fell(earlier.bytesReceived, bytesReceived)
                || fell(earlier.totalRetransmits, totalRetransmits));
    }

    private static boolean fell(long before, long now) {
        return now != ABSENT && now < before;
    }
}
