package dev.lifeline.view.table;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.SocketWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sockets of a play at the labels of its steps, as `ss` would have shown them then: both ends of each connection, and the
/// listeners, whose recv-q is their accept queue and whose send-q its limit.
public final class LabelTables {

    private static final int LABEL = 14;
    /// Sockets of one moment that are shown; of a crowd the others are counted.
    private static final int MOST = 12;
    private static final String NONE = "-";

    private LabelTables() {
    }

    /// Draws all of them, each with an empty line above it.
    ///
    /// @param sentences whether no column may mean something
    public static Frame all(TraceIndex index, boolean sentences, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (LabelMoment moment : index.labels()) {
            if (sentences) {
                FindingSentences.add(lines, "At " + Printable.ascii(moment.label()) + ", " + when(index, moment, canvas) + ": "
                        + SocketWords.at(moment) + ".", Role.PLAIN, canvas);
            } else {
                lines.add(Line.EMPTY);
                table(moment, canvas, lines);
                HangingIndent.add(lines, "", Role.DIM, "at " + Printable.ascii(moment.label()) + ", " + when(index, moment, canvas), Role.DIM,
                        LABEL, canvas);
            }
        }
        return new Frame(lines);
    }

    private static String when(TraceIndex index, LabelMoment moment, Canvas canvas) {
        String at = Durations.of(moment.at() - index.began(), canvas.glyphs());
        return "looked at by " + at + (moment.at() <= moment.ended() ? ""
                : ", " + Durations.of(moment.at() - moment.ended(), canvas.glyphs()) + " after the step had ended");
    }

    private static void table(LabelMoment moment, Canvas canvas, List<Line> lines) {
        List<String[]> rows = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        rows.add(SocketPanel.headings("sockets"));
        roles.add(Role.DIM);
        List<LabelMoment.End> ends = moment.ends();
        int shown = ends.size() > MOST ? MOST - 1 : ends.size();
        for (LabelMoment.End end : ends.subList(0, shown)) {
            String name = Printable.ascii(end.name());
            rows.add(end.socket() == null ? new String[] {name, "gone", NONE, NONE, NONE, NONE}
                    : SocketPanel.cells(end.end(), name, end.socket(), canvas.glyphs()));
            roles.add(end.end() == Lane.CLIENT ? Role.CLIENT : Role.SERVER);
        }
        for (LabelMoment.Listener listener : moment.listeners()) {
            ListenerSeen seen = listener.seen();
            rows.add(new String[] {Printable.ascii(listener.name()), "LISTEN", NONE, Counted.grouped(seen.queued()),
                    Counted.grouped(seen.backlog()), NONE});
            roles.add(Role.SERVER);
        }
        if (SocketPanel.width(rows) > canvas.width()) {
            // A table whose queues are cut off says less than a sentence.
            HangingIndent.add(lines, "sockets", Role.DIM, SocketWords.at(moment), Role.PLAIN, LABEL, canvas);
            return;
        }
        SocketPanel.draw(rows, roles, canvas, lines);
        if (shown < ends.size()) {
            HangingIndent.add(lines, "", Role.DIM, "and " + Counted.of(ends.size() - shown, "more end") + " of connections: "
                    + states(ends.subList(shown, ends.size())), Role.DIM, LABEL, canvas);
        }
    }

    /// Counts by state: `40 SYN_SENT, 5 ESTABLISHED`.
    private static String states(List<LabelMoment.End> ends) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (LabelMoment.End end : ends) {
            counts.merge(end.socket() == null ? "gone" : end.socket().state().label(), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        counts.forEach((state, count) -> text.append(text.isEmpty() ? "" : ", ").append(count).append(' ').append(state));
        return text.toString();
    }
}
