package dev.lifeline.step.card;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.RouteDisagreed;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.PacketWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.StageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Packets and routes as lines of a card.
///
/// @param index the trace up to the moment
/// @param began the time from which times are counted, in nanoseconds since the origin
record WireLines(TraceIndex index, long began) {

    /// More would not fit beside a prompt.
    private static final int MOST_PACKETS = 14;

    List<CardLine> packets(Glyphs glyphs) {
        List<CardLine> lines = new ArrayList<>();
        Map<Integer, PacketWords> flows = new HashMap<>();
        for (TraceEvent event : index.kernel()) {
            if (event.body() instanceof SegmentSeen segment) {
                PacketWords.Label label = flows.computeIfAbsent(event.connection(), _ -> new PacketWords(glyphs)).next(segment);
                lines.add(CardLine.fact(Durations.moment(event.at() - began), Role.PLAIN, segment.from().label(), label.text(), List.of(event)));
            }
        }
        int more = lines.size() - MOST_PACKETS;
        if (more > 0) {
            lines.subList(0, more).clear();
            lines.addFirst(CardLine.aside("", Role.DIM, more + " before these"));
        }
        return lines;
    }

    List<CardLine> route(Glyphs glyphs) {
        List<CardLine> lines = new ArrayList<>();
        for (Span span : index.stages()) {
            if (span.stage() == Stage.ROUTE && span.ended() != null) {
                lines.add(CardLine.fact("client", Role.CLIENT, "", StageWords.phrase(span, glyphs), List.of(span.begun(), span.ended())));
            }
        }
        for (TraceEvent event : index.kernel()) {
            if (event.body() instanceof RouteAnswered answered) {
                lines.add(CardLine.fact("kernel", Role.KERNEL, "", RouteWords.phrase(answered, null), List.of(event)));
            } else if (event.body() instanceof RouteDisagreed other) {
                lines.add(CardLine.fact("kernel", Role.KERNEL, "", RouteWords.of(other).phrase(), List.of(event)));
            }
        }
        return lines;
    }
}
