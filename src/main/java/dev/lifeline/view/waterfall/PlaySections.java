package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionActors;
import dev.lifeline.analysis.ConnectionGroup;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.datagram.DatagramWords;
import java.util.ArrayList;
import java.util.List;

/// The connections of a play, one below the other, each with the actors at its two ends.
public final class PlaySections {

    private PlaySections() {
    }

    /// The sections; what belongs to no connection comes first.
    static List<WaterfallSection> of(TraceIndex index, RowMaker rows, Glyphs glyphs) {
        List<WaterfallSection> sections = new ArrayList<>();
        for (ConnectionGroup group : index.groups()) {
            if (index.hasCrowds() && index.crowds().has(group.ends())) {
                continue;
            }
            sections.add(new WaterfallSection(heading(group.ends(), index.actors(), glyphs),
                    WaterfallSection.rows(rows, group.spans(), group.holds())));
        }
        return sections;
    }

    private static String heading(Ends ends, ConnectionActors actors, Glyphs glyphs) {
        if (ends.none()) {
            return null;
        }
        if (actors.datagrams(ends.client()) != null) {
            return DatagramWords.socket(actors.datagrams(ends.client()));
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
