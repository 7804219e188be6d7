package dev.lifeline.view.table;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
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
        return new LineBuilder().add("result", Role.DIM).to(LABEL).add(FindingWords.summary(findings) + stop,
                summaryRole(findings)).build();
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
            boolean differs = !finding.seen().marks().isEmpty();
            Role role = held || differs ? Role.PLAIN : Role.STRONG;
            MarkedLines.add(lines, line.to(indent).add("expected", Role.DIM), finding.wanted(), indent + WORD, role, Role.STRONG,
                    !differs, canvas);
            // What held as it was expected need not be read twice.
            if (!held || !finding.observed().equals(finding.expected())) {
                String word = held ? "seen" : finding.state() == FindingState.NOT_SEEN ? "missing" : "observed";
                MarkedLines.add(lines, new LineBuilder().to(indent).add(word, Role.DIM), finding.seen(), indent + WORD,
                        held ? Role.DIM : role, Role.BAD, true, canvas);
            }
        }
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
