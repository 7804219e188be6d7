package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The connections of a trace. Both programs count their own; the two ends of one are joined by their four-tuple, and an end that
/// never met another, or whose other nobody traced, stands for itself.
public final class Connections {

    /// The two ends of one connection.
    ///
    /// @param number what people call it: the client's number; of a connection that only the server has, its number behind all of
    ///        the clients'; 0 for [#NONE]
    /// @param client its number on the client's lane; 0 where there is none
    /// @param server its number on the server's lane; 0 where there is none
    public record Ends(int number, int client, int server) {

        /// Tells whether this is [#NONE]. The equality of a record is put together on its first use, which costs each start 9 ms.
        public boolean none() {
            return number == 0;
        }
    }

    /// Stands for what belongs to no connection.
    public static final Ends NONE = new Ends(0, 0, 0);

    private final Map<Integer, Integer> clientOf = new HashMap<>();
    private final Map<Integer, Integer> serverOf = new HashMap<>();
    private final TreeSet<Integer> clients = new TreeSet<>();
    private final TreeSet<Integer> servers = new TreeSet<>();

    Connections(TraceIndex index) {
        clients.addAll(index.sides().numbered(Lane.CLIENT).keySet());
        servers.addAll(index.sides().numbered(Lane.SERVER).keySet());
        clients.remove(0);
        servers.remove(0);
        for (JoinedConnection joined : index.joined()) {
            join(joined.connect().connection(), joined.accept().connection());
        }
        if (serverOf.isEmpty() && clients.size() == 1 && !servers.isEmpty()) {
            // The only client and the first that the server had: without four-tuples there is nothing else to go by.
            join(clients.first(), servers.first());
        }
    }

    private void join(int client, int server) {
        clientOf.put(server, client);
        serverOf.put(client, server);
    }

    /// All of them, by their numbers.
    public List<Ends> all() {
        List<Ends> all = new ArrayList<>(clients.size());
        for (int client : clients) {
            all.add(of(Lane.CLIENT, client));
        }
        for (int server : servers) {
            if (!clientOf.containsKey(server)) {
                all.add(of(Lane.SERVER, server));
            }
        }
        return all;
    }

    /// Finds the connection that a number of a lane stands for; the kernel's lane counts as the client does, or as the server where
    /// no client is traced.
    ///
    /// @param connection its number on that lane; 0 gives [#NONE]
    public Ends of(Lane lane, int connection) {
        if (connection == 0) {
            return NONE;
        }
        boolean servers = lane == Lane.SERVER || lane == Lane.KERNEL && clients.isEmpty();
        int client = servers ? clientOf.getOrDefault(connection, 0) : connection;
        int before = clients.isEmpty() ? 0 : clients.last();
        return client == 0 ? new Ends(before + connection, 0, connection)
                : new Ends(client, client, serverOf.getOrDefault(client, 0));
    }

    /// Finds the number that the kernel's events and the packets of an end have: the client's where clients are traced.
    ///
    /// @param connection its number on that lane
    /// @return 0 where clients are traced, but none has this end
    public int kernelNumber(Lane lane, int connection) {
        return lane == Lane.SERVER && !clients.isEmpty() ? clientOf(connection) : connection;
    }

    /// The client's number of a connection of the server; 0 where no client of the trace has it.
    public int clientOf(int server) {
        return clientOf.getOrDefault(server, 0);
    }

    /// The connection that people call so, or `null` where there is none.
    public Ends numbered(int number) {
        for (Ends ends : all()) {
            if (ends.number() == number) {
                return ends;
            }
        }
        return null;
    }
}
