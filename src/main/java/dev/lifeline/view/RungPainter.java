package dev.lifeline.view;

import dev.lifeline.model.Lane;
import dev.lifeline.timeline.Span;
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

    private static final int TIME_COLUMNS = 9;

    /// A narrow ladder gives its words all the room there is, up to this.
    private static final int ENOUGH = 50;

    private final Rails rails;
    private final Glyphs glyphs;
    private final RungWords words;
    private final long unit;
    private final List<Line> lines = new ArrayList<>();

    RungPainter(Rails rails, Glyphs glyphs, RungWords words, long wall) {
        this.rails = rails;
        this.glyphs = glyphs;
        this.words = words;
        this.unit = wall < LONG_TRACE ? MILLI : SECOND;
    }

    List<Line> lines() {
        return lines;
    }

    /// The names over the lines, and who was not observed.
    void head() {
        Row names = rails.row(-1);
        Row remarks = rails.row(-1);
        names.put(0, Text.right(unit == MILLI ? "ms" : "s", TIME_COLUMNS), Role.DIM);
        boolean remarked = false;
        for (Lane lane : Lane.values()) {
            names.centre(rails.column(lane), lane.label(), rails.observed(lane) ? Rails.role(lane) : Role.DIM);
            if (!rails.observed(lane)) {
                remarks.centre(rails.column(lane), "not observed", Role.DIM);
                remarked = true;
            }
        }
        lines.add(names.line());
        if (remarked) {
            lines.add(remarks.line());
        }
        lines.add(rails.row(-1).line());
    }

    void paint(Rung rung) {
        switch (rung) {
            case Rung.Begin(Span span) -> step(rung, span.lane(), words.begin(span), false, Role.PLAIN);
            case Rung.End(Span span) -> step(rung, span.lane(), words.end(span), words.failed(span),
                    words.failed(span) ? Role.BAD : Role.PLAIN);
            case Rung.Whole(Span span) -> step(rung, span.lane(), words.end(span), false, Role.PLAIN);
            case Rung.Aside(Span span) -> step(rung, span.lane(), words.aside(span), false,
                    span.state() instanceof Span.Concluded ? Role.INFERRED : Role.DIM);
            case Rung.Moment(var event) -> step(rung, event.lane(), words.moment(event), false, Role.PLAIN);
            case Rung.Held(var hold) -> step(rung, hold.lane(), words.held(hold), false, Role.HELD);
            case Rung.Released(var hold) -> step(rung, hold.lane(), words.released(hold), false, Role.HELD);
            case Rung.Chunks chunks -> step(chunks, chunks.lane(), words.chunks(chunks), false, Role.DIM);
            case Rung.LeftOut left -> between(left.until(), Details.counted(left.count(), "more event"), Role.DIM);
            case Rung.Crossing crossing -> arrow(crossing);
        }
    }

    /// A stretch of time in which nothing happened.
    void gap(long from, long to) {
        between(from + (to - from) / 2, Time.of(to - from, glyphs), Role.DIM);
    }

    private void between(long at, String text, Role role) {
        int middle = (rails.column(Lane.CLIENT) + rails.column(Lane.SERVER)) / 2;
        String words = " " + glyphs.ellipsis() + " " + text + " " + glyphs.ellipsis() + " ";
        lines.add(rails.row(at).centre(middle, words, role).line());
    }

    private void step(Rung rung, Lane lane, String text, boolean failed, Role role) {
        long at = rung.at();
        int column = rails.column(lane);
        int room = room(lane);
        List<String> wrapped = Wrap.lines(text, room, 0);
        for (int i = 0; i < Math.min(wrapped.size(), MOST_ROWS); i++) {
            String words = i == MOST_ROWS - 1 && wrapped.size() > MOST_ROWS
                    ? Text.fit(wrapped.get(i) + " ".repeat(room), room, glyphs) : wrapped.get(i);
            Row row = rails.row(rung.until());
            if (i == 0) {
                row.put(0, Text.right(Time.figure(at, unit, 3), TIME_COLUMNS), Role.DIM);
                Role line = rails.held(lane, at) ? Role.HELD : Rails.role(lane);
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

    private void arrow(Rung.Crossing crossing) {
        int left = rails.column(Lane.CLIENT) + 2;
        int right = rails.column(Lane.SERVER) - 2;
        Row row = rails.row(crossing.at());
        row.put(left, " ".repeat(right - left + 1), Role.INFERRED);
        boolean toTheRight = crossing.from() == Lane.CLIENT;
        for (int i = 0; i <= right - left; i += 2) {
            row.put(toTheRight ? right - i : left + i, glyphs.dot(), Role.INFERRED);
        }
        if (toTheRight || crossing.both()) {
            row.put(right - 1, ' ', Role.INFERRED).put(right, glyphs.headRight(), Role.INFERRED);
        }
        if (!toTheRight || crossing.both()) {
            row.put(left + 1, ' ', Role.INFERRED).put(left, glyphs.headLeft(), Role.INFERRED);
        }
        String label = " " + Text.fit(crossing.label(), (right - left) / 2, glyphs) + " ";
        lines.add(row.centre((left + right) / 2, label, Role.INFERRED).line());
    }
}
