package dev.lifeline.analysis;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.event.PlayEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// A trace as spans, holds and marks on one axis.
///
/// @param spans in the order in which they are shown: as they began, with what never ran at its planned place
/// @param holds in the order in which they began
/// @param marks events without length (chunks, wake-ups, decisions), by time
/// @param lags how much later than the kernel the programs knew, by time; empty where no packet was seen
/// @param wall nanoseconds from the origin to the last event
/// @param active nanoseconds of wall time in which no lane was held, and no play stood before a step
/// @param stands the stretches that are no part of it, in the order in which they began
public record Timeline(List<Span> spans, List<Hold> holds, List<TraceEvent> marks, List<AppLag> lags, long wall, long active,
                       List<Stand> stands) {

    /// A stretch of time in which somebody stood still for a person: a program at a gate, or a play before a step.
    ///
    /// @param start nanoseconds since the origin
    /// @param end nanoseconds since the origin; the time of the last event where it never ended
    public record Stand(long start, long end) {
    }

    private static final Comparator<Stand> BY_START = new Comparator<>() {
        @Override
        public int compare(Stand one, Stand other) {
            return Long.compare(one.start(), other.start());
        }
    };

    public Timeline {
        // No copies: of a million events nearly all are marks.
        spans = Collections.unmodifiableList(spans);
        holds = Collections.unmodifiableList(holds);
        marks = Collections.unmodifiableList(marks);
        lags = Collections.unmodifiableList(lags);
        stands = List.copyOf(stands);
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
        List<Stand> stands = stands(events);
        return new Timeline(spans, events.holds(), events.marks(), AppLags.of(events), events.last(), events.last() - sum(stands), stands);
    }

    private static List<Stand> stands(SortedEvents events) {
        List<Stand> stands = new ArrayList<>();
        List<TraceEvent> play = events.play();
        for (int i = 0; i < play.size(); i++) {
            if (play.get(i).body() instanceof PlayEvent.StepHeld held) {
                stands.add(new Stand(play.get(i).at(), began(held.number(), play.subList(i, play.size()), events.last())));
            }
        }
        for (Hold hold : events.holds()) {
            stands.add(new Stand(hold.start(), hold.end()));
        }
        stands.sort(BY_START);
        return stands;
    }

    private static long began(int number, List<TraceEvent> behind, long last) {
        for (TraceEvent event : behind) {
            if (event.body() instanceof PlayEvent.StepStarted step && step.number() == number) {
                return event.at();
            }
        }
        return last;
    }

    /// Tells whether somebody held a lane on purpose during a stage, or a play stood: then its time says nothing of the connection.
    public boolean held(Span span) {
        return held(span.start(), span.end());
    }

    /// The same between two moments, in nanoseconds since the origin.
    public boolean held(long from, long to) {
        for (Stand each : stands) {
            if (each.start() < to && each.end() > from) {
                return true;
            }
        }
        return false;
    }

    /// Nanoseconds of a stage's time in which the other side was held on purpose, or the play stood, and then went on: what the stage
    /// waited for may have waited for that. Of a hold that outlasts the stage it did not wait, and a client's connect waits for the
    /// kernel alone (connect(2)): 0.
    public long heldWithin(Span span) {
        if (span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT) {
            return 0;
        }
        List<Stand> within = new ArrayList<>();
        for (Stand each : stands) {
            if (Math.max(each.start(), span.start()) < each.end() && each.end() <= span.end()) {
                within.add(new Stand(Math.max(each.start(), span.start()), each.end()));
            }
        }
        within.sort(BY_START);
        return sum(within);
    }

    /// Nanoseconds in which at least one of them lasted; they stand in the order in which they began.
    private static long sum(List<Stand> stands) {
        long sum = 0;
        long covered = Long.MIN_VALUE;
        for (Stand each : stands) {
            long from = Math.max(each.start(), covered);
            if (each.end() > from) {
                sum += each.end() - from;
                covered = each.end();
            }
        }
        return sum;
    }
}
