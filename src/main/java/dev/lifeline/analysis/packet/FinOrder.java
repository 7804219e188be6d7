package dev.lifeline.analysis.packet;

import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.HashMap;
import java.util.Map;

/// The order of the FINs of each connection, as its packets show it. A program that closes without having read to the end cannot
/// know that: the other side's FIN may wait in its kernel.
public final class FinOrder {

    /// The FINs of one connection: when each side's first was seen, or -1.
    private static final class Fins {
        private final FourTuple tuple;
        private final long[] at = {-1, -1, -1};
        /// Several attempts of a race ended with FINs: which of them the program's close is about is not known.
        private boolean several;

        Fins(FourTuple tuple) {
            this.tuple = tuple;
        }
    }

    private final Map<Integer, Fins> fins = new HashMap<>();
    private final Connections connections;
    private boolean missing;

    /// Reads the packets of a trace.
    public FinOrder(TraceIndex index) {
        connections = index.connections();
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof SegmentSeen segment && segment.has(TcpFlags.FIN)) {
                add(mark, segment);
            } else if (mark.body() instanceof EvidenceLost lost && lost.source().equals("packet")) {
                missing = true;
            }
        }
    }

    private void add(TraceEvent mark, SegmentSeen segment) {
        FourTuple tuple = segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed();
        Fins its = fins.get(mark.connection());
        if (its == null) {
            its = new Fins(tuple);
            fins.put(mark.connection(), its);
        }
        its.several |= !its.tuple.equals(tuple);
        int from = segment.from().ordinal();
        its.at[from] = its.at[from] < 0 ? mark.at() : its.at[from];
    }

    /// Tells who sent the first FIN of the connection that this stage belongs to, or `null` where packets do not show it.
    public Lane first(Span close) {
        int number = connections.kernelNumber(close.lane(), close.connection());
        Fins its = number == 0 ? null : fins.get(number);
        if (its == null || its.several) {
            return null;
        }
        long client = its.at[Lane.CLIENT.ordinal()];
        long server = its.at[Lane.SERVER.ordinal()];
        if (client >= 0 && server >= 0) {
            return client <= server ? Lane.CLIENT : Lane.SERVER;
        }
        // The other one's may be among the packets that are missing.
        return missing ? null : client >= 0 ? Lane.CLIENT : Lane.SERVER;
    }
}
