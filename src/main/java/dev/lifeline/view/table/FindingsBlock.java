package dev.lifeline.view.table;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.FindingWords;
import java.util.ArrayList;
import java.util.List;

/// The findings on a scenario's expectations, each with what was seen.
public final class FindingsBlock {

    private static final int LABEL = 14;
    private static final int WORD = 10;

    private FindingsBlock() {
    }

    /// The block: one paragraph an expectation, in the order of the file, and how many held.
    ///
    /// @param findings texts need not be safe
    public static Frame of(List<FindingWords.Shown> findings, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        add(lines, findings, Integer.toString(findings.size()).length(), canvas);
        lines.add(Line.EMPTY);
        lines.add(result(findings, "."));
        return new Frame(lines);
    }

    /// The block of those that did not hold, or were not seen; how many held stands above it.
    ///
    /// @param findings texts need not be safe
    public static Frame open(List<FindingWords.Shown> findings, Canvas canvas) {
        List<FindingWords.Shown> open = FindingWords.open(findings);
        List<Line> lines = new ArrayList<>();
        lines.add(result(findings, open.isEmpty() ? "." : ":"));
        add(lines, open, Integer.toString(findings.size()).length(), canvas);
        return new Frame(lines);
    }

    private static Line result(List<FindingWords.Shown> findings, String stop) {
        return new LineBuilder().add("result", Role.DIM).to(LABEL).add(FindingWords.summary(findings) + stop, summaryRole(findings)).build();
    }

    private static void add(List<Line> lines, List<FindingWords.Shown> findings, int digits, Canvas canvas) {
        for (FindingWords.Shown finding : findings) {
            boolean held = finding.state() == FindingState.HELD;
            LineBuilder line = new LineBuilder().add(finding.sign(), role(finding.state())).to(LABEL)
                    .add(FittedText.right(Integer.toString(finding.number()), digits), Role.DIM);
            int indent = LABEL + digits + 2;
            if (finding.id() != null) {
                lines.add(line.to(indent).add(finding.id(), held ? Role.PLAIN : Role.STRONG).build());
                line = new LineBuilder();
            }
            line = add(lines, line, "expected", finding.expected(), held ? Role.PLAIN : Role.STRONG, indent, canvas);
            // What held as it was expected need not be read twice.
            if (!held || !finding.observed().equals(finding.expected())) {
                add(lines, line, held ? "seen" : finding.state() == FindingState.NOT_SEEN ? "missing" : "observed",
                        finding.observed(), held ? Role.DIM : Role.STRONG, indent, canvas);
            }
        }
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

    private static Role role(FindingState state) {
        return switch (state) {
            case HELD -> Role.GOOD;
            case NOT_HELD -> Role.BAD;
            case NOT_SEEN -> Role.INFERRED;
        };
    }

    /// The role of the result.
    public static Role summaryRole(List<FindingWords.Shown> findings) {
        return FindingWords.count(findings, FindingState.HELD) == findings.size() ? Role.GOOD
                : FindingWords.count(findings, FindingState.NOT_HELD) > 0 ? Role.BAD : Role.STRONG;
    }
}
