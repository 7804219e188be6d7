package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// The windows of both ends of one connection, closed or open, packet by packet. By that a probe is told from a retransmission: it
/// carries nothing that is new, and at most one byte: of what the closed window has no room for (RFC 9293 section 3.8.6.1), or the
/// last that was acknowledged (section 3.8.4).
public final class Windows {

    private final boolean[] closed = new boolean[Lane.values().length];
    private final long[] acknowledged = new long[Lane.values().length];

    /// Says if this end's window was 0 in its last packet.
    public boolean closed(Lane end) {
        return closed[end.ordinal()];
    }

    /// Says if this packet says that its sender has no room. The window of a reset means nothing.
    public static boolean closes(SegmentSeen segment) {
        return !segment.has(TcpFlags.RST) && segment.window() == 0;
    }

    /// Says if this packet, which was not taken yet, asks a closed window or a silent peer for a sign of life.
    public boolean probes(SegmentSeen segment) {
        return segment.again() && !segment.has(TcpFlags.RST) && !segment.has(TcpFlags.SYN) && !segment.has(TcpFlags.FIN)
                && (PacketReach.length(segment) == 0 || PacketReach.length(segment) == 1
                && (closed(other(segment.from())) || segment.sequence() + 1 == acknowledged[other(segment.from()).ordinal()]));
    }

    /// Takes the next packet.
    public void saw(SegmentSeen segment) {
        if (!segment.has(TcpFlags.RST)) {
            int from = segment.from().ordinal();
            acknowledged[from] = Math.max(acknowledged[from], segment.acknowledgement());
            closed[segment.from().ordinal()] = closes(segment);
        }
    }

    public static Lane other(Lane end) {
        return end == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
    }
}
