package dev.lifeline.view.stages;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.web.ExchangeWords;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Requests on one connection that have one row together: where there are more than a screen shows, the first has its rows, and the
/// others that were answered whole have one. What failed, or is under way, is never folded.
final class FoldedExchanges {

    /// Exchanges of a connection that have rows of their own each.
    private static final int APART = 3;

    private final Map<Span, List<ExchangeFacts>> folded = new IdentityHashMap<>();
    private final Map<Span, Span> members = new IdentityHashMap<>();
    private final Glyphs glyphs;

    /// @param spans of one section
    FoldedExchanges(TraceIndex index, List<Span> spans, Glyphs glyphs) {
        this.glyphs = glyphs;
        for (Span span : spans) {
            if (span.stage() == Stage.REQUEST && index.web().exchanges(span.lane(), span.connection()).size() > APART) {
                place(span, index.web().exchanges(span.lane(), span.connection()));
            }
        }
        for (Span span : spans) {
            Span first = span.stage() == Stage.IDLE && span.state() instanceof Span.Done ? before(span, spans) : null;
            if (first != null) {
                members.put(span, first);
            }
        }
    }

    private void place(Span request, List<ExchangeFacts> all) {
        ExchangeFacts own = null;
        Span first = null;
        for (ExchangeFacts each : all) {
            own = each.span(Stage.REQUEST) == request ? each : own;
            first = first == null && each.number() > 1 && each.responded() != null ? each.span(Stage.REQUEST) : first;
        }
        if (own == null || own.number() == 1 || own.responded() == null) {
            return;
        }
        List<ExchangeFacts> group = folded.get(first);
        if (group == null) {
            group = new ArrayList<>();
            folded.put(first, group);
        }
        group.add(own);
        for (Stage stage : new Stage[] {Stage.REQUEST, Stage.FIRST_BYTE, Stage.HANDLER, Stage.RESPONSE}) {
            if (own.span(stage) != null) {
                members.put(own.span(stage), first);
            }
        }
    }

    /// The folded request that an idle time stands before; `null` where it stands before none.
    private Span before(Span idle, List<Span> spans) {
        Span next = null;
        for (Span span : spans) {
            if (span.stage() == Stage.REQUEST && span.lane() == idle.lane() && span.connection() == idle.connection() && span.start() >= idle.end()
                    && (next == null || span.start() < next.start())) {
                next = span;
            }
        }
        return next == null ? null : members.get(next);
    }

    /// Says if a span is told by the row of another.
    boolean isTold(Span span) {
        Span first = members.get(span);
        return first != null && first != span;
    }

    /// The row of all that are folded at this span; `null` where it has rows of its own.
    WaterfallRow row(Span span) {
        List<ExchangeFacts> group = folded.get(span);
        if (group == null) {
            return null;
        }
        long end = span.end();
        for (ExchangeFacts each : group) {
            end = Math.max(end, each.span(Stage.RESPONSE).end());
        }
        return new WaterfallRow(ExchangeWords.label(group.size()), span.lane().label(), WaterfallRow.Kind.DONE, span.start(), end, end,
                WaterfallRows.role(span.lane()), ExchangeWords.folded(group, span.lane() == Lane.CLIENT, glyphs), List.of());
    }
}
