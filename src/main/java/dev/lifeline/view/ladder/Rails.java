package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Row;
import dev.lifeline.view.waterfall.WaterfallRows;
import java.util.ArrayList;
import java.util.List;

/// The three lines of life: where they stand, and what each looks like at a time.
final class Rails {

    /// Beyond this the eye cannot follow an arrow.
    private static final int WIDEST = 120;

    private static final int CLIENT_COLUMN = 13;

    private final int width;
    private final Glyphs glyphs;
    private final LadderSigns signs;
    private final TraceHeader header;
    private final boolean kernelObserved;
    private final List<Span> spans = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();

    Rails(Canvas canvas, TraceHeader header, TraceIndex index, DrawnConnection connection) {
        this.width = Math.min(canvas.width(), WIDEST);
        this.glyphs = canvas.glyphs();
        this.signs = LadderSigns.of(glyphs);
        this.header = header;
        boolean kernel = header.observes(Lane.KERNEL);
        for (Span span : index.timeline().spans()) {
            if (marks(span) && connection.shows(span)) {
                spans.add(span);
                kernel |= span.lane() == Lane.KERNEL && !(span.state() instanceof Span.Concluded);
            }
        }
        for (Hold hold : index.timeline().holds()) {
            if (connection.shows(hold.lane(), hold.connection(), hold.start())) {
                holds.add(hold);
            }
        }
        this.kernelObserved = kernel;
    }

    /// Says if a span changes the look of its line; the handshake is on it already, packet by packet.
    static boolean marks(Span span) {
        return span.ran() && span.stage() != Stage.HANDSHAKE;
    }

    int column(Lane lane) {
        return switch (lane) {
            case CLIENT -> CLIENT_COLUMN;
            case KERNEL -> (CLIENT_COLUMN + column(Lane.SERVER)) / 2;
            case SERVER -> width - 4;
        };
    }

    boolean observed(Lane lane) {
        return lane == Lane.KERNEL ? kernelObserved : header.observes(lane);
    }

    /// The end of an arrow of which nobody knows where it came to.
    char unknown() {
        return signs.unknown();
    }

    /// A row with the three lines as they are at a time.
    Row row(long at) {
        Row row = new Row(width);
        for (Lane lane : Lane.values()) {
            paint(row, lane, at);
        }
        return row;
    }

    private void paint(Row row, Lane lane, long at) {
        int column = column(lane);
        if (held(lane, at)) {
            row.put(column, glyphs.held(), Role.HELD);
        } else if (busy(lane, at, true, false)) {
            row.put(column, signs.busy(), WaterfallRows.role(lane));
        } else if (busy(lane, at, true, true)) {
            row.put(column, glyphs.inferred(), Role.INFERRED);
        } else if (observed(lane)) {
            row.put(column, glyphs.vertical(), WaterfallRows.role(lane));
        } else {
            row.put(column, signs.unobserved(), Role.DIM);
        }
    }

    /// The sign where words leave a line.
    ///
    /// @param until the end of what the words are about
    char branch(Lane lane, long at, long until) {
        return signs.branch(lane != Lane.SERVER, busy(lane, at, false, false), busy(lane, until, true, false));
    }

    /// The sign where words leave the kernel's line to one side or both.
    char kernelBranch(boolean toTheLeft, boolean toTheRight, long at, long until) {
        return signs.branch(toTheLeft, toTheRight, busy(Lane.KERNEL, at, false, false), busy(Lane.KERNEL, until, true, false));
    }

    boolean held(Lane lane, long at) {
        for (Hold hold : holds) {
            if (hold.lane() == lane && hold.start() <= at && at < hold.end()) {
                return true;
            }
        }
        return false;
    }

    private boolean busy(Lane lane, long at, boolean after, boolean concluded) {
        for (Span span : spans) {
            if (span.lane() == lane && concluded == span.state() instanceof Span.Concluded
                    && (after ? span.start() <= at && (at < span.end() || span.state() instanceof Span.Open)
                              : span.start() < at && at <= span.end())) {
                return true;
            }
        }
        return false;
    }
}
