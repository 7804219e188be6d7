package dev.lifeline.export;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The packets of a trace by time, and which of them is nearest to a moment.
final class Packets {

    /// Asks for the nearest packet of any connection.
    static final int ANY = 0;

    private final List<TraceEvent> all = new ArrayList<>();
    private final Map<Integer, List<Integer>> places = new HashMap<>();

    /// The packets of a trace; the events are referred to, not copied.
    static Packets of(TraceIndex index) {
        Packets packets = new Packets();
        for (TraceEvent event : index.events()) {
            if (event.body() instanceof PacketEvent) {
                packets.places.computeIfAbsent(event.connection(), number -> new ArrayList<>()).add(packets.all.size());
                packets.all.add(event);
            }
        }
        return packets;
    }

    /// In the order of the clock of the trace, which is never set, unlike the wall clock that stamps them.
    List<TraceEvent> all() {
        return all;
    }

    /// The place in [#all()] of the packet that is nearest to a moment; of two that are as near the earlier; -1 where there is
    /// none.
    ///
    /// @param connection of which connection, or [#ANY]
    /// @param at nanoseconds since the origin
    int nearest(int connection, long at) {
        List<Integer> of = connection == ANY ? null : places.get(connection);
        if (connection != ANY && of == null) {
            return -1;
        }
        int from = 0;
        int to = of == null ? all.size() : of.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (time(of, middle) < at) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        int size = of == null ? all.size() : of.size();
        if (size == 0) {
            return -1;
        }
        boolean before = from == size || from > 0 && at - time(of, from - 1) <= time(of, from) - at;
        return place(of, before ? from - 1 : from);
    }

    private long time(List<Integer> of, int index) {
        return all.get(place(of, index)).at();
    }

    private static int place(List<Integer> of, int index) {
        return of == null ? index : of.get(index);
    }
}
