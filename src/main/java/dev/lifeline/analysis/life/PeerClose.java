package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;

/// The way in which the traced server closed a client's connection.
final class PeerClose {

    private PeerClose() {
    }

    /// Says if the server's own lane tells that its program had closed with a reset by then.
    ///
    /// @param at nanoseconds since the origin
    static boolean resetBy(TraceIndex index, ConnectionSide client, long at) {
        ConnectionSide server = index.sides().serverOf(client.tuple());
        Outcome.Closed closed = server == null ? null : server.closedBy(at);
        return closed != null && closed.how() == CloseKind.RESET;
    }
}
