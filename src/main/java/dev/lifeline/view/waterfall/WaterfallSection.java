package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionGroup;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.EndpointWords;
import java.util.ArrayList;
import java.util.List;

/// A part of the waterfall: all rows of one connection, or of none.
///
/// @param heading the line over it, or `null` where it needs none
/// @param rows from top to bottom
record WaterfallSection(String heading, List<WaterfallRow> rows) {

    /// Connections that are drawn; nobody reads more.
    static final int MOST_CONNECTIONS = 50;

    /// Stages, and holds, of one section that are drawn. An ordinary life has about ten.
    private static final int MOST_ROWS = 200;

    /// All in one: for a single connection.
    static List<WaterfallSection> single(TraceIndex index, Glyphs glyphs) {
        List<WaterfallRow> rows = rows(new WaterfallRows(index, glyphs), index.timeline().spans(), index.timeline().holds());
        int more = index.timeline().spans().size() + index.timeline().holds().size() - rows.size();
        WaterfallSection all = new WaterfallSection(null, rows);
        return more == 0 ? List.of(all) : List.of(all, more(more, "more stage", glyphs));
    }

    /// One for each connection, for a server that had many; what belongs to none comes first.
    static List<WaterfallSection> byConnection(TraceIndex index, Glyphs glyphs) {
        WaterfallRows rows = new WaterfallRows(index, glyphs);
        List<WaterfallSection> sections = new ArrayList<>();
        int more = 0;
        for (ConnectionGroup group : index.groups()) {
            if (sections.size() > MOST_CONNECTIONS) {
                more++;
                continue;
            }
            int connection = group.ends().number();
            sections.add(new WaterfallSection(connection == 0 ? null : heading(connection, group.spans()),
                    rows(rows, group.spans(), group.holds())));
        }
        if (more > 0) {
            sections.add(more(more, "more connection", glyphs));
        }
        return sections;
    }

    private static WaterfallSection more(int count, String noun, Glyphs glyphs) {
        return new WaterfallSection(glyphs.ellipsis() + " " + Counted.of(count, noun), List.of());
    }

    /// The rows of these spans and holds, as many as anybody reads.
    static List<WaterfallRow> rows(WaterfallRows rows, List<Span> spans, List<Hold> holds) {
        return rows.of(spans.subList(0, Math.min(spans.size(), MOST_ROWS)), holds.subList(0, Math.min(holds.size(), MOST_ROWS)));
    }

    private static String heading(int connection, List<Span> spans) {
        for (Span span : spans) {
            if (span.outcome() instanceof Outcome.Accepted accepted) {
                return "connection " + connection + "   from " + EndpointWords.of(accepted.tuple().remote());
            }
        }
        return "connection " + connection;
    }
}
