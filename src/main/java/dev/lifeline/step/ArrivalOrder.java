package dev.lifeline.step;

import dev.lifeline.model.TraceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Events in the order in which they were recorded: what was known at a moment is what had arrived by then.
final class ArrivalOrder {

    private ArrivalOrder() {
    }

    static List<TraceEvent> of(List<TraceEvent> events) {
        List<TraceEvent> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingLong(TraceEvent::sequence));
        return sorted;
    }
}
