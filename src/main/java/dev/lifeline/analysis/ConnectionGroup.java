package dev.lifeline.analysis;

import dev.lifeline.analysis.Connections.Ends;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The spans and holds of one connection, at both its ends.
///
/// @param ends its numbers; [Connections#NONE] for what belongs to none
/// @param spans in the order of the timeline
/// @param holds in the order in which they began
public record ConnectionGroup(Ends ends, List<Span> spans, List<Hold> holds) {

    /// All groups by the numbers of their connections; what belongs to none comes first.
    static List<ConnectionGroup> of(TraceIndex index) {
        TreeMap<Integer, ConnectionGroup> groups = new TreeMap<>();
        Connections connections = index.connections();
        for (Span span : index.timeline().spans()) {
            at(connections.of(span.lane(), span.connection()), groups).spans().add(span);
        }
        for (Hold hold : index.timeline().holds()) {
            at(connections.of(hold.lane(), hold.connection()), groups).holds().add(hold);
        }
        return new ArrayList<>(groups.values());
    }

    private static ConnectionGroup at(Ends ends, TreeMap<Integer, ConnectionGroup> groups) {
        ConnectionGroup group = groups.get(ends.number());
        if (group == null) {
            group = new ConnectionGroup(ends, new ArrayList<>(), new ArrayList<>());
            groups.put(ends.number(), group);
        }
        return group;
    }
}
