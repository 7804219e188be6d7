package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The stops of a recording: where a program was held, at the moment before it went on; where nobody was, before each stage of a
/// program.
final class RecordedStops {

    private RecordedStops() {
    }

    /// @param events in order of arrival
    static List<Stop> of(List<TraceEvent> events) {
        List<Stop> stops = new ArrayList<>();
        Map<Long, TraceEvent> holds = new HashMap<>();
        boolean held = false;
        for (TraceEvent event : events) {
            held |= event.body() instanceof HoldEvent;
        }
        for (TraceEvent event : events) {
            if (event.body() instanceof HoldEvent.HoldStarted) {
                holds.put(event.sequence(), event);
            } else if (event.body() instanceof HoldEvent.HoldEnded ended && holds.containsKey(ended.started())) {
                TraceEvent began = holds.remove(ended.started());
                HoldEvent.HoldStarted hold = (HoldEvent.HoldStarted) began.body();
                stops.add(Stop.held(stops.size() + 1, null, began.lane(), began.connection(), hold.stage(), hold.after(), event.sequence()));
            } else if (!held && event.body() instanceof StageEvent.Started started && event.lane() != Lane.KERNEL && started.stage() != Stage.ROUTE) {
                stops.add(Stop.held(stops.size() + 1, null, event.lane(), event.connection(), started.stage(), false, event.sequence()));
            }
        }
        stops.add(Stop.end(stops.size() + 1, events.isEmpty() ? 0 : events.getLast().sequence() + 1));
        return stops;
    }
}
