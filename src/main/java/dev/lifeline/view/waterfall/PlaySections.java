package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionActors;
import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The connections of a play, one below the other, each with the actors at its two ends.
public final class PlaySections {

    private PlaySections() {
    }

    /// The sections; what belongs to no connection comes first.
    static List<WaterfallSection> of(TraceIndex index, Glyphs glyphs) {
        Connections connections = index.connections();
        TreeMap<Ends, List<Span>> spans = new TreeMap<>(Comparator.comparingInt(Ends::number));
        Map<Ends, List<Hold>> holds = new HashMap<>();
        for (Span span : index.timeline().spans()) {
            spans.computeIfAbsent(connections.of(span.lane(), span.connection()), ends -> new ArrayList<>()).add(span);
        }
        for (Hold hold : index.timeline().holds()) {
            Ends ends = connections.of(hold.lane(), hold.connection());
            holds.computeIfAbsent(ends, its -> new ArrayList<>()).add(hold);
            spans.putIfAbsent(ends, new ArrayList<>());
        }
        ConnectionActors actors = index.actors();
        WaterfallRows rows = new WaterfallRows(index, glyphs);
        List<WaterfallSection> sections = new ArrayList<>();
        spans.forEach((ends, its) -> sections.add(new WaterfallSection(heading(ends, actors, glyphs),
                WaterfallSection.rows(rows, its, holds.getOrDefault(ends, List.of())))));
        return sections;
    }

    private static String heading(Ends ends, ConnectionActors actors, Glyphs glyphs) {
        if (ends.equals(Connections.NONE)) {
            return null;
        }
        String number = "connection " + (ends.client() == 0 ? ends.server() + " of the server" : String.valueOf(ends.client()));
        String names = names(ends, actors, glyphs);
        return names.isEmpty() ? number : number + "   " + names;
    }

    /// Names the ends of a connection, as far as the play said so: `client → peer`; empty where it did not.
    public static String names(Ends ends, ConnectionActors actors, Glyphs glyphs) {
        String client = actors.name(Lane.CLIENT, ends.client());
        String server = actors.name(Lane.SERVER, ends.server());
        if (client == null || server == null) {
            return client != null ? Printable.ascii(client) : server != null ? Printable.ascii(server) : "";
        }
        return Printable.ascii(client) + " " + glyphs.arrow() + " " + Printable.ascii(server);
    }
}
