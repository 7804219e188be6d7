package dev.lifeline.view.answer;

import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.List;

/// Lines of an answer: a word at the left, and sentences beside it.
final class AnswerLines {

    /// Lines of the terminal that a view and its answer have to fit into, without those of the words that help explains and of the
    /// next prompt.
    static final int SCREEN = 22;

    private static final int LABEL = 14;

    private AnswerLines() {
    }

    static void add(List<Line> lines, String label, String text, Role role, Canvas canvas) {
        HangingIndent.add(lines, label, Role.DIM, text, role, LABEL, canvas);
    }

    /// The first sentences that fit beside a label into so many lines, at least one, with times as they were measured.
    static String fitted(String sentences, int most, Canvas canvas) {
        return Sentences.fit(Printable.measured(sentences, canvas.glyphs()), canvas.width() - LABEL, most, canvas.glyphs().ellipsis());
    }

    /// Lines that all sentences take beside a label.
    static int height(String sentences, Canvas canvas) {
        return Wrap.lines(Printable.measured(sentences, canvas.glyphs()), canvas.width() - LABEL, 0).size();
    }
}
