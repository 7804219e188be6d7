package dev.lifeline.analysis.served;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The trace of a server as one trace for each of its connections, as a live server shows them: what belongs to none is in none.
public final class ServedTraces {

    private ServedTraces() {
    }

    /// The traces of all connections, in the order in which the connections ended.
    public static List<Trace> of(TraceIndex index) {
        // Whoever is heard of again moves to the end.
        LinkedHashMap<Integer, List<TraceEvent>> open = new LinkedHashMap<>();
        for (TraceEvent event : index.events()) {
            if (event.connection() > 0) {
                List<TraceEvent> its = open.remove(event.connection());
                its = its == null ? new ArrayList<>() : its;
                its.add(event);
                open.put(event.connection(), its);
            }
        }
        List<Trace> traces = new ArrayList<>();
        for (List<TraceEvent> its : open.values()) {
            traces.add(new Trace(index.header(), its, index.trace().complete()));
        }
        return traces;
    }
}
