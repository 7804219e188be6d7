package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The owners of the connections of a play, as the play has recorded them.
public final class ConnectionActors {

    /// By lane, and in it by number: the equality of a record, as the key of one map, costs the start of each play 9 ms.
    private final Map<Lane, Map<Integer, String>> names = new EnumMap<>(Lane.class);
    private final Map<Integer, String> sockets = new HashMap<>();

    private ConnectionActors() {
    }

    /// The actors that the events of a play name.
    static ConnectionActors of(List<TraceEvent> play) {
        ConnectionActors actors = new ConnectionActors();
        for (TraceEvent mark : play) {
            if (mark.body() instanceof PlayEvent.ConnectionOwned owned && mark.connection() > 0) {
                if (owned.datagrams()) {
                    actors.sockets.put(mark.connection(), owned.actor());
                } else {
                    actors.names.computeIfAbsent(mark.lane(), any -> new HashMap<>()).put(mark.connection(), owned.actor());
                }
            }
        }
        return actors;
    }

    /// The name of the one whose end this is, or `null` where nobody said so.
    ///
    /// @param lane CLIENT or SERVER
    /// @param connection its number on that lane
    public String name(Lane lane, int connection) {
        return names.getOrDefault(lane, Map.of()).get(connection);
    }

    /// The name of the one whose UDP socket has this number on the client's lane, or `null` where it is no UDP socket.
    public String datagrams(int number) {
        return sockets.get(number);
    }

    /// Says if there are UDP sockets.
    public boolean hasDatagrams() {
        return !sockets.isEmpty();
    }

    /// Says if no connection has a name: then it is not a play.
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
