package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Draws the kernel's side of a stop. A line that was another at the stop before has a `*`.
public final class InspectCard {

    private InspectCard() {
    }

    /// Draws a pane.
    public static Card of(Journey journey, Pane pane, Canvas canvas) {
        StopSight sight = new StopSight(journey);
        List<CardLine> now = lines(pane, sight, sight.index(), canvas.glyphs());
        List<CardLine> lines = new ArrayList<>();
        if (now.isEmpty()) {
            lines.add(CardLine.aside(pane.label(), Role.STRONG, nothing(sight, pane)));
            return CardTable.draw(lines, canvas);
        }
        String when = "as seen by " + Durations.of(Math.max(0, sight.index().last() - sight.began()), canvas.glyphs());
        lines.add(CardLine.aside(pane.label(), Role.STRONG, when + (journey.isReplay() ? ", REPLAY of stop " + journey.cursor() : "")
                + (journey.cursor() > 1 ? "; * is news since stop " + (journey.cursor() - 1) : "")).saying(pane.label() + " " + when
                + (journey.isReplay() ? ", REPLAY of stop " + journey.cursor() : "")));
        lines.addAll(journey.cursor() > 1 ? marked(now, lines(pane, sight, sight.before(), canvas.glyphs())) : now);
        return CardTable.draw(lines, canvas);
    }

    private static List<CardLine> lines(Pane pane, StopSight sight, TraceIndex index, Glyphs glyphs) {
        Looked looked = new Looked(index, sight.sides(), sight.began());
        return switch (pane) {
            case SOCKETS -> looked.sockets(glyphs);
            case QUEUES -> looked.queues(glyphs);
            case TCPINFO -> looked.tcpInfo(glyphs);
            case PACKETS -> new WireLines(looked.index(), looked.began()).packets(glyphs);
            case ROUTE -> new WireLines(looked.index(), looked.began()).route(glyphs);
            case THREADS -> new ProgramLines(looked.index(), looked.sides(), looked.began()).lines(glyphs);
            case TLS -> new WebLines(index, sight.stop(), sight.sides()).tls();
            case REQUEST -> new WebLines(index, sight.stop(), sight.sides()).request();
        };
    }

    private static String nothing(StopSight sight, Pane pane) {
        String source = switch (pane) {
            case SOCKETS, QUEUES, TCPINFO -> "sockdiag";
            case PACKETS -> "packet";
            case ROUTE -> "route";
            case THREADS, TLS, REQUEST -> null;
        };
        return source == null || sight.index().header().available(source) ? "nothing was seen yet"
                : "not looked at: the source " + source + " took no part; trace doctor says why";
    }

    /// Compares by label, side and place among those alike.
    private static List<CardLine> marked(List<CardLine> now, List<CardLine> before) {
        Map<String, List<String>> old = new HashMap<>();
        for (CardLine line : before) {
            old.computeIfAbsent(line.label() + line.side(), _ -> new ArrayList<>()).add(line.words() + line.figure());
        }
        List<CardLine> marked = new ArrayList<>();
        for (CardLine line : now) {
            List<String> same = old.get(line.label() + line.side());
            boolean news = line.role() != Role.DIM && (same == null || same.isEmpty() || !same.removeFirst().equals(line.words() + line.figure()));
            marked.add(new CardLine(line.label(), line.role(), line.side(), (news ? "* " : "  ") + line.words(), line.figure(), line.evidence(),
                    news && line.said() != null ? line.said() + " (news)" : line.said()));
        }
        return marked;
    }
}
