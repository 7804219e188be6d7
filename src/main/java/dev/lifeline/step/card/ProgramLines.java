package dev.lifeline.step.card;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.HoldWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The programs as lines of a card: who stands at a gate, and who is in a call.
///
/// @param index the trace up to the moment
/// @param sides whether both programs are traced
/// @param began the time from which times are counted, in nanoseconds since the origin
record ProgramLines(TraceIndex index, boolean sides, long began) {

    private static List<TraceEvent> held(TraceIndex index) {
        Set<Long> ended = new HashSet<>();
        for (TraceEvent event : index.events()) {
            if (event.body() instanceof HoldEvent.HoldEnded end) {
                ended.add(end.started());
            }
        }
        List<TraceEvent> held = new ArrayList<>();
        for (TraceEvent event : index.events()) {
            if (event.body() instanceof HoldEvent.HoldStarted && !ended.contains(event.sequence())) {
                held.add(event);
            }
        }
        return held;
    }

    private static String held(TraceEvent event, long now) {
        HoldEvent.HoldStarted hold = (HoldEvent.HoldStarted) event.body();
        return "held " + HoldWords.place(new Hold(event.lane(), event.connection(), hold.stage(), hold.after(), event.at(), now, hold.reason()));
    }

    /// Says for a moment at which nobody waits for the person who is held all the same, and if a call is under way.
    static String waiting(TraceIndex index) {
        List<TraceEvent> held = held(index);
        TraceEvent last = held.isEmpty() ? null : held.getLast();
        boolean called = false;
        for (Span span : index.stages()) {
            called |= span.state().kind() == Span.Kind.OPEN;
        }
        return (last == null ? "nobody stands at a gate" : last.lane().label() + " " + held(last, index.last()))
                + (called ? "; a call is under way" : "; no call under way");
    }

    List<CardLine> lines(Glyphs glyphs) {
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : held(index)) {
            lines.add(new CardLine(event.lane().label(), WaterfallRows.role(event.lane()), "", held(event, index.last()), "", List.of(event)));
        }
        for (Span span : index.stages()) {
            if (span.state().kind() == Span.Kind.OPEN) {
                lines.add(new CardLine(span.lane().label(), WaterfallRows.role(span.lane()), "", "in " + span.stage().label() + ", since "
                        + Durations.moment(span.start() - began), "", List.of(span.begun())));
            }
        }
        for (Lane lane : Lane.values()) {
            if (index.header().mode().observes(lane) && lines.stream().noneMatch(line -> line.label().equals(lane.label()))) {
                lines.add(CardLine.aside(lane.label(), WaterfallRows.role(lane), "in no call of a stage, and at no gate"));
            }
        }
        return lines;
    }
}
