package dev.lifeline.view.table;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.FindingWords;
import java.util.ArrayList;
import java.util.List;

/// The findings of [FindingsBlock] in sentences, for screen readers, logs and `grep`.
public final class FindingSentences {

    private static final int INDENT = 2;

    private FindingSentences() {
    }

    /// Draws one sentence an expectation, and how many held.
    ///
    /// @param findings texts need not be safe
    public static Frame of(List<FindingWords.Shown> findings, Canvas canvas) {
        return of(findings, findings, canvas);
    }

    /// Draws one sentence for each of some expectations, and how many of all held.
    ///
    /// @param told those with a sentence; texts need not be safe
    public static Frame of(List<FindingWords.Shown> told, List<FindingWords.Shown> findings, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (FindingWords.Shown finding : told) {
            add(lines, Printable.measured(FindingWords.sentence(finding), canvas.glyphs()),
                    finding.state() == FindingState.NOT_HELD ? Role.BAD : Role.PLAIN, canvas);
        }
        String summary = FindingWords.summary(findings);
        add(lines, Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".", Role.STRONG, canvas);
        return new Frame(lines);
    }

    /// Adds a sentence on lines of its own; none where it is empty.
    public static void add(List<Line> lines, String sentence, Role role, Canvas canvas) {
        if (sentence.isBlank()) {
            return;
        }
        for (String line : Wrap.lines(sentence, canvas.width(), INDENT)) {
            lines.add(Line.of(line, role));
        }
    }
}
