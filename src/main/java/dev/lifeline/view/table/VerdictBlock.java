package dev.lifeline.view.table;

import dev.lifeline.model.Verdict;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// The verdict on a trace: what happened, what that proves, what it does not, and the next command to run.
public final class VerdictBlock {

    private static final int LABEL = 14;

    private VerdictBlock() {
    }

    /// The block. Where all went well only what is proved and what is not is said, dimmed: it may be skipped.
    public static Frame of(Verdict verdict, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        boolean well = verdict.result() == Verdict.Result.COMPLETED;
        Role role = well ? Role.DIM : Role.PLAIN;
        if (!well) {
            say(lines, "happened", verdict.happened(), Role.STRONG, canvas);
        }
        say(lines, "proved", verdict.proved(), role, canvas);
        say(lines, "not proved", verdict.notProved(), role, canvas);
        if (!well && verdict.next() != null) {
            add(lines, "next", Printable.ascii(verdict.next()), Role.COMMAND, canvas);
        }
        return new Frame(lines);
    }

    private static void say(List<Line> lines, String label, String sentences, Role role, Canvas canvas) {
        add(lines, label, Printable.measured(sentences, canvas.glyphs()), role, canvas);
    }

    private static void add(List<Line> lines, String label, String text, Role role, Canvas canvas) {
        HangingIndent.add(lines, label, Role.DIM, text, role, LABEL, canvas);
    }
}
