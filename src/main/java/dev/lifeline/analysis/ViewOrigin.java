package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.Map;

/// From where the times of a view are counted: the first stage of the connection. A tool starts before it, and so does a server, which
/// may have waited for hours: what is no part of the connection's life stands before its time 0. What the trace has recorded stays as
/// it is.
final class ViewOrigin {

    private ViewOrigin() {
    }

    /// The time at which the first stage of a client began, or the one connection of a server's trace, in nanoseconds since the origin;
    /// 0 for a server that had several or none, and for a client that did nothing.
    static long of(TraceIndex index) {
        return index.header().mode() == Mode.SERVER ? ofServer(index) : ofClient(index);
    }

    private static long ofClient(TraceIndex index) {
        for (Span span : index.stages()) {
            if (span.lane() == Lane.CLIENT && span.ran()) {
                return span.start();
            }
        }
        return 0;
    }

    private static long ofServer(TraceIndex index) {
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
