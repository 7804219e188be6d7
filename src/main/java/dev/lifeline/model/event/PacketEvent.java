package dev.lifeline.model.event;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import java.util.Objects;

/// A packet was seen. The events stand in the kernel's lane, with the number of the client's connection, or of the server's where
/// the client is not traced; their time is the kernel's stamp, brought to the clock of the trace.
public sealed interface PacketEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        SEGMENT_SEEN, ERROR_SEEN;

        @Override
        public boolean isBulk() {
            return true;
        }
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.PACKET;
    }

    /// The bytes, and how exact the time is.
    CapturedPacket packet();

    /// A TCP segment (RFC 9293 section 3.1).
    ///
    /// @param from whose segment: CLIENT or SERVER
    /// @param flow its source and destination
    /// @param flags the control bits, as [TcpFlags] has them
    /// @param sequence relative to the initial sequence number of this direction: a SYN has 0, the first byte 1
    /// @param acknowledgement relative to the initial sequence number of the other direction; 0 where ACK is not set
    /// @param payload bytes of data
    /// @param window in bytes, scaled where the factor is known
    /// @param again whether the same bytes, SYN or FIN passed before: a retransmission, or a probe
    record SegmentSeen(Lane from, FourTuple flow, int flags, long sequence, long acknowledgement, int payload, long window,
                       boolean again, CapturedPacket packet) implements PacketEvent {
        public SegmentSeen {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(flow, "flow");
            Objects.requireNonNull(packet, "packet");
        }

        /// Tells whether a control bit is set.
        ///
        /// @param flag one of [TcpFlags]
        public boolean has(int flag) {
            return (flags & flag) != 0;
        }

        @Override
        public Kind kind() {
            return Kind.SEGMENT_SEEN;
        }
    }

    /// An ICMP or ICMPv6 error about a segment of this connection (RFC 792, RFC 4443).
    ///
    /// @param offender the address that sent it
    /// @param type its type
    /// @param code its code
    /// @param meaning in words
    /// @param about the flow of the segment that it quotes
    record ErrorSeen(String offender, int type, int code, String meaning, FourTuple about, CapturedPacket packet)
            implements PacketEvent {
        public ErrorSeen {
            Objects.requireNonNull(offender, "offender");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(packet, "packet");
        }

        @Override
        public Kind kind() {
            return Kind.ERROR_SEEN;
        }
    }
}
