package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionGroup;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader;
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
public record WaterfallSection(String heading, List<WaterfallRow> rows) {

    /// Connections that are drawn; nobody reads more.
    static final int MOST_CONNECTIONS = 50;

    /// Stages, and holds, of one section that are drawn. An ordinary life has about ten.
    private static final int MOST_ROWS = 200;

    /// The sections of a trace: one for each connection of a server or a play that had several, else one for all.
    public static List<WaterfallSection> of(TraceIndex index, RowMaker rows, Glyphs glyphs) {
        if (index.header().mode() == TraceHeader.Mode.SERVER) {
            return connections(index) > 1 ? byConnection(index, rows, glyphs) : single(index, rows, glyphs);
        }
        return index.header().connections() > 1 ? PlaySections.of(index, rows, glyphs) : single(index, rows, glyphs);
    }

    private static int connections(TraceIndex index) {
        int most = 0;
        for (Span span : index.timeline().spans()) {
            if (span.lane() == Lane.SERVER) {
                most = Math.max(most, span.connection());
            }
        }
        return most;
    }

    /// All in one: for a single connection.
    static List<WaterfallSection> single(TraceIndex index, RowMaker maker, Glyphs glyphs) {
        List<WaterfallRow> rows = rows(maker, index.timeline().spans(), index.timeline().holds());
        int more = Math.max(0, index.timeline().spans().size() - MOST_ROWS) + Math.max(0, index.timeline().holds().size() - MOST_ROWS);
        WaterfallSection all = new WaterfallSection(null, rows);
        return more == 0 ? List.of(all) : List.of(all, more(more, "more stage", glyphs));
    }

    /// One for each connection, for a server that had many; what belongs to none comes first.
    static List<WaterfallSection> byConnection(TraceIndex index, RowMaker rows, Glyphs glyphs) {
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
    static List<WaterfallRow> rows(RowMaker rows, List<Span> spans, List<Hold> holds) {
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
