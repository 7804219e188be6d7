package dev.lifeline.view.table;

import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.ShownFinding;
import java.util.ArrayList;
import java.util.List;

/// What became of a scenario's expectations, each with what was seen.
public final class FindingsBlock {

    private static final int LABEL = 14;
    private static final int WORD = 10;

    private FindingsBlock() {
    }

    /// The block: one paragraph an expectation, in the order of the file, and how many held.
    ///
    /// @param findings texts need not be safe
    public static Frame of(List<ShownFinding> findings, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        int digits = Integer.toString(findings.size()).length();
        for (ShownFinding finding : findings) {
            boolean held = finding.state() == ShownFinding.State.HELD;
            LineBuilder line = new LineBuilder().add(finding.state().sign(), role(finding.state())).to(LABEL)
                    .add(FittedText.right(Integer.toString(finding.number()), digits), Role.DIM);
            int indent = LABEL + digits + 2;
            line = add(lines, line, "expected", finding.expected(), held ? Role.PLAIN : Role.STRONG, indent, canvas);
            // What held as it was expected need not be read twice.
            if (!held || !finding.observed().equals(finding.expected())) {
                add(lines, line, held ? "seen" : finding.state() == ShownFinding.State.NOT_SEEN ? "missing" : "observed",
                        finding.observed(), held ? Role.DIM : Role.STRONG, indent, canvas);
            }
        }
        lines.add(Line.EMPTY);
        lines.add(new LineBuilder().add("result", Role.DIM).to(LABEL).add(summary(findings) + ".", summaryRole(findings))
                .build());
        return new Frame(lines);
    }

    /// How many held, and how many did not: `5 of 6 expectations held, 1 did not`.
    public static String summary(List<ShownFinding> findings) {
        int held = count(findings, ShownFinding.State.HELD);
        int not = count(findings, ShownFinding.State.NOT_HELD);
        int unseen = count(findings, ShownFinding.State.NOT_SEEN);
        String all = held == findings.size() ? (held == 1 ? "the expectation" : "all " + held + " expectations")
                : held + " of " + findings.size() + " expectations";
        return all + " held" + (not == 0 ? "" : ", " + not + " did not")
                + (unseen == 0 ? "" : ", " + unseen + (unseen == 1 ? " was" : " were") + " not seen");
    }

    /// How many findings are of this kind.
    static int count(List<ShownFinding> findings, ShownFinding.State state) {
        int count = 0;
        for (ShownFinding finding : findings) {
            count += finding.state() == state ? 1 : 0;
        }
        return count;
    }

    private static LineBuilder add(List<Line> lines, LineBuilder begun, String word, String text, Role role, int indent,
                                   Canvas canvas) {
        LineBuilder line = begun.to(indent).add(word, Role.DIM);
        for (String piece : Wrap.lines(Printable.ascii(text), canvas.width() - indent - WORD, 0)) {
            lines.add(line.to(indent + WORD).add(piece, role).build());
            line = new LineBuilder();
        }
        return line;
    }

    private static Role role(ShownFinding.State state) {
        return switch (state) {
            case HELD -> Role.GOOD;
            case NOT_HELD -> Role.BAD;
            case NOT_SEEN -> Role.INFERRED;
        };
    }

    private static Role summaryRole(List<ShownFinding> findings) {
        return count(findings, ShownFinding.State.HELD) == findings.size() ? Role.GOOD
                : count(findings, ShownFinding.State.NOT_HELD) > 0 ? Role.BAD : Role.STRONG;
    }
}
