package dev.lifeline.analysis.packet;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sorts packets by the connection to which they belong. A four-tuple that is used again is another connection.
public final class PacketFlows {

    private final List<PacketFlow> all = new ArrayList<>();
    private final Map<FourTuple, List<PacketFlow>> byTuple = new HashMap<>();
    private final Map<Long, PacketFlow> byAttempt = new HashMap<>();

    /// Takes the next packet.
    public void accept(TraceEvent event, PacketEvent packet) {
        switch (packet.kind()) {
            case SEGMENT_SEEN -> segment(event, (SegmentSeen) packet);
            case ERROR_SEEN -> error(event, (ErrorSeen) packet);
            case QUESTION_SEEN, REPLY_SEEN, QUESTION_REFUSED -> { } // of no connection
        }
    }

    private void segment(TraceEvent event, SegmentSeen segment) {
        FourTuple tuple = key(segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed());
        PacketFlow latest = latest(byTuple.get(tuple));
        if (segment.from() == Lane.CLIENT && segment.has(TcpFlags.SYN)
                && (latest == null || !segment.again() || latest.connection() != event.connection())) {
            begin(new PacketFlow(event, tuple, segment));
        } else if (latest != null) {
            latest.accept(event.at(), segment);
        }
    }

    private void error(TraceEvent event, ErrorSeen error) {
        FourTuple tuple = key(error.about());
        PacketFlow latest = latest(byTuple.get(tuple));
        latest = latest == null ? latest(byTuple.get(tuple.reversed())) : latest;
        if (latest != null) {
            latest.accept(event.at(), error);
        }
    }

    private void begin(PacketFlow flow) {
        all.add(flow);
        List<PacketFlow> same = byTuple.get(flow.tuple());
        if (same == null) {
            same = new ArrayList<>(1);
            byTuple.put(flow.tuple(), same);
        }
        same.add(flow);
        byAttempt.put(number(flow.connection(), flow.attempt()), flow);
    }

    /// All of them, in the order in which they began.
    public List<PacketFlow> all() {
        return all;
    }

    /// The connection that had this four-tuple at a time, or `null`.
    ///
    /// @param tuple as the client sees it
    public PacketFlow at(FourTuple tuple, long at) {
        List<PacketFlow> same = byTuple.get(key(tuple));
        if (same == null) {
            return null;
        }
        int low = 0;
        int high = same.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (same.get(middle).synAt() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : same.get(low - 1);
    }

    /// The connection of an attempt whose own end is not known, or `null`.
    public PacketFlow of(int connection, int attempt) {
        return byAttempt.get(number(connection, attempt));
    }

    /// The tuple as packets have it: without the zones of link-local addresses, which are this machine's own names.
    public static FourTuple key(FourTuple tuple) {
        Endpoint local = bare(tuple.local());
        Endpoint remote = bare(tuple.remote());
        return local == tuple.local() && remote == tuple.remote() ? tuple : new FourTuple(local, remote);
    }

    private static Endpoint bare(Endpoint end) {
        int zone = end.address().indexOf('%');
        return zone < 0 ? end : new Endpoint(end.address().substring(0, zone), end.port());
    }

    private static PacketFlow latest(List<PacketFlow> same) {
        return same == null ? null : same.getLast();
    }

    private static long number(int connection, int attempt) {
        return (long) connection << Integer.SIZE | attempt;
    }
}
