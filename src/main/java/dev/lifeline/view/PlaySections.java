package dev.lifeline.view;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.timeline.Actors;
import dev.lifeline.timeline.Connections;
import dev.lifeline.timeline.Connections.Ends;
import dev.lifeline.timeline.Hold;
import dev.lifeline.timeline.Span;
import dev.lifeline.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The connections of a play, one below the other, each with the actors at its two ends.
final class PlaySections {

    private PlaySections() {
    }

    /// The sections; what belongs to no connection comes first.
    static List<WaterfallSection> of(Trace trace, Timeline timeline, Glyphs glyphs) {
        Connections connections = Connections.of(trace, timeline);
        TreeMap<Ends, List<Span>> spans = new TreeMap<>(Comparator.comparingInt(Ends::number));
        Map<Ends, List<Hold>> holds = new HashMap<>();
        for (Span span : timeline.spans()) {
            spans.computeIfAbsent(connections.of(span.lane(), span.connection()), ends -> new ArrayList<>()).add(span);
        }
        for (Hold hold : timeline.holds()) {
            Ends ends = connections.of(hold.lane(), hold.connection());
            holds.computeIfAbsent(ends, its -> new ArrayList<>()).add(hold);
            spans.putIfAbsent(ends, new ArrayList<>());
        }
        Actors actors = Actors.of(timeline.marks());
        WaterfallRows rows = new WaterfallRows(trace.header().target(), timeline, glyphs);
        List<WaterfallSection> sections = new ArrayList<>();
        spans.forEach((ends, its) -> sections.add(new WaterfallSection(heading(ends, actors, glyphs),
                WaterfallSection.rows(rows, its, holds.getOrDefault(ends, List.of())))));
        return sections;
    }

    private static String heading(Ends ends, Actors actors, Glyphs glyphs) {
        if (ends.equals(Connections.NONE)) {
            return null;
        }
        String number = "connection " + (ends.client() == 0 ? ends.server() + " of the server" : String.valueOf(ends.client()));
        String names = names(ends, actors, glyphs);
        return names.isEmpty() ? number : number + "   " + names;
    }

    /// Who is at the ends of a connection, as far as the play said so: `client → peer`; empty where it did not.
    static String names(Ends ends, Actors actors, Glyphs glyphs) {
        String client = actors.name(Lane.CLIENT, ends.client());
        String server = actors.name(Lane.SERVER, ends.server());
        if (client == null || server == null) {
            return client != null ? Text.safe(client) : server != null ? Text.safe(server) : "";
        }
        return Text.safe(client) + " " + glyphs.arrow() + " " + Text.safe(server);
    }
}
