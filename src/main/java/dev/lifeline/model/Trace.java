package dev.lifeline.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A recorded life: the one thing that views, diagnosis and exporters read, whether it just happened or was replayed.
///
/// @param header what was known before the first event
/// @param events all events, by time and then by arrival
/// @param complete whether the run came to its own end; `false` for a recording that breaks off
public record Trace(TraceHeader header, List<TraceEvent> events, boolean complete) {

    public Trace {
        Objects.requireNonNull(header, "header");
        TraceEvent[] sorted = events.toArray(TraceEvent[]::new);
        Arrays.sort(sorted, TraceEvent.BY_TIME);
        events = List.of(sorted);
    }

    /// All events in the order in which they were recorded: what was known at a moment is what had arrived by then.
    public List<TraceEvent> recorded() {
        TraceEvent[] sorted = events.toArray(TraceEvent[]::new);
        // Not by comparingLong: what that makes can be serialized, and no start-up cache holds it.
        Arrays.sort(sorted, (one, other) -> Long.compare(one.sequence(), other.sequence()));
        return List.of(sorted);
    }
}
