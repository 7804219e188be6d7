package dev.lifeline.analysis;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Spans of the kernel's lane that wait for their place beside the spans of programs.
final class KernelSpans {

    private final Map<Span, List<Span>> behind = new IdentityHashMap<>();
    private final Map<Span, List<Span>> before = new IdentityHashMap<>();
    private final List<Span> alone = new ArrayList<>();

    void putBehind(Span place, Span span) {
        put(behind, place, span);
    }

    void putBefore(Span place, Span span) {
        put(before, place, span);
    }

    /// A span that belongs to no other; they come in the order in which they began.
    void putAlone(Span span) {
        alone.add(span);
    }

    private static void put(Map<Span, List<Span>> map, Span place, Span span) {
        List<Span> there = map.get(place);
        if (there == null) {
            there = new ArrayList<>(2);
            map.put(place, there);
        }
        there.add(span);
    }

    /// All spans, each at its place; what stands alone comes before what began later.
    List<Span> in(List<Span> spans) {
        if (behind.isEmpty() && before.isEmpty() && alone.isEmpty()) {
            return spans;
        }
        List<Span> all = new ArrayList<>(spans.size() + 2 * (behind.size() + before.size()) + alone.size());
        int next = 0;
        for (Span span : spans) {
            while (next < alone.size() && alone.get(next).start() < span.start()) {
                all.add(alone.get(next++));
            }
            add(all, before.get(span));
            all.add(span);
            add(all, behind.get(span));
        }
        all.addAll(alone.subList(next, alone.size()));
        return all;
    }

    private static void add(List<Span> all, List<Span> some) {
        if (some != null) {
            all.addAll(some);
        }
    }
}
