package dev.lifeline.view;

import dev.lifeline.model.Lane;
import dev.lifeline.timeline.Actors;
import dev.lifeline.timeline.Hold;
import dev.lifeline.timeline.JoinedConnection;
import dev.lifeline.timeline.Span;
import dev.lifeline.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The connections of a play, one below the other, each with the actors at its two ends. Both lanes count their own connections; the
/// two ends of one are joined by their four-tuple, and an end that nobody met stands for itself.
final class PlaySections {

    /// Which connection, from the client's side where there is one.
    private record Life(int client, int server) implements Comparable<Life> {

        private static final Life NONE = new Life(0, 0);

        /// By the client's number; ends of a server alone come last.
        @Override
        public int compareTo(Life other) {
            int mine = client == 0 && server > 0 ? Integer.MAX_VALUE : client;
            int its = other.client == 0 && other.server > 0 ? Integer.MAX_VALUE : other.client;
            return mine != its ? Integer.compare(mine, its) : Integer.compare(server, other.server);
        }
    }

    private final Map<Integer, Integer> clientOf = new HashMap<>();
    private final Map<Integer, Integer> serverOf = new HashMap<>();

    private PlaySections(Timeline timeline) {
        for (JoinedConnection joined : JoinedConnection.of(timeline.spans())) {
            clientOf.put(joined.accept().connection(), joined.connect().connection());
            serverOf.put(joined.connect().connection(), joined.accept().connection());
        }
    }

    /// The sections; what belongs to no connection comes first.
    static List<WaterfallSection> of(Timeline timeline, Glyphs glyphs) {
        PlaySections play = new PlaySections(timeline);
        TreeMap<Life, List<Span>> spans = new TreeMap<>();
        TreeMap<Life, List<Hold>> holds = new TreeMap<>();
        for (Span span : timeline.spans()) {
            spans.computeIfAbsent(play.life(span.lane(), span.connection()), life -> new ArrayList<>()).add(span);
        }
        for (Hold hold : timeline.holds()) {
            Life life = play.life(hold.lane(), hold.connection());
            holds.computeIfAbsent(life, its -> new ArrayList<>()).add(hold);
            spans.putIfAbsent(life, new ArrayList<>());
        }
        Actors actors = Actors.of(timeline.marks());
        WaterfallRows rows = new WaterfallRows(timeline, glyphs);
        List<WaterfallSection> sections = new ArrayList<>();
        spans.forEach((life, its) -> sections.add(new WaterfallSection(heading(life, actors, glyphs),
                WaterfallSection.rows(rows, its, holds.getOrDefault(life, List.of())))));
        return sections;
    }

    /// The kernel's lane counts as the client does.
    private Life life(Lane lane, int connection) {
        if (connection == 0) {
            return Life.NONE;
        }
        int client = lane == Lane.SERVER ? clientOf.getOrDefault(connection, 0) : connection;
        return new Life(client, client == 0 ? connection : serverOf.getOrDefault(client, 0));
    }

    private static String heading(Life life, Actors actors, Glyphs glyphs) {
        if (life.equals(Life.NONE)) {
            return null;
        }
        String number = "connection " + (life.client() == 0 ? life.server() + " of the server" : String.valueOf(life.client()));
        String client = actors.name(Lane.CLIENT, life.client());
        String server = actors.name(Lane.SERVER, life.server());
        if (client == null && server == null) {
            return number;
        }
        String names = client == null ? Text.safe(server) : Text.safe(client);
        return number + "   " + (client == null || server == null ? names : names + " " + glyphs.arrow() + " " + Text.safe(server));
    }
}
