package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionGroup;
import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The lives of all connections of a trace.
public final class Lives {

    private final List<ConnectionLife> all = new ArrayList<>();
    private final ConnectionLife alone;

    /// Tells them apart.
    public Lives(TraceIndex index) {
        LifeEvidence evidence = new LifeEvidence(index);
        List<Span> common = List.of();
        for (ConnectionGroup group : index.groups()) {
            if (group.ends().none()) {
                common = group.spans();
            } else if (group.ends().client() > 0 || index.header().mode() == Mode.SERVER) {
                all.add(life(index, group.ends(), group.spans(), evidence));
            }
        }
        alone = all.isEmpty() ? life(index, Connections.NONE, common, evidence) : null;
    }

    private static ConnectionLife life(TraceIndex index, Ends ends, List<Span> spans, LifeEvidence evidence) {
        Lane lane = index.header().mode() == Mode.SERVER ? Lane.SERVER : Lane.CLIENT;
        LifeFacts facts = new LifeFacts(index, evidence, lane, lane == Lane.SERVER ? ends.server() : ends.client(), spans);
        Life life = facts.failed() != null ? FailedLife.of(facts) : EndedLife.of(facts);
        return new ConnectionLife(ends, life, facts.failed() != null);
    }

    /// All of them, by the numbers of their connections; a trace without any has the life of what belongs to none.
    public List<ConnectionLife> all() {
        return all.isEmpty() ? List.of(alone) : all;
    }

    /// The life of one connection; that of what belongs to none where the trace has no connection, `null` where it has not this one.
    ///
    /// @param number as people call it
    public ConnectionLife of(int number) {
        for (ConnectionLife each : all()) {
            if (each.ends().number() == number || alone != null) {
                return each;
            }
        }
        return null;
    }

    /// How many lives of each kind there are.
    public Map<Life.Kind, Integer> counts() {
        Map<Life.Kind, Integer> counts = new EnumMap<>(Life.Kind.class);
        for (ConnectionLife each : all()) {
            counts.put(each.life().kind(), counts.getOrDefault(each.life().kind(), 0) + 1);
        }
        return counts;
    }
}
