package dev.lifeline.analysis;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.CounterRose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Totals of the machine's counters: every look that finds one higher has its total so far.
public final class CounterTotals {

    private final Map<String, TraceEvent> last = new LinkedHashMap<>();

    CounterTotals(List<TraceEvent> kernel) {
        for (TraceEvent mark : kernel) {
            if (mark.body() instanceof CounterRose counter) {
                last.put(counter.name(), mark);
            }
        }
    }

    /// Says if a later look has the same counter higher.
    public boolean overtakes(TraceEvent mark) {
        return mark.body() instanceof CounterRose counter && last.get(counter.name()) != mark;
    }

    /// The last look at each, in the order in which they first rose.
    public List<CounterRose> all() {
        List<CounterRose> all = new ArrayList<>(last.size());
        for (TraceEvent mark : last.values()) {
            all.add((CounterRose) mark.body());
        }
        return all;
    }
}
