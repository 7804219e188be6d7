package dev.lifeline.analysis.packet;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.List;

/// The bytes, FINs and resets that packets show of the drawn connection, so that it is not concluded a second time.
final class SeenBytes {

    private record Stretch(Lane from, long start, long end) {
    }

    private final List<Stretch> data = new ArrayList<>();
    private final boolean[] fin = new boolean[Lane.values().length];
    private final boolean[] reset = new boolean[Lane.values().length];
    private boolean handshake;

    SeenBytes(TraceIndex index, DrawnConnection connection) {
        Stretch[] last = new Stretch[Lane.values().length];
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof SegmentSeen segment && connection.shows(mark.lane(), mark.connection(), mark.at())) {
                int from = segment.from().ordinal();
                handshake |= segment.has(TcpFlags.SYN);
                fin[from] |= segment.has(TcpFlags.FIN);
                reset[from] |= segment.has(TcpFlags.RST);
                if (segment.payload() > 0) {
                    last[from] = longer(last[from], segment);
                }
            }
        }
        for (Stretch stretch : last) {
            if (stretch != null) {
                data.add(stretch);
            }
        }
    }

    /// Makes a stretch longer by what follows on it; after a hole a new one begins.
    private Stretch longer(Stretch last, SegmentSeen segment) {
        long end = segment.sequence() + segment.payload();
        if (last != null && segment.sequence() >= last.start() && segment.sequence() <= last.end()) {
            return end <= last.end() ? last : new Stretch(last.from(), last.start(), end);
        }
        if (last != null) {
            data.add(last);
        }
        return new Stretch(segment.from(), segment.sequence(), end);
    }

    /// Says if a packet of the handshake was seen.
    boolean handshake() {
        return handshake;
    }

    boolean fin(Lane from) {
        return fin[from.ordinal()];
    }

    boolean reset(Lane from) {
        return reset[from.ordinal()];
    }

    /// Says if a packet was seen with any of these bytes.
    ///
    /// @param start how many bytes went before them
    /// @param end the same, with them
    boolean bytes(Lane from, long start, long end) {
        for (Stretch stretch : data) {
            // The first byte has the relative number 1: number 0 is the SYN.
            if (stretch.from() == from && stretch.start() < end + 1 && start + 1 < stretch.end()) {
                return true;
            }
        }
        return false;
    }
}
