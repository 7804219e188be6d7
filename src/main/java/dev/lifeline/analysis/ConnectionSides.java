package dev.lifeline.analysis;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sides of all connections of a trace, by lane and number; number 0 stands for what belongs to no connection.
public final class ConnectionSides {

    private static final ConnectionSide NOTHING = new ConnectionSide();
    private static final int LANES = Lane.values().length;

    private final List<Map<Integer, ConnectionSide>> ofLane = new ArrayList<>(LANES);
    /// The side of the last event of each lane: most events come in long rows from one side.
    private final ConnectionSide[] latest = new ConnectionSide[LANES];
    private final int[] latestNumber = new int[LANES];

    ConnectionSides() {
        for (int i = 0; i < LANES; i++) {
            ofLane.add(new LinkedHashMap<>());
        }
    }

    /// The side to which an event belongs; takes note that it had one.
    ConnectionSide saw(TraceEvent event) {
        ConnectionSide side = at(event.lane().ordinal(), event.connection());
        side.saw(event.at());
        return side;
    }

    /// The side to which a stage belongs.
    ConnectionSide of(Span span) {
        return at(span.lane().ordinal(), span.connection());
    }

    private ConnectionSide at(int lane, int connection) {
        if (latest[lane] != null && latestNumber[lane] == connection) {
            return latest[lane];
        }
        ConnectionSide side = ofLane.get(lane).get(connection);
        if (side == null) {
            side = new ConnectionSide();
            ofLane.get(lane).put(connection, side);
        }
        latest[lane] = side;
        latestNumber[lane] = connection;
        return side;
    }

    /// One side of one connection; an empty one where it has no event.
    ///
    /// @param connection its number on this lane; 0 for what belongs to none
    public ConnectionSide side(Lane lane, int connection) {
        return ofLane.get(lane.ordinal()).getOrDefault(connection, NOTHING);
    }

    /// The numbers that have events, with the side of each, in the order of their first event; 0 may be among them.
    public Map<Integer, ConnectionSide> numbered(Lane lane) {
        return ofLane.get(lane.ordinal());
    }

    /// Says if a lane has no connection.
    public boolean isEmpty(Lane lane) {
        Map<Integer, ConnectionSide> its = numbered(lane);
        return its.isEmpty() || its.size() == 1 && its.containsKey(0);
    }

    /// All sides of a lane, in the order of their first event; that of no connection (0) too.
    public Collection<ConnectionSide> all(Lane lane) {
        return ofLane.get(lane.ordinal()).values();
    }

    /// The number of the last connection of a lane that got anything done; 0 where none did.
    public int lastProgressed(Lane lane) {
        int last = 0;
        for (Map.Entry<Integer, ConnectionSide> entry : ofLane.get(lane.ordinal()).entrySet()) {
            last = entry.getValue().progressed() ? Math.max(last, entry.getKey()) : last;
        }
        return last;
    }

    /// The number of the connection of a lane that has these ends, as that lane sees them; -1 where it has none.
    public int numberOf(Lane lane, FourTuple tuple) {
        for (Map.Entry<Integer, ConnectionSide> entry : ofLane.get(lane.ordinal()).entrySet()) {
            if (tuple.equals(entry.getValue().tuple())) {
                return entry.getKey();
            }
        }
        return -1;
    }

    /// The server's side of a client's connection, joined by the four-tuple; `null` where the server never accepted it.
    ///
    /// @param client as the client sees it, or `null`
    public ConnectionSide serverOf(FourTuple client) {
        FourTuple reversed = client == null ? null : client.reversed();
        for (ConnectionSide side : all(Lane.SERVER)) {
            if (reversed != null && reversed.equals(side.tuple()) && side.outcome(Stage.ACCEPT) instanceof Outcome.Accepted) {
                return side;
            }
        }
        return null;
    }

    /// Says if the client's first connection has one socket at both ends: it met itself, and no server.
    public boolean withItself() {
        for (ConnectionSide side : all(Lane.CLIENT)) {
            if (side.tuple() != null) {
                return side.withItself();
            }
        }
        return false;
    }

    /// Says if a lane has a connection whose own program let in all that came.
    boolean hasUnfiltered(Lane lane) {
        for (Map.Entry<Integer, ConnectionSide> entry : numbered(lane).entrySet()) {
            if (entry.getKey() > 0 && !entry.getValue().wasFiltered()) {
                return true;
            }
        }
        return false;
    }

    /// Says if any connection of a lane passed a stage.
    public boolean passed(Lane lane, Stage stage) {
        for (ConnectionSide side : all(lane)) {
            if (side.passed(stage)) {
                return true;
            }
        }
        return false;
    }

    /// The outcome of a stage on a connection, or that of no connection where the stage came before there was one; may be `null`.
    public Outcome outcome(Lane lane, int connection, Stage stage) {
        Outcome own = side(lane, connection).outcome(stage);
        return own != null ? own : side(lane, 0).outcome(stage);
    }
}
