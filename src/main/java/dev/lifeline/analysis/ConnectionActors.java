package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The owners of the connections of a play, as the play has recorded them.
public final class ConnectionActors {

    private record End(Lane lane, int connection) {
    }

    private final Map<End, String> names = new HashMap<>();

    private ConnectionActors() {
    }

    /// The actors that the events of a play name.
    static ConnectionActors of(List<TraceEvent> play) {
        ConnectionActors actors = new ConnectionActors();
        for (TraceEvent mark : play) {
            if (mark.body() instanceof PlayEvent.ConnectionOwned owned && !owned.datagrams() && mark.connection() > 0) {
                actors.names.put(new End(mark.lane(), mark.connection()), owned.actor());
            }
        }
        return actors;
    }

    /// The name of the one whose end this is, or `null` where nobody said so.
    ///
    /// @param lane CLIENT or SERVER
    /// @param connection its number on that lane
    public String name(Lane lane, int connection) {
        return names.get(new End(lane, connection));
    }

    /// Says if no connection has a name: then it is not a play.
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
