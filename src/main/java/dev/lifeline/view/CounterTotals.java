package dev.lifeline.view;

import dev.lifeline.model.KernelEvent.CounterRose;
import dev.lifeline.model.TraceEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much each of the machine's counters rose in the end: every look that finds one higher has its total so far.
final class CounterTotals {

    private final Map<String, TraceEvent> last = new LinkedHashMap<>();

    CounterTotals(List<TraceEvent> marks) {
        for (TraceEvent mark : marks) {
            if (mark.body() instanceof CounterRose counter) {
                last.put(counter.name(), mark);
            }
        }
    }

    /// Whether a later look has the same counter higher.
    boolean overtakes(TraceEvent mark) {
        return mark.body() instanceof CounterRose counter && last.get(counter.name()) != mark;
    }

    /// All of them in the order in which they first rose; empty where none did.
    String words() {
        StringBuilder words = new StringBuilder();
        for (TraceEvent mark : last.values()) {
            CounterRose counter = (CounterRose) mark.body();
            words.append(words.isEmpty() ? "" : ", ")
                    .append(Wrap.together(Text.safe(counter.name()) + " +" + Details.grouped(counter.by())));
        }
        return words.isEmpty() ? "" : words.append(" on this machine meanwhile").toString();
    }
}
