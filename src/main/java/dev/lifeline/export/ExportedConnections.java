package dev.lifeline.export;

import dev.lifeline.analysis.JoinedConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import java.util.HashMap;
import java.util.Map;

/// Client and server count their connections for themselves; packets have the client's number, or the server's where the client
/// is not traced. This knows which number a packet has for a connection of a lane.
final class ExportedConnections {

    private final Map<Integer, Integer> clientsOf = new HashMap<>();
    private final boolean byServer;

    ExportedConnections(TraceIndex index) {
        byServer = !index.header().mode().observes(Lane.CLIENT);
        for (JoinedConnection joined : index.joined()) {
            clientsOf.put(joined.accept().connection(), joined.connect().connection());
        }
    }

    /// The number that packets have.
    ///
    /// @param lane whose number it is
    /// @param connection from 1; 0 for none
    /// @return [Packets#ANY] where it belongs to no connection, or to one that only the server saw
    int ofPackets(Lane lane, int connection) {
        if (connection == 0 || lane != Lane.SERVER || byServer) {
            return connection;
        }
        return clientsOf.getOrDefault(connection, Packets.ANY);
    }
}
