package dev.lifeline.analysis.pace;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.TreeMap;

/// The one connection of many that took much longer than each of the others, as its client had it. Connections that failed are no part
/// of the comparison.
///
/// @param number of the connection
/// @param stage that held most of its time
/// @param took how much of it counts, in nanoseconds
/// @param all from the beginning of its first stage to its last byte, in nanoseconds
/// @param longest of the others that ended well, in nanoseconds
public record SlowConnection(int number, Stage stage, long took, long all, long longest) {

    /// Times the next longest: below it, two are slow, and none stands out.
    private static final int STANDS_OUT = 5;
    private static final int LEAST_OTHERS = 2;

    /// Sums up one connection.
    private static final class Pace {
        private final long start;
        private long end;
        private long most;
        private Span slowest;
        private boolean fair = true;

        Pace(long start) {
            this.start = start;
        }

        long all() {
            return Math.max(most, end - start);
        }
    }

    /// The connection that stands out; `null` where none does.
    public static SlowConnection of(TraceIndex index) {
        if (index.header().mode() == Mode.SERVER || index.header().connections() <= LEAST_OTHERS || !index.actors().isEmpty()) {
            return null;
        }
        TreeMap<Integer, Pace> paces = new TreeMap<>();
        for (Span span : index.stages()) {
            if (span.lane() == Lane.CLIENT && span.connection() > 0 && span.ran()) {
                add(index, span, paces);
            }
        }
        int number = 0;
        int well = 0;
        long next = 0;
        Pace most = null;
        for (var each : paces.entrySet()) {
            Pace pace = each.getValue();
            if (!pace.fair) {
                continue;
            }
            well++;
            if (most == null || pace.all() > most.all()) {
                next = most == null ? 0 : most.all();
                most = pace;
                number = each.getKey();
            } else {
                next = Math.max(next, pace.all());
            }
        }
        boolean out = well > LEAST_OTHERS && most.slowest != null && most.all() >= SlowStage.NOTICED && most.all() / STANDS_OUT >= next;
        return out ? new SlowConnection(number, most.slowest.stage(), most.most, most.all(), next) : null;
    }

    private static void add(TraceIndex index, Span span, TreeMap<Integer, Pace> paces) {
        Pace pace = paces.get(span.connection());
        if (pace == null) {
            pace = new Pace(span.start());
            paces.put(span.connection(), pace);
        }
        pace.fair &= !(span.state() instanceof Span.Failed || span.state() instanceof Span.Open) && !index.timeline().held(span);
        long took = SlowStage.took(span, index.sides().side(Lane.CLIENT, span.connection()));
        if (span.stage() != Stage.CLOSE) {
            long last = index.sides().side(Lane.CLIENT, span.connection()).lastRead();
            pace.end = Math.max(pace.end, span.stage() == Stage.DATA && last >= 0 ? Math.min(last, span.end()) : span.end());
        }
        if (took > pace.most) {
            pace.most = took;
            pace.slowest = span;
        }
    }
}
