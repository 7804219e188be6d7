package dev.lifeline.analysis.packet;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Finds the packets of which nobody knows whether they arrived, in one pass in the order of time.
///
/// A packet that takes part in the sequence space (RFC 9293 section 3.4: data, SYN, FIN) is answered by an acknowledgement of its
/// end, or by a reset. Which of several copies was answered cannot be known, so a copy counts only until the next one leaves.
public final class PacketReach {

    private final List<SegmentSeen> open = new ArrayList<>();
    private final Map<SegmentSeen, Reach> doubtful = new IdentityHashMap<>();

    /// Takes the next packet.
    void saw(SegmentSeen segment) {
        if (segment.has(TcpFlags.ACK) || segment.has(TcpFlags.RST)) {
            answered(segment);
        }
        if (segment.again()) {
            repeated(segment);
        }
        if (segment.packet().outgoing() && !"lo".equals(segment.packet().device()) && length(segment) > 0) {
            open.add(segment);
        }
    }

    /// Takes an ICMP error: the host that sent it had the packet that it is about.
    void refused(FourTuple about, String offender) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).flow().equals(about)) {
                SegmentSeen segment = open.remove(i);
                if (!about.remote().address().equals(offender)) {
                    doubtful.put(segment, Reach.TURNED_BACK);
                }
            }
        }
    }

    /// Tells how far a packet came; to be asked when all are known.
    Reach of(SegmentSeen segment) {
        for (SegmentSeen unanswered : open) {
            doubtful.put(unanswered, Reach.UNKNOWN);
        }
        open.clear();
        return doubtful.getOrDefault(segment, Reach.ARRIVED);
    }

    /// Tells how many numbers of the sequence space a packet takes.
    public static long length(SegmentSeen segment) {
        return segment.payload() + (segment.has(TcpFlags.SYN) ? 1L : 0) + (segment.has(TcpFlags.FIN) ? 1 : 0);
    }

    private void answered(SegmentSeen by) {
        for (int i = open.size() - 1; i >= 0; i--) {
            SegmentSeen segment = open.get(i);
            if (segment.from() != by.from() && reversed(segment.flow(), by.flow())
                    && (by.has(TcpFlags.RST) || segment.sequence() + length(segment) <= by.acknowledgement())) {
                open.remove(i);
            }
        }
    }

    private void repeated(SegmentSeen by) {
        for (int i = open.size() - 1; i >= 0; i--) {
            SegmentSeen segment = open.get(i);
            if (segment.flow().equals(by.flow()) && segment.sequence() < by.sequence() + length(by)
                    && by.sequence() < segment.sequence() + length(segment)) {
                doubtful.put(open.remove(i), Reach.UNKNOWN);
            }
        }
    }

    private static boolean reversed(FourTuple one, FourTuple other) {
        return one.local().equals(other.remote()) && one.remote().equals(other.local());
    }
}
