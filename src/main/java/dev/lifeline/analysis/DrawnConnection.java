package dev.lifeline.analysis;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.model.Lane;

/// The one connection of a trace that a ladder shows.
///
/// @param ends its numbers on both lanes
/// @param others whether the trace holds more than this one
/// @param last when the last of its events happened; what belongs to no connection is of interest up to then
public record DrawnConnection(Ends ends, boolean others, long last) {

    /// Finds out about the connection with these ends.
    public static DrawnConnection of(Ends ends, TraceIndex index) {
        boolean others = index.header().connections() > 1;
        long last = 0;
        for (Lane lane : Lane.values()) {
            int own = own(lane, ends);
            if (own > 0) {
                last = Math.max(last, index.sides().side(lane, own).last());
            }
            if (lane != Lane.KERNEL) {
                for (int number : index.sides().numbered(lane).keySet()) {
                    others |= number > 0 && number != own;
                }
            }
        }
        return new DrawnConnection(ends, others, others ? last : index.timeline().wall());
    }

    /// The same up to the end of the trace.
    public DrawnConnection whole(TraceIndex index) {
        return new DrawnConnection(ends, others, index.timeline().wall());
    }

    /// Says if a span belongs to it.
    public boolean shows(Span span) {
        return shows(span.lane(), span.connection(), span.start());
    }

    /// Says if an event with this number belongs to it; what has none does up to its last event.
    public boolean shows(Lane lane, int connection, long at) {
        if (connection == 0) {
            return at <= last;
        }
        return connection == own(lane, ends);
    }

    /// The kernel's lane counts as the client does, or as the server where no client is traced; beside traced clients its number
    /// cannot mean an end that only the server has.
    private static int own(Lane lane, Ends ends) {
        if (lane == Lane.KERNEL && ends.client() == 0 && ends.number() != ends.server()) {
            return -1;
        }
        return lane == Lane.SERVER || lane == Lane.KERNEL && ends.client() == 0 ? ends.server() : ends.client();
    }
}
