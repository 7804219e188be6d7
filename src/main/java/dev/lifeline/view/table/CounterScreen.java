package dev.lifeline.view.table;

import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// The kernel's counters as a person reads them: what each counts, where, and how to read or expect it.
public final class CounterScreen {

    private static final int WIDEST_TEXT = 100;
    private static final int INDENT = 10;
    private static final int NAME = 22;

    private CounterScreen() {
    }

    /// Draws one of them.
    public static Frame of(KernelCounter counter, Canvas wide) {
        Canvas canvas = new Canvas(Math.min(wide.width(), WIDEST_TEXT), wide.glyphs());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(counter.label(), Role.STRONG));
        lines.add(Line.EMPTY);
        HangingIndent.add(lines, "", Role.PLAIN,
                "A counter of Linux, of the whole machine or network namespace. It rises by one each time that "
                + counter.meaning() + ".", Role.PLAIN, 0, canvas);
        lines.add(Line.EMPTY);
        HangingIndent.add(lines, "read it", Role.DIM, "nstat -az " + counter.nstat(), Role.COMMAND, INDENT, canvas);
        HangingIndent.add(lines, "expect it", Role.DIM, "{see: counter, name: " + counter.label() + ", rose: '>= 1'}",
                Role.COMMAND, INDENT, canvas);
        HangingIndent.add(lines, "source", Role.DIM, "net/ipv4: " + counter.source(), Role.PLAIN, INDENT, canvas);
        return new Frame(lines);
    }

    /// Draws all of them, a line or two each.
    public static Frame list(Canvas wide) {
        Canvas canvas = new Canvas(Math.min(wide.width(), WIDEST_TEXT), wide.glyphs());
        List<Line> lines = new ArrayList<>();
        for (KernelCounter counter : KernelCounter.values()) {
            HangingIndent.add(lines, counter.label(), Role.COMMAND, counter.meaning(), Role.PLAIN, NAME, canvas);
        }
        return new Frame(lines);
    }
}
