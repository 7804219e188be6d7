package dev.lifeline.analysis.crowd;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.NumberedName;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All crowds of a trace.
public final class Crowds {

    private final List<CrowdOnTrace> all = new ArrayList<>();
    private final Map<Lane, Set<Integer>> folded = new HashMap<>();

    private record Place(Lane lane, Stage stage) {
    }

    /// One that is being read: its members by their names, and by their connections.
    private static final class Gathering {
        private final Map<String, Integer> members = new HashMap<>();
        private final Map<Integer, Integer> connections = new HashMap<>();
        /// The servers' ends of their connections, where they are in no crowd of their own.
        private final Map<Integer, Integer> others = new HashMap<>();
        private final Map<Place, CrowdTally> tallies = new LinkedHashMap<>();
        private Lane lane;
        private int accepted;
    }

    /// Sums up the crowds of a play; a trace that is none has none.
    public Crowds(TraceIndex index) {
        Map<String, Gathering> crowds = new LinkedHashMap<>();
        Map<String, Gathering> ofMember = new HashMap<>();
        for (TraceEvent event : index.play()) {
            if (event.body() instanceof PlayEvent.ActorJoined joined && joined.crowd() != null) {
                int number = NumberedName.number(joined.crowd(), joined.actor());
                if (number == 0) {
                    continue; // no play writes that
                }
                Gathering crowd = crowds.computeIfAbsent(joined.crowd(), any -> new Gathering());
                crowd.members.put(joined.actor(), number);
                crowd.lane = event.lane();
                ofMember.put(joined.actor(), crowd);
            }
        }
        if (crowds.isEmpty()) {
            return;
        }
        for (TraceEvent event : index.play()) {
            Gathering crowd = event.body() instanceof PlayEvent.ConnectionOwned owned ? ofMember.get(owned.actor()) : null;
            if (crowd != null && crowd.lane == event.lane() && event.connection() > 0) {
                crowd.connections.put(event.connection(), crowd.members.get(((PlayEvent.ConnectionOwned) event.body()).actor()));
                folded.computeIfAbsent(event.lane(), any -> new HashSet<>()).add(event.connection());
            }
        }
        for (Gathering crowd : crowds.values()) {
            others(index, crowd);
        }
        for (Span span : index.timeline().spans()) {
            for (Gathering crowd : crowds.values()) {
                // What the kernel saw has the number of the client's connection.
                Integer member = span.lane() == crowd.lane || span.lane() == Lane.KERNEL && crowd.lane == Lane.CLIENT
                        ? crowd.connections.get(span.connection()) : span.lane() == Lane.SERVER ? crowd.others.get(span.connection()) : null;
                if (member != null) {
                    crowd.tallies.computeIfAbsent(new Place(span.lane(), span.stage()), any -> new CrowdTally()).add(member, span);
                }
            }
        }
        crowds.forEach((name, crowd) -> all.add(new CrowdOnTrace(name, crowd.lane, crowd.members.size(), crowd.connections.keySet(),
                crowd.accepted, stages(crowd))));
    }

    private void others(TraceIndex index, Gathering crowd) {
        Set<Integer> named = folded.getOrDefault(Lane.SERVER, Set.of());
        for (Map.Entry<Integer, Integer> client : crowd.lane == Lane.CLIENT ? crowd.connections.entrySet() : Set.<Map.Entry<Integer, Integer>>of()) {
            int server = index.connections().of(Lane.CLIENT, client.getKey()).server();
            crowd.accepted += server > 0 ? 1 : 0;
            if (server > 0 && !named.contains(server)) {
                crowd.others.put(server, client.getValue());
            }
        }
    }

    private static List<CrowdStage> stages(Gathering crowd) {
        List<CrowdStage> stages = new ArrayList<>();
        crowd.tallies.forEach((place, tally) -> {
            List<CrowdWay> ways = tally.report();
            if (!ways.isEmpty()) {
                stages.add(new CrowdStage(place.lane(), place.stage(), ways));
            }
        });
        return stages;
    }

    /// All of them, in the order in which they came.
    public List<CrowdOnTrace> all() {
        return all;
    }

    /// Counts the connections of the clients among them.
    public int connections() {
        return folded.getOrDefault(Lane.CLIENT, Set.of()).size();
    }

    /// Tells whether there are none.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Tells whether a connection is one of a crowd, at either end.
    public boolean has(Ends ends) {
        return has(Lane.CLIENT, ends.client()) || has(Lane.SERVER, ends.server());
    }

    /// Tells whether packets and looks with this number are of a crowd of clients.
    public boolean hasPacketsOf(int connection) {
        return has(Lane.CLIENT, connection);
    }

    private boolean has(Lane lane, int connection) {
        return connection > 0 && folded.containsKey(lane) && folded.get(lane).contains(connection);
    }
}
