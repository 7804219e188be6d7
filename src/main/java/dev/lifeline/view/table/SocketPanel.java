package dev.lifeline.view.table;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.SocketHistory.Look;
import dev.lifeline.analysis.socket.SocketHistory;
import dev.lifeline.analysis.socket.SocketMoment;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.HoldWords;
import dev.lifeline.wording.SocketWords;
import java.util.ArrayList;
import java.util.List;

/// The kernel's table of sockets, as `ss` would have shown it at the moment that matters: while a program was held, or while the
/// connection waited long for accept. Without such a moment only the last that was seen is told, on a line of its own.
public final class SocketPanel {

    private static final int LABEL = 14;
    private static final int GAP = 2;
    private static final int MOST_NAME = 40;
    /// With less room than this the column of timers is left out.
    private static final int LEAST_TIMER = 12;
    private static final String[] HEADINGS = {"", "state", "inode", "recv-q", "send-q", "timer"};

    private SocketPanel() {
    }

    /// The table with an empty line above it; none where there is no moment that matters.
    public static List<Line> table(TraceIndex index, Canvas canvas) {
        SocketMoment moment = index.moment();
        if (moment == null) {
            return List.of();
        }
        Look client = moment.client();
        Look server = moment.server();
        List<String[]> rows = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        rows.add(headings("sockets"));
        roles.add(Role.DIM);
        if (client != null) {
            rows.add(cells(Lane.CLIENT, client.seen().socket(), canvas.glyphs()));
            roles.add(Role.CLIENT);
        }
        if (server != null) {
            rows.add(cells(Lane.SERVER, server.seen().socket(), canvas.glyphs()));
            roles.add(Role.SERVER);
        }
        List<Line> lines = new ArrayList<>();
        lines.add(Line.EMPTY);
        draw(rows, roles, canvas, lines);
        if (moment.listener() != null) {
            HangingIndent.add(lines, "accept queue", Role.KERNEL, SocketWords.waiting(moment.listener()), Role.PLAIN, LABEL, canvas);
        }
        String when = Durations.of(moment.at() - index.began(), canvas.glyphs());
        HangingIndent.add(lines, "", Role.DIM, "as last seen by " + when + ", " + words(moment), Role.DIM, LABEL, canvas);
        return lines;
    }

    private static boolean last(int column) {
        return column == HEADINGS.length - 1;
    }

    /// Draws what was seen last of both ends, and the last figures of their connection.
    public static List<Line> last(SocketHistory looks, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        StringBuilder states = new StringBuilder();
        StringBuilder figures = new StringBuilder();
        for (Lane end : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            SocketHistory.Look look = looks.last(end, 0, Long.MAX_VALUE);
            SocketState gone = looks.gone(end);
            if (look != null || gone != null) {
                states.append(states.isEmpty() ? "" : "; ").append(end.label()).append(' ').append(state(look, gone));
            }
            SocketSeen informed = looks.lastWithInfo(end);
            String words = informed == null ? "" : SocketWords.figures(informed.socket().info(), canvas.glyphs());
            if (!words.isEmpty()) {
                figures.append(figures.isEmpty() ? "" : "; ").append(end.label()).append(' ').append(words);
            }
        }
        HangingIndent.add(lines, "last seen", Role.DIM, states.toString(), Role.PLAIN, LABEL, canvas);
        HangingIndent.add(lines, "tcp_info", Role.DIM, figures.toString(), Role.PLAIN, LABEL, canvas);
        return lines;
    }

    private static String state(SocketHistory.Look look, SocketState gone) {
        if (gone != null) {
            return "gone after " + gone.label();
        }
        SocketSnapshot socket = look.seen().socket();
        String wait = SocketWords.timeWait(socket);
        return socket.state().label() + (wait.isEmpty() ? "" : " for " + wait)
                + SocketWords.queues(socket)
                + SocketWords.tries(socket);
    }

    private static String words(SocketMoment moment) {
        String words = switch (moment.sort()) {
            case HELD -> "while the " + moment.hold().lane().label() + " was held " + HoldWords.place(moment.hold());
            case QUEUED -> "while the connection waited for accept";
            case HALF_OPEN -> "while only the client's end was established";
        };
        return words + (moment.beforeClose() ? " and the client had not begun to close" : "");
    }

    /// The headings, with one for the first column.
    static String[] headings(String first) {
        String[] headings = HEADINGS.clone();
        headings[0] = first;
        return headings;
    }

    private static String[] cells(Lane end, SocketSnapshot socket, Glyphs glyphs) {
        return cells(end, end.label(), socket, glyphs);
    }

    /// The cells of one socket.
    static String[] cells(Lane end, String name, SocketSnapshot socket, Glyphs glyphs) {
        return new String[] {name, socket.state().label(), SocketWords.inode(socket, end),
            Counted.grouped(socket.receiveQueue()), Counted.grouped(socket.sendQueue()), SocketWords.timer(socket, glyphs)};
    }

    /// Columns that rows take when nothing is left out but the timers.
    static int width(List<String[]> rows) {
        int all = 0;
        for (int column = 0; column < HEADINGS.length - 1; column++) {
            int widest = column == 0 ? LABEL - GAP : 0;
            for (String[] row : rows) {
                widest = Math.max(widest, row[column].length());
            }
            all += widest + 1;
        }
        return all;
    }

    /// Draws rows in the columns of the headings, which are the first of them; the first column is as wide as a label at least.
    static void draw(List<String[]> rows, List<Role> roles, Canvas canvas, List<Line> lines) {
        int[] widths = new int[HEADINGS.length];
        widths[0] = LABEL - GAP;
        for (String[] row : rows) {
            widths[0] = Math.clamp(row[0].length(), widths[0], MOST_NAME);
        }
        for (String[] row : rows) {
            for (int i = 1; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        int last = HEADINGS.length - 1;
        int width = GAP * last;
        for (int i = 0; i < last; i++) {
            width += widths[i];
        }
        // A timer that is cut has lost its figure: the columns move together for it.
        int missing = width + widths[last] - canvas.width();
        int gap = missing > 0 && missing <= (GAP - 1) * (last - 1) ? 1 : GAP;
        width -= (GAP - gap) * (last - 1);
        int columns = canvas.width() - width < Math.min(LEAST_TIMER, widths[last]) ? last : HEADINGS.length;
        for (int i = 0; i < rows.size(); i++) {
            LineBuilder line = new LineBuilder();
            for (int column = 0; column < columns; column++) {
                boolean figure = HEADINGS[column].endsWith("-q");
                String cell = rows.get(i)[column];
                String text = figure ? FittedText.right(cell, widths[column]) : last(column) ? cell
                        : FittedText.left(cell, widths[column]);
                String fitted = FittedText.fit(text, canvas.width() - line.width(), canvas.glyphs());
                line.add(fitted, i == 0 ? Role.DIM : column == 0 ? roles.get(i) : Role.PLAIN);
                line.add(" ".repeat(Math.min(column == 0 ? GAP : gap, canvas.width() - line.width())), Role.PLAIN);
            }
            lines.add(line.build());
        }
    }
}
