package dev.lifeline.view;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.timeline.JoinedConnection;
import dev.lifeline.timeline.Span;
import dev.lifeline.timeline.Timeline;

/// The one connection of a trace that a ladder shows: the client's first, and the server's that is the same by its four-tuple.
///
/// @param client its number on the client's lane; 0 where there is none
/// @param server its number on the server's lane; 0 where there is none
/// @param others whether the trace holds more than this one
/// @param last when the last of its events happened; what belongs to no connection is of interest up to then
record DrawnConnection(int client, int server, boolean others, long last) {

    /// The first connection of a trace.
    static DrawnConnection first(Trace trace, Timeline timeline) {
        int client = lowest(trace, Lane.CLIENT);
        int server = lowest(trace, Lane.SERVER);
        if (client > 0 && server > 0) {
            server = serverOf(client, timeline, server);
        }
        boolean others = trace.header().connections() > 1;
        long last = 0;
        for (TraceEvent event : trace.events()) {
            int own = own(event.lane(), client, server);
            others |= event.connection() > 0 && event.connection() != own && event.lane() != Lane.KERNEL;
            if (event.connection() == own && own > 0) {
                last = event.at();
            }
        }
        return new DrawnConnection(client, server, others, others ? last : timeline.wall());
    }

    boolean shows(Span span) {
        return shows(span.lane(), span.connection(), span.start());
    }

    boolean shows(Lane lane, int connection, long at) {
        if (connection == 0) {
            return at <= last;
        }
        return connection == own(lane, client, server);
    }

    /// The kernel's lane counts as the client does, or as the server where the client is not traced.
    private static int own(Lane lane, int client, int server) {
        return lane == Lane.SERVER || lane == Lane.KERNEL && client == 0 ? server : client;
    }

    private static int lowest(Trace trace, Lane lane) {
        int lowest = 0;
        for (TraceEvent event : trace.events()) {
            if (event.lane() == lane && event.connection() > 0 && (lowest == 0 || event.connection() < lowest)) {
                lowest = event.connection();
            }
        }
        return lowest;
    }

    private static int serverOf(int client, Timeline timeline, int lowest) {
        boolean anyJoined = false;
        for (JoinedConnection joined : JoinedConnection.of(timeline.spans())) {
            if (joined.connect().connection() == client && joined.connect().stage() == Stage.CONNECT) {
                return joined.accept().connection();
            }
            anyJoined = true;
        }
        return anyJoined ? 0 : lowest;
    }
}
