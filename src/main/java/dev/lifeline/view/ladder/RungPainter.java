package dev.lifeline.view.ladder;

import dev.lifeline.analysis.ConnectionActors;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Phrases;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Row;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.view.waterfall.WaterfallTable;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.HoldWords;
import dev.lifeline.wording.PacketWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.StreamWords;
import dev.lifeline.wording.TraceWords;
import dev.lifeline.wording.line.LadderLine;
import java.util.ArrayList;
import java.util.List;

/// Paints one rung after the other between the lines of life.
final class RungPainter {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    /// Beyond this a figure in milliseconds no longer fits its column.
    private static final long LONG_TRACE = 10 * SECOND;

    /// Words at a rung take at most so many rows.
    private static final int MOST_ROWS = 4;

    /// Words at the kernel's line have half the room.
    private static final int MOST_NOTED = 7;

    private static final int TIME_COLUMNS = 9;
    private static final int MOST_NAME = 16;

    /// A narrow ladder gives its words all the room there is, up to this.
    private static final int ENOUGH = 50;

    private final Rails rails;
    private final Arrows arrows;
    private final Glyphs glyphs;
    private final StageWords words;
    private final LadderLine brief;
    private final EventWords events;
    private final long origin;
    private final long unit;
    private boolean running;
    private final List<Line> lines = new ArrayList<>();

    /// @param brief the ends of stages in few words, or `null` where all figures are wanted
    /// @param origin from where times are counted
    /// @param end when the last event happened; both in nanoseconds since the origin of the trace
    RungPainter(Rails rails, Glyphs glyphs, StageWords words, LadderLine brief, long origin, long end) {
        this.rails = rails;
        this.arrows = new Arrows(rails, glyphs);
        this.glyphs = glyphs;
        this.words = words;
        this.brief = brief;
        this.events = new EventWords(glyphs);
        this.origin = origin;
        this.unit = end - origin < LONG_TRACE ? MILLI : SECOND;
    }

    /// From now on a stage without an end is said to be under way now, and not at the end of a trace.
    RungPainter whileItRuns() {
        running = true;
        return this;
    }

    List<Line> lines() {
        return lines;
    }

    /// The names over the lines, in a play those of the actors, and who was not observed.
    void head(ConnectionActors actors, Ends ends) {
        head(actors.name(Lane.CLIENT, ends.client()), actors.name(Lane.SERVER, ends.server()));
    }

    /// The names over the lines; `null` for that of the lane.
    void head(String client, String server) {
        Row names = rails.row(-1);
        Row remarks = rails.row(-1);
        names.put(0, FittedText.right(unit == MILLI ? "ms" : "s", TIME_COLUMNS), Role.DIM);
        boolean remarked = false;
        for (Lane lane : Lane.values()) {
            String name = lane == Lane.KERNEL ? null : lane == Lane.CLIENT ? client : server;
            String shown = name == null ? lane.label() : FittedText.fit(Printable.ascii(name), MOST_NAME, glyphs);
            int middle = Math.max(rails.column(lane), TIME_COLUMNS + 1 + shown.length() / 2);
            names.centre(middle, shown, rails.observed(lane) ? WaterfallRows.role(lane) : Role.DIM);
            if (!rails.observed(lane)) {
                remarks.centre(rails.column(lane), TraceWords.unobserved(lane, false).mark(), Role.DIM);
                remarked = true;
            }
        }
        lines.add(names.line());
        if (remarked) {
            lines.add(remarks.line());
        }
        if (brief == null) {
            lines.add(rails.row(-1).line());
        }
    }

    /// Draws a rung. No switch over their kinds: Java puts one together on its first use, 1 ms of each play.
    void paint(Rung rung) {
        if (rung instanceof Rung.Begin(Span span)) {
            step(rung, span.lane(), running ? words.runningMark(span) : words.beginMark(span), false, Role.PLAIN);
        } else if (rung instanceof Rung.End(Span span)) {
            step(rung, span.lane(), end(span), failed(span),
                    failed(span) ? Role.BAD : Role.PLAIN);
        } else if (rung instanceof Rung.Whole(Span span)) {
            step(rung, span.lane(), end(span), false, Role.PLAIN);
        } else if (rung instanceof Rung.Aside(Span span)) {
            step(rung, span.lane(), words.asideMark(span), false,
                    span.state() instanceof Span.Concluded ? Role.INFERRED : Role.DIM);
        } else if (rung instanceof Rung.Moment(var event)) {
            step(rung, event.lane(),
                    words.attempt(event.attempt()) + events.of(event).mark(), false, Role.PLAIN);
        } else if (rung instanceof Rung.Held(var hold)) {
            step(rung, hold.lane(), HoldWords.of(hold, glyphs).mark(), false, Role.HELD);
        } else if (rung instanceof Rung.Released(var hold)) {
            step(rung, hold.lane(), HoldWords.released(hold, glyphs).mark(), false, Role.HELD);
        } else if (rung instanceof Rung.Chunks chunks) {
            step(chunks, chunks.lane(), StreamWords.more(chunks.read(), chunks.count(), chunks.bytes(),
                    chunks.until() - chunks.at(), glyphs), false, Role.DIM);
        } else if (rung instanceof Rung.LeftOut left) {
            between(left.until(), Counted.of(left.count(), "more event"), Role.DIM);
        } else if (rung instanceof Rung.Crossing crossing) {
            lines.add(arrows.crossing(crossing).line());
        } else if (rung instanceof Rung.Packet packet) {
            timed(packet.at(), arrows.packet(packet));
        } else if (rung instanceof Rung.Packets packets) {
            timed(packets.at(), arrows.packets(packets, brief != null ? PacketWords.all(packets.count(), packets.bytes(), glyphs)
                    : PacketWords.more(packets.kind(), packets.count(), packets.bytes(), packets.until() - packets.at(), arrows.room(), glyphs)));
        } else if (rung instanceof Rung.Folded folded) {
            step(folded, folded.lane(), folded.label(), folded.failed(), folded.failed() ? Role.BAD : Role.PLAIN);
        } else if (rung instanceof Rung.FoldedPackets packets) {
            timed(packets.at(), arrows.folded(packets));
        } else if (rung instanceof Rung.Missing missing) {
            between(missing.at(), PacketWords.missing(missing.from(), missing.bytes()), Role.BAD);
        } else if (rung instanceof Rung.Refusal refusal) {
            refusal(refusal);
        } else if (rung instanceof Rung.Note note) {
            note(note);
        } else if (rung instanceof Rung.Greeting greeting) {
            timed(greeting.at(), arrows.greeting(greeting));
        } else if (rung instanceof Rung.Datagram datagram) {
            timed(datagram.at(), arrows.datagram(datagram));
        } else if (rung instanceof Rung.DatagramEnd end) {
            step(end, end.lane(), end.label(), end.failed(), end.failed() ? Role.BAD : Role.PLAIN);
        } else {
            throw new IllegalStateException("nobody draws " + rung);
        }
    }

