package dev.lifeline.analysis.count;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.JoinedConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;

/// How many connections each side has. A client may be connected though the server's program never had the connection: it waits in
/// the accept queue, or the server's kernel knows nothing of it (SYN cookies, an ACK that was not taken). Such a one is not completed.
///
/// @param made the client's connections that connected
/// @param accepted those of them that the server's program accepted, joined by their ends
/// @param serverFailed the server's connections of which something failed that counts
/// @param bothSeen both sides were watched, and they are two: a socket that met itself has no server
public record SideCounts(int made, int accepted, int serverFailed, boolean bothSeen) {

    /// Counts both sides of a trace.
    public static SideCounts of(TraceIndex index) {
        int made = 0;
        // By what there is, not by number: a recording may name connection 2,000,000,000.
        for (ConnectionSide side : index.sides().all(Lane.CLIENT)) {
            made += side.tuple() == null ? 0 : 1;
        }
        int accepted = 0;
        for (JoinedConnection joined : index.joined()) {
            // An attempt that lost its race may have been accepted, too: it is no connection of the client's.
            ConnectionSide side = index.sides().side(Lane.CLIENT, joined.connect().connection());
            accepted += joined.connect().attempt() == side.winner() ? 1 : 0;
        }
        boolean bothSeen = index.header().mode() == Mode.LOOPBACK && !index.sides().withItself();
        return new SideCounts(made, accepted, index.failedConnections(Lane.SERVER).cardinality(), bothSeen);
    }

    /// Tells whether the client made connections that the server's program never had.
    public boolean fewerAccepted() {
        return bothSeen && accepted < made;
    }

    /// Tells whether the two sides differ: the server's program had fewer, or met a failure that the client did not.
    public boolean differ() {
        return fewerAccepted() || bothSeen && serverFailed > 0;
    }
}
