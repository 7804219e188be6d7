package dev.lifeline.wording;

import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.table.FindingsBlock;
import java.util.ArrayList;
import java.util.List;

/// The same as [FindingsBlock] in sentences, for screen readers, logs and `grep`.
public final class FindingSentences {

    private static final int INDENT = 2;

    private FindingSentences() {
    }

    /// One sentence an expectation, and how many held.
    ///
    /// @param findings texts need not be safe
    public static Frame of(List<ShownFinding> findings, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (ShownFinding finding : findings) {
            String which = "Expectation " + finding.number();
            String expected = Printable.ascii(finding.expected());
            String observed = Printable.ascii(finding.observed());
            add(lines, switch (finding.state()) {
                case HELD -> which + " held: " + expected + (observed.equals(expected) ? "." : "; seen: " + observed + ".");
                case NOT_HELD -> which + " did not hold: expected: " + expected + "; observed: " + observed + ".";
                case NOT_SEEN -> which + " could not be seen: expected: " + expected + "; missing: " + observed + ".";
            }, finding.state() == ShownFinding.State.NOT_HELD ? Role.BAD : Role.PLAIN, canvas);
        }
        String summary = FindingsBlock.summary(findings);
        add(lines, Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".", Role.STRONG, canvas);
        return new Frame(lines);
    }

    public static void add(List<Line> lines, String sentence, Role role, Canvas canvas) {
        for (String line : Wrap.lines(sentence, canvas.width(), INDENT)) {
            lines.add(Line.of(line, role));
        }
    }
}
