package dev.lifeline.view.waterfall;

import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import java.util.List;

/// One stage of the waterfall before it is laid out.
///
/// @param label the stage, indented where it belongs to the one above
/// @param side whose
/// @param kind how it went, and so how it is drawn
/// @param start nanoseconds since the origin; meaningless where it did not run
/// @param end nanoseconds since the origin
/// @param openUntil until then it can have gone on, in nanoseconds since the origin: what comes after the end is not known; else the end
/// @param lane the role of its side
/// @param detail what it found out
/// @param facts what the kernel and the packets add to it, each on lines of its own
public record WaterfallRow(String label, String side, Kind kind, long start, long end, long openUntil, Role lane, String detail,
                           List<RowFact> facts) {

    /// The ways in which a stage can go.
    public enum Kind {
        DONE("ok"),
        /// Seen by the kernel or on the wire.
        SEEN("seen"),
        /// Seen, but it did not come to its own end.
        CUT("seen"),
        /// Seen to wait for a program.
        WAITED("waited"),
        /// Seen to wait for a program; its end was not seen.
        WAITING("waiting"),
        INFERRED("inferred"),
        HELD("held"),
        FAILED("FAILED"),
        ABANDONED("abandoned"),
        OPEN("open"),
        SKIPPED("skipped"),
        NOT_REACHED("not reached");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word for it, so that colour is never the only sign.
        String word() {
            return word;
        }

        /// Says if it has a place on the time axis.
        public boolean ran() {
            return this != SKIPPED && this != NOT_REACHED;
        }
    }

    /// The same stage with its time from elsewhere, in nanoseconds since the origin.
    public WaterfallRow lasting(long from, long until) {
        return new WaterfallRow(label, side, kind, from, until, until, lane, detail, facts);
    }

    /// The role of its bar.
    public Role bar() {
        return switch (kind) {
            case DONE, SEEN, CUT, WAITED, WAITING, OPEN -> lane;
            case INFERRED -> Role.INFERRED;
            case HELD -> Role.HELD;
            case FAILED -> Role.BAD;
            case ABANDONED, SKIPPED, NOT_REACHED -> Role.DIM;
        };
    }

    /// The role of its words.
    public Role words() {
        return bar() == lane ? Role.PLAIN : bar();
    }

    /// Says if it has a duration: not so a single packet that nobody answered, or a single look.
    public boolean lasted() {
        return kind.ran() && (kind != Kind.CUT && kind != Kind.WAITING || end > start);
    }

    /// Writes how long it took at least before its duration, where that is all that is known.
    public String least() {
        return kind == Kind.WAITING ? ">" : "";
    }

    /// Its bar on the axis, from the first cell on; empty where it did not run, or had ended before the axis begins.
    ///
    /// @param origin where the axis begins, in nanoseconds since the origin of the trace
    public String bar(Scale scale, long origin, int cells, Glyphs glyphs) {
        if (!kind.ran() || end < origin) {
            return "";
        }
        long from = Math.max(start, origin);
        int first = scale.cell(from - origin, cells);
        int room = cells - first;
        int eighths = Math.min(scale.eighths(end - from, cells), room * 8);
        StringBuilder bar = new StringBuilder(cells).repeat(' ', first);
        switch (kind) {
            case DONE, SEEN -> blocks(bar, eighths, glyphs.eighths());
            case INFERRED, WAITED -> bar.repeat(glyphs.inferred(), (eighths + 7) / 8);
            case WAITING -> {
                int seen = (eighths + 7) / 8;
                int last = openUntil < origin ? first : scale.cell(openUntil - origin, cells);
                bar.repeat(glyphs.inferred(), seen).repeat(glyphs.unknown(), Math.max(0, last + 1 - first - seen));
            }
            case HELD -> bar.repeat(glyphs.held(), (eighths + 7) / 8);
            case CUT, FAILED, ABANDONED -> ended(bar, eighths, room, glyphs, glyphs.times());
            case OPEN -> ended(bar, eighths, room, glyphs, glyphs.headRight());
            case SKIPPED, NOT_REACHED -> { }
        }
        return bar.toString();
    }

    private static void ended(StringBuilder bar, int eighths, int room, Glyphs glyphs, String sign) {
        String full = glyphs.eighths();
        bar.repeat(full.charAt(full.length() - 1), Math.min(eighths / 8, room - 1)).append(sign);
    }

    private static void blocks(StringBuilder bar, int eighths, String pieces) {
        int thin = pieces.length();
        bar.repeat(pieces.charAt(thin - 1), eighths / 8);
        int rest = eighths % 8;
        if (rest > 0) {
            bar.append(pieces.charAt(Math.min(rest, thin) - 1));
        }
    }
}
