package dev.lifeline.analysis;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.CounterRose;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much each of the machine's counters rose in the end: every look that finds one higher has its total so far.
public final class CounterTotals {

    private final Map<String, TraceEvent> last = new LinkedHashMap<>();

    public CounterTotals(List<TraceEvent> marks) {
        for (TraceEvent mark : marks) {
            if (mark.body() instanceof CounterRose counter) {
                last.put(counter.name(), mark);
            }
        }
    }

    /// Whether a later look has the same counter higher.
    public boolean overtakes(TraceEvent mark) {
        return mark.body() instanceof CounterRose counter && last.get(counter.name()) != mark;
    }

    /// All of them in the order in which they first rose; empty where none did.
    public String words() {
        StringBuilder words = new StringBuilder();
        for (TraceEvent mark : last.values()) {
            CounterRose counter = (CounterRose) mark.body();
            words.append(words.isEmpty() ? "" : ", ")
                    .append(FittedText.together(Printable.ascii(counter.name()) + " +" + Counted.grouped(counter.by())));
        }
        return words.isEmpty() ? "" : words.append(" on this machine meanwhile").toString();
    }
}
