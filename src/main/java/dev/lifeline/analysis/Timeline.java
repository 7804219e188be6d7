package dev.lifeline.analysis;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.TraceEvent;
import java.util.List;

/// A trace as spans, holds and marks on one axis.
///
/// @param spans in the order in which they are shown: as they began, with what never ran at its planned place
/// @param holds in the order in which they began
/// @param marks events without length (chunks, wake-ups, decisions), by time
/// @param lags how much later than the kernel the programs knew, by time; empty where no packet was seen
/// @param wall nanoseconds from the origin to the last event
/// @param active nanoseconds of wall time in which no lane was held
public record Timeline(List<Span> spans, List<Hold> holds, List<TraceEvent> marks, List<AppLag> lags, long wall, long active) {

    public Timeline {
        spans = List.copyOf(spans);
        holds = List.copyOf(holds);
        marks = List.copyOf(marks);
        lags = List.copyOf(lags);
    }
}
