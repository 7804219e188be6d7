package dev.lifeline.analysis;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.PlannedStage;
import java.util.Collections;
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
        // No copies: of a million events nearly all are marks.
        spans = Collections.unmodifiableList(spans);
        holds = Collections.unmodifiableList(holds);
        marks = Collections.unmodifiableList(marks);
        lags = Collections.unmodifiableList(lags);
    }

    /// Builds the timeline of a trace: the stages of the programs, what can be concluded beside them, and what never ran.
    ///
    /// @param joined the connections that both sides saw
    /// @param plan what was asked for
    static Timeline of(SortedEvents events, List<JoinedConnection> joined, List<PlannedStage> plan) {
        KernelSpans beside = new KernelSpans();
        Handshakes.add(events.stages(), events.flows(), beside);
        AcceptQueues.add(events, joined, beside);
        List<Span> spans = NotReachedStages.addTo(beside.in(events.stages()), plan);
        return new Timeline(spans, events.holds(), events.marks(), AppLags.of(events), events.last(),
                events.last() - held(events.holds()));
    }

    /// Tells whether somebody held a lane on purpose during a stage: then its time says nothing of the connection.
    public boolean held(Span span) {
        for (Hold hold : holds) {
            if (hold.start() < span.end() && hold.end() > span.start()) {
                return true;
            }
        }
        return false;
    }

    /// Nanoseconds of a stage's time in which the other side was held on purpose, and then went on: what the stage waited for may
    /// have waited for that. Of a hold that outlasts the stage it did not wait.
    public long heldWithin(Span span) {
        List<Hold> within = new java.util.ArrayList<>();
        for (Hold hold : holds) {
            long from = Math.max(hold.start(), span.start());
            long until = Math.min(hold.end(), span.end());
            if (from < until && hold.end() <= span.end()) {
                within.add(new Hold(hold.lane(), hold.connection(), hold.stage(), hold.after(), from, until, hold.reason()));
            }
        }
        within.sort((one, other) -> Long.compare(one.start(), other.start()));
        return held(within);
    }

    /// Nanoseconds in which at least one lane was held; the holds stand in the order in which they began.
    private static long held(List<Hold> holds) {
        long sum = 0;
        long covered = Long.MIN_VALUE;
        for (Hold hold : holds) {
            long from = Math.max(hold.start(), covered);
            if (hold.end() > from) {
                sum += hold.end() - from;
                covered = hold.end();
            }
        }
        return sum;
    }
}
