package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.Map;

/// From where the times of a view are counted. A server may have waited for hours before its one client came: the
/// figures and bars of that connection begin with the connection itself. What the trace has recorded stays as it is.
final class ViewOrigin {

    private ViewOrigin() {
    }

    /// The time at which the one connection of a server's trace began, in nanoseconds since the origin; 0 for every other trace.
    static long of(TraceIndex index) {
        if (index.header().mode() != Mode.SERVER) {
            return 0;
        }
        int only = 0;
        long began = Long.MAX_VALUE;
        for (Lane lane : Lane.values()) {
            for (Map.Entry<Integer, ConnectionSide> numbered : index.sides().numbered(lane).entrySet()) {
                int number = numbered.getKey();
                if (number > 0 && only > 0 && number != only) {
                    return 0;
                }
                only = Math.max(only, number);
                began = number > 0 ? Math.min(began, numbered.getValue().first()) : began;
            }
        }
        if (only == 0) {
            return 0;
        }
        for (Span span : index.timeline().spans()) {
            // A call of accept begins before its connection has a number.
            began = span.connection() > 0 && span.ran() ? Math.min(began, span.start()) : began;
        }
        return began;
    }
}
