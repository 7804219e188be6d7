package dev.lifeline.model.event;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import java.util.Objects;

/// A packet was seen. The events stand in the kernel's lane, with the number of the client's connection, or of the server's where
/// the client is not traced; their time is the kernel's stamp, brought to the clock of the trace.
public sealed interface PacketEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        SEGMENT_SEEN, ERROR_SEEN, QUESTION_SEEN, REPLY_SEEN, QUESTION_REFUSED;

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

    /// A question to a name server was seen (RFC 1035 section 4.1), for a name that the look-up asks for.
    ///
    /// @param flow from this machine's end to the server's
    /// @param id the number that its answer has, too
    /// @param name as it stands in the question, without its last dot
    /// @param type of the record that is wanted: 1 for A, 28 for AAAA (RFC 3596)
    /// @param again whether that server was asked the same before
    record QuestionSeen(FourTuple flow, int id, String name, int type, boolean again, CapturedPacket packet) implements PacketEvent {
        public QuestionSeen {
            Objects.requireNonNull(flow, "flow");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(packet, "packet");
        }

        @Override
        public Kind kind() {
            return Kind.QUESTION_SEEN;
        }
    }

    /// A name server's answer to such a question.
    ///
    /// @param flow from the server's end to this machine's
    /// @param id the number of the question
    /// @param name of the question, without its last dot
    /// @param type of the question
    /// @param code the answer's code (RCODE): 0 for none, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED
    /// @param addresses how many records of that type it has; -1 where the captured bytes do not show it
    /// @param cut whether it says that it was cut off, so that TCP is to be asked
    record ReplySeen(FourTuple flow, int id, String name, int type, int code, int addresses, boolean cut, CapturedPacket packet)
            implements PacketEvent {
        public ReplySeen {
            Objects.requireNonNull(flow, "flow");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(packet, "packet");
        }

        @Override
        public Kind kind() {
            return Kind.REPLY_SEEN;
        }
    }

    /// An ICMP or ICMPv6 error about such a question.
    ///
    /// @param offender the address that sent it
    /// @param type its type
    /// @param code its code
    /// @param meaning in words
    /// @param about the flow of the question that it quotes
    record QuestionRefused(String offender, int type, int code, String meaning, FourTuple about, CapturedPacket packet)
            implements PacketEvent {
        public QuestionRefused {
            Objects.requireNonNull(offender, "offender");
            Objects.requireNonNull(meaning, "meaning");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(packet, "packet");
        }

        @Override
        public Kind kind() {
            return Kind.QUESTION_REFUSED;
        }
    }
}
