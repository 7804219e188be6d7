package dev.lifeline.step.card;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.analysis.Connections;
import dev.lifeline.step.StepEnd;
import dev.lifeline.step.Stop;
import dev.lifeline.step.StopHit;
import dev.lifeline.step.Watch;
import dev.lifeline.step.WatchedLooks;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;

/// The breakpoints and watches that a stop is due to: the places in one line, and a line for each change.
///
/// @param sight the view from the stop
/// @param width of the card
record HitLines(StopSight sight, int width, Glyphs glyphs) {

    /// Columns of a line that are not for its words: label, side and the number of the fact.
    private static final int BESIDE = CardTable.LABEL + 5;

    /// Changes that have a line of their own: a card is short.
    private static final int MOST_CHANGES = 2;

    List<CardLine> lines() {
        List<CardLine> lines = new ArrayList<>();
        StringBuilder places = new StringBuilder();
        int breakpoints = 0;
        int changes = 0;
        for (StopHit hit : sight.stop().hits()) {
            if (hit.after() == null) {
                breakpoints++;
                places.append(places.isEmpty() ? "" : "; ").append(hit.number()).append(' ').append(hit.cause().text()).append(stood(hit.stood()));
            } else if (++changes <= MOST_CHANGES) {
                lines.add(change(hit));
            }
        }
        if (changes > MOST_CHANGES) {
            lines.add(CardLine.aside("", Role.DIM, "and " + Counted.of(changes - MOST_CHANGES, "change") + " more"));
        }
        if (breakpoints > 0) {
            lines.addFirst(CardLine.aside(breakpoints == 1 ? "breakpoint" : "breakpoints", Role.HELD, places.toString()));
        }
        return lines;
    }

    /// Somebody else has come to a breakpoint in the same moment.
    private String stood(Stop stop) {
        return stop == null ? "" : " (" + (stop.actor() != null ? Printable.ascii(stop.actor()) : stop.lane() == null ? "the play" : stop.lane().label()
                + (sight.numbered() && stop.connection() > 0 ? " " + stop.connection() : "")) + ")";
    }

    private CardLine change(StopHit hit) {
        if (hit.cause() instanceof StepEnd end) {
            return CardLine.fact("breakpoint", Role.HELD, "", hit.number() + " " + end.text() + ": it ended by "
                    + Durations.moment(hit.after().at() - sight.began()), List.of(hit.after()));
        }
        Watch watch = (Watch) hit.cause();
        List<TraceEvent> evidence = hit.before() == null ? List.of(hit.after()) : List.of(hit.before(), hit.after());
        return CardLine.fact(hit.number() <= StopHit.WHILE_STOPPED ? "while stopped" : "watch " + hit.number(), Role.KERNEL, side(hit.after()), StopWords.changed(
                hit.before() == null ? null : value(watch, hit.before(), false), value(watch, hit.after(), true),
                hit.before() == null ? 0 : hit.before().at() - sight.began(), hit.after().at() - sight.began(), width - BESIDE - Math.max(CardTable.SIDE, side(hit.after()).length() + 1), glyphs), evidence);
    }

    private static String value(Watch watch, TraceEvent look, boolean whole) {
        long value = WatchedLooks.value(watch, look);
        return switch (watch.value()) {
            case RECVQ -> Counted.grouped(value) + (whole ? " unread" : "");
            case SENDQ -> Counted.grouped(value) + (whole ? " unacknowledged" : "");
            case ACCEPTQ -> Counted.grouped(value) + (whole ? " waiting" : "");
            case STATE -> value == 0 ? "gone" : ((SocketSeen) look.body()).socket().state().label();
        };
    }

    /// Names the side of a socket, or its actor where several are there.
    private String side(TraceEvent look) {
        if (look.body() instanceof ListenerSeen) {
            return Lane.SERVER.label();
        }
        Lane end = look.body() instanceof SocketSeen seen ? seen.end() : ((SocketGone) look.body()).end();
        if (!sight.numbered()) {
            return end.label();
        }
        Connections.Ends ends = sight.index().connections().of(Lane.KERNEL, look.connection());
        String actor = sight.index().actors().name(end, end == Lane.CLIENT ? ends.client() : ends.server());
        return actor == null ? end.label() + " " + ends.number() : Printable.ascii(actor);
    }
}
