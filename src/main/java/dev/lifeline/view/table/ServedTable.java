package dev.lifeline.view.table;

import dev.lifeline.analysis.served.ServedConnection;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.served.ServedWords;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// The connections of a server, a line or two each, and all of them in one at the end.
public final class ServedTable {

    /// Connections that have a line: nobody reads more.
    public static final int MOST = 200;

    private static final int CLOCK = 8;
    private static final int NUMBER = 3;
    private static final int FROM = 15;
    private static final int GAP = 2;

    private ServedTable() {
    }

    /// The line of one.
    ///
    /// @param origin the time of the clock at the origin of the trace
    public static Frame line(ServedConnection each, Instant origin, Canvas canvas) {
        String clock = LocalTime.ofInstant(origin.plusNanos(each.at()), ZoneId.systemDefault()).toString();
        String time = clock.length() < CLOCK ? clock + ":00" : clock.substring(0, CLOCK);
        String from = each.from() == null ? "" : EndpointWords.of(each.from());
        LineBuilder line = new LineBuilder().add(time, Role.DIM)
                .add(FittedText.right("#" + each.number(), NUMBER + GAP), Role.PLAIN).add(" ".repeat(GAP), Role.PLAIN);
        int indent = CLOCK + NUMBER + 2 * GAP + Math.max(FROM, from.length()) + GAP;
        line.add(from, Role.CLIENT);
        List<Line> lines = new ArrayList<>();
        for (String words : Wrap.lines(ServedWords.of(each, canvas.glyphs()), canvas.width() - indent, 0)) {
            lines.add(line.to(indent).add(words, role(each)).build());
            line = new LineBuilder();
        }
        return new Frame(lines);
    }

    private static Role role(ServedConnection each) {
        return switch (each.fate()) {
            case ANSWERED, TOLD, HEARD, EMPTY, RESET_HERE, OPEN -> Role.PLAIN;
            case RESET, TIMED_OUT, FAILED -> Role.BAD;
        };
    }

    /// All of them: a line each as far as anybody reads, and the sum.
    public static Frame all(List<ServedConnection> all, Instant origin, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (ServedConnection each : all.subList(0, Math.min(all.size(), MOST))) {
            lines.addAll(line(each, origin, canvas).lines());
        }
        lines.addAll(sum(all, canvas).lines());
        return new Frame(lines);
    }

    /// The last line: how many there were, and what became of them.
    public static Frame sum(List<ServedConnection> all, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        if (all.size() > MOST) {
            lines.add(Line.of("and " + Counted.of(all.size() - MOST, "more connection"), Role.DIM));
        }
        for (String line : Wrap.lines(ServedWords.sum(all, canvas.glyphs()), canvas.width(), 2)) {
            lines.add(Line.of(line, Role.STRONG));
        }
        return new Frame(lines);
    }
}