    private String end(Span span) {
        return brief == null ? words.endMark(span) : brief.end(span);
    }

    /// Says if a span failed, and not because its attempt was given up.
    private boolean failed(Span span) {
        return span.state() instanceof Span.Failed && !words.givenUp(span);
    }

    private void timed(long at, Row row) {
        lines.add(row.put(0, time(at), Role.DIM).line());
    }

    private String time(long at) {
        return FittedText.right(at < origin ? WaterfallTable.BEFORE : Durations.figure(at - origin, unit, 3), TIME_COLUMNS);
    }

    private void refusal(Rung.Refusal refusal) {
        int room = arrows.room();
        List<Row> rows = arrows.refusal(refusal, shortened(Wrap.lines(refusal.label(), room, 0), room, MOST_ROWS));
        timed(refusal.at(), rows.getFirst());
        for (Row row : rows.subList(1, rows.size())) {
            lines.add(row.line());
        }
    }

    /// Words to both sides of the kernel's line, the client's end on the client's side.
    private void note(Rung.Note note) {
        int column = rails.column(Lane.KERNEL);
        int room = column - rails.column(Lane.CLIENT) - 4;
        List<String> left = shortened(Phrases.lines(note.left(), room), room, MOST_NOTED);
        List<String> right = shortened(Phrases.lines(note.right(), room), room, MOST_NOTED);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Row row = rails.row(note.until());
            if (i < left.size()) {
                row.put(column - 2 - left.get(i).length(), left.get(i), note.role());
            }
            if (i < right.size()) {
                row.put(column + 3, right.get(i), note.role());
            }
            if (i > 0) {
                lines.add(row.line());
                continue;
            }
            for (int side = left.isEmpty() ? 1 : -1; side <= (right.isEmpty() ? -1 : 1); side += 2) {
                row.put(column + side, glyphs.horizontal(), Role.KERNEL);
            }
            row.put(column, rails.kernelBranch(!left.isEmpty(), !right.isEmpty(), note.at(), note.until()), Role.KERNEL);
            timed(note.at(), row);
        }
    }

    /// Not more than so many rows, with a sign in the last where there were more.
    private List<String> shortened(List<String> rows, int room, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        List<String> shown = new ArrayList<>(rows.subList(0, most));
        shown.set(most - 1, FittedText.fit(rows.get(most - 1) + " ".repeat(room), room, glyphs));
        return shown;
    }

    /// A stretch of time in which nothing happened.
    void gap(long from, long to) {
        between(from + (to - from) / 2, Durations.of(to - from, glyphs), Role.DIM);
    }

    private void between(long at, String text, Role role) {
        int middle = (rails.column(Lane.CLIENT) + rails.column(Lane.SERVER)) / 2;
        String sign = glyphs.ellipsis();
        for (String piece : Wrap.lines(sign + " " + text + " " + sign, arrows.room(), 0)) {
            lines.add(rails.row(at).centre(middle, " " + piece + " ", role).line());
        }
    }

    private void step(Rung rung, Lane lane, String text, boolean failed, Role role) {
        long at = rung.at();
        int column = rails.column(lane);
        int room = room(lane);
        List<String> wrapped = shortened(Wrap.lines(text, room, 0), room, MOST_ROWS);
        for (int i = 0; i < wrapped.size(); i++) {
            String words = wrapped.get(i);
            Row row = rails.row(rung.until());
            if (i == 0) {
                row.put(0, time(at), Role.DIM);
                Role line = rails.held(lane, at) ? Role.HELD : WaterfallRows.role(lane);
                row.put(column + (lane == Lane.SERVER ? -1 : 1), glyphs.horizontal(), line);
                if (failed) {
                    row.put(column, glyphs.times(), Role.BAD);
                } else {
                    row.put(column, rails.branch(lane, at, rung.until()), role == Role.INFERRED ? role : line);
                }
            }
            row.put(lane == Lane.SERVER ? column - 3 - words.length() : column + 2, " " + words + " ", role);
            lines.add(row.line());
        }
    }

    /// Words stay near their line: they leave a fifth of the way to the other one free.
    private int room(Lane lane) {
        int way = rails.column(Lane.SERVER) - rails.column(Lane.CLIENT);
        return lane == Lane.KERNEL ? way / 2 - 5 : Math.min(way - 5, Math.max(ENOUGH, way * 4 / 5));
    }
}
