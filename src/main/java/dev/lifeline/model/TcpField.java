package dev.lifeline.model;

import java.nio.ByteBuffer;

/// A field of `struct tcp_info` (`linux/tcp.h`): where the kernel puts it, and its name in recordings, which is a word and the
/// unit. The kernel never moves a field; newer kernels add to the end. The order is that of recordings.
public enum TcpField {
    RTO(8, 4, "rto", Unit.MICROS, "The retransmission time-out."),
    RTT(68, 4, "rtt", Unit.MICROS, "The smoothed round-trip time."),
    RTTVAR(72, 4, "rttvar", Unit.MICROS, "Its variation."),
    MIN_RTT(148, 4, "minRtt", Unit.MICROS, "The smallest round-trip time seen."),
    SEND_MSS(16, 4, "sendMss", Unit.BYTES, "Bytes of a segment at most, sent."),
    RECEIVE_MSS(20, 4, "receiveMss", Unit.BYTES, "Bytes of a segment at most, received."),
    PMTU(60, 4, "pmtu", Unit.BYTES, "The path's maximum transmission unit."),
    CONGESTION_WINDOW(80, 4, "congestionWindow", Unit.SEGMENTS, "The congestion window."),
    UNACKED(24, 4, "unacked", Unit.SEGMENTS,
            "Segments sent and not acknowledged; on a listening socket the length of its accept queue."),
    SACKED(28, 4, "sacked", Unit.SEGMENTS,
            "Segments acknowledged selectively; on a listening socket the limit of its accept queue."),
    LOST(32, 4, "lost", Unit.SEGMENTS, "Segments taken as lost."),
    RETRANSMITS(2, 1, "retransmits", Unit.TIMES, "How often the oldest segment was sent again without an answer."),
    TOTAL_RETRANSMITS(100, 4, "totalRetransmits", Unit.TIMES, "Segments sent again over the whole life."),
    PROBES(3, 1, "probes", Unit.TIMES, "Unanswered probes of a closed window or a silent peer."),
    ACKED(120, 8, "acked", Unit.BYTES, "Bytes that the peer acknowledged, SYN and FIN counted as one each."),
    RECEIVED(128, 8, "received", Unit.BYTES, "Bytes that came in order."),
    SEGMENTS_OUT(136, 4, "segmentsOut", Unit.TIMES, "Segments sent."),
    SEGMENTS_IN(140, 4, "segmentsIn", Unit.TIMES, "Segments received."),
    NOT_SENT(144, 4, "notSent", Unit.BYTES, "Bytes in the send buffer that were never sent."),
    DELIVERY_RATE(160, 8, "deliveryRate", Unit.BYTES_PER_SECOND, "As last measured."),
    BUSY(168, 8, "busy", Unit.MICROS, "How long there was something to send."),
    RECEIVE_WINDOW_LIMITED(176, 8, "receiveWindowLimited", Unit.MICROS, "How long the peer's window held the sender back."),
    SEND_BUFFER_LIMITED(184, 8, "sendBufferLimited", Unit.MICROS, "How long the send buffer did."),
    SEND_WINDOW(228, 4, "sendWindow", Unit.BYTES, "The peer's window."),
    RECEIVE_WINDOW(232, 4, "receiveWindow", Unit.BYTES, "The own window.");

    /// A unit, as the end of a name.
    private enum Unit {
        MICROS("Micros"), BYTES("Bytes"), BYTES_PER_SECOND("BytesPerSecond"), SEGMENTS("Segments"), TIMES("");

        private final String suffix;

        Unit(String suffix) {
            this.suffix = suffix;
        }
    }

    /// The kernel's word for a smallest round-trip time of which there is no sample yet.
    private static final long NO_SAMPLE = 0xFFFF_FFFFL;

    private final int offset;
    private final int width;
    private final String wireName;
    private final String meaning;

    TcpField(int offset, int width, String word, Unit unit, String meaning) {
        this.offset = offset;
        this.width = width;
        this.wireName = word + unit.suffix;
        this.meaning = meaning;
    }

    /// The name in recordings.
    public String wireName() {
        return wireName;
    }

    /// One sentence for the description of the format.
    public String meaning() {
        return meaning;
    }

    /// The field as an unsigned number, or [TcpInfo#ABSENT] where the struct ends before it. An unsigned number that does not fit
    /// into 63 bits is the largest that does.
    ///
    /// @param struct as long as this kernel made it, from position 0, in the byte order of the machine that it comes from
    long in(ByteBuffer struct) {
        if (offset + width > struct.limit()) {
            return TcpInfo.ABSENT;
        }
        if (width == Byte.BYTES) {
            return struct.get(offset) & 0xFF;
        }
        if (width == Integer.BYTES) {
            long value = struct.getInt(offset) & 0xFFFF_FFFFL;
            return this == MIN_RTT && value == NO_SAMPLE ? TcpInfo.ABSENT : value;
        }
        long value = struct.getLong(offset);
        return value < 0 ? Long.MAX_VALUE : value;
    }
}
