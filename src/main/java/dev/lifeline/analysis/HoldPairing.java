package dev.lifeline.analysis;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins the end of each hold to its beginning.
final class HoldPairing {

    private final List<TraceEvent> started = new ArrayList<>();
    private final Map<Long, Long> endOf = new HashMap<>();

    void start(TraceEvent event) {
        started.add(event);
    }

    void end(long at, HoldEvent.HoldEnded ended) {
        endOf.putIfAbsent(ended.started(), at);
    }

    /// All holds in the order in which they began; one that never ended lasts until the last event.
    List<Hold> holds(long last) {
        List<Hold> holds = new ArrayList<>(started.size());
        for (TraceEvent event : started) {
            HoldEvent.HoldStarted body = (HoldEvent.HoldStarted) event.body();
            Long end = endOf.get(event.sequence());
            holds.add(new Hold(event.lane(), event.connection(), body.stage(), body.after(), event.at(),
                    end == null ? last : Math.max(event.at(), end), body.reason(), body.fault(), end == null));
        }
        return holds;
    }
}
