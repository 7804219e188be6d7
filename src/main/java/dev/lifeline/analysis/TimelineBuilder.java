package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.ArrayList;
import java.util.List;

/// Builds the timeline of a trace: one pass over the events, then what can be concluded, then what never ran.
public final class TimelineBuilder {

    private TimelineBuilder() {
    }

    /// The timeline of a trace. Time and memory grow with the number of events; chunks are kept as references only.
    public static Timeline of(Trace trace) {
        SpanPairing pairing = new SpanPairing();
        HoldPairing holding = new HoldPairing();
        List<TraceEvent> marks = new ArrayList<>();
        PacketFlows flows = new PacketFlows();
        QueueLooks looks = new QueueLooks();
        for (TraceEvent event : trace.events()) {
            // Not a pattern switch: of a million events nearly all are marks, and this runs in the first 140 ms of the process.
            if (event.body() instanceof StageEvent body) {
                pairing.accept(event, body);
            } else if (event.body() instanceof HoldEvent body) {
                holding.accept(event, body);
            } else {
                marks.add(event);
                if (event.body() instanceof PacketEvent body) {
                    flows.accept(event, body);
                } else if (event.body() instanceof KernelEvent body) {
                    looks.accept(event, body);
                }
            }
        }
        long wall = trace.events().isEmpty() ? 0 : trace.events().getLast().at();
        List<Hold> holds = holding.holds(wall);
        List<Span> programs = pairing.spans(wall);
        KernelSpans beside = new KernelSpans();
        Handshakes.add(programs, flows, beside);
        AcceptQueues.add(programs, flows, looks, wall, beside);
        return new Timeline(NotReachedStages.addTo(beside.in(programs), trace.header().plan()), holds, marks,
                AppLags.of(programs, flows, holds, marks), wall, wall - held(holds));
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
