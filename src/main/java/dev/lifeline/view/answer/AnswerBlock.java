package dev.lifeline.view.answer;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.fault.FaultLife;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.text.Printable;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.FaultWords;
import dev.lifeline.view.table.Headline;
import dev.lifeline.wording.life.SlowWords;
import java.util.ArrayList;
import java.util.List;

/// The answer, in the last lines that a person sees: the target and what became of it, what that proves, what it does not, and the
/// next command to run.
public final class AnswerBlock {

    private static final int LEAST_PROVED = 3;
    private static final int LEAST_NOT_PROVED = 2;
    private static final int MOST_BRIEF = 2;

    private final List<Line> lines = new ArrayList<>();
    private final Canvas canvas;

    private AnswerBlock(Canvas canvas) {
        this.canvas = canvas;
    }

    /// The answer of a trace.
    ///
    /// @param above the lines of the view above it: in the normal detail both fit one screen where they can
    public static Frame of(TraceIndex index, Verdict verdict, Detail detail, Canvas canvas, int above) {
        AnswerBlock answer = new AnswerBlock(canvas);
        Headline headline = Headline.of(index, verdict, canvas);
        answer.lines.addAll(headline.lines());
        String slow = detail == Detail.BRIEF ? SlowWords.share(index, canvas.glyphs()) : SlowWords.of(index, canvas.glyphs());
        if (!slow.isEmpty()) {
            answer.say("slow at", slow, Role.PLAIN);
        }
        if (detail == Detail.BRIEF) {
            answer.faults(FaultLife.of(index));
        }
        switch (detail) {
            case BRIEF -> answer.brief(verdict, !headline.leavesCodeOut());
            case NORMAL -> answer.normal(verdict, AnswerLines.SCREEN - above - (above == 0 ? 0 : 1));
            case DEEP -> answer.deep(verdict);
        }
        return new Frame(answer.lines);
    }

    /// The newest ones: in the other details the verdict's sentences tell of all.
    private void faults(List<FaultLife> lives) {
        for (FaultLife life : lives.subList(Math.max(0, lives.size() - MOST_BRIEF), lives.size())) {
            say("fault", FaultWords.life(life, canvas.glyphs()), Role.HELD);
        }
    }

    private void brief(Verdict verdict, boolean named) {
        if (verdict.result() != Result.COMPLETED) {
            // The rows of stages, which have the code, are not here.
            String code = named ? "" : verdict.code().name() + ": ";
            say("happened", fitted(code + verdict.happened(), MOST_BRIEF), Role.PLAIN);
            next(verdict);
        }
    }

    private void normal(Verdict verdict, int room) {
        boolean well = verdict.result() == Result.COMPLETED;
        Role role = well ? Role.DIM : Role.PLAIN;
        if (!well) {
            say("happened", measured(verdict.happened()), Role.STRONG);
        }
        int command = verdict.next() == null ? 0 : 1;
        int left = room - lines.size() - command;
        int not = AnswerLines.height(verdict.notProved(), canvas);
        int proved = Math.max(LEAST_PROVED, left - Math.min(not, Math.max(LEAST_NOT_PROVED, left - AnswerLines.height(verdict.news(), canvas))));
        say("proved", fitted(verdict.news(), proved), Role.PLAIN);
        left = room - lines.size() - command;
        say("not proved", fitted(verdict.notProved(), Math.max(LEAST_NOT_PROVED, left)), role);
        next(verdict);
    }

    private void deep(Verdict verdict) {
        boolean well = verdict.result() == Result.COMPLETED;
        Role role = well ? Role.DIM : Role.PLAIN;
        if (!well) {
            say("happened", measured(verdict.happened()), Role.STRONG);
        }
        say("proved", measured(verdict.proved()), role);
        say("not proved", measured(verdict.notProved()), role);
        if (!well) {
            next(verdict);
        }
    }

    private void next(Verdict verdict) {
        if (verdict.next() != null) {
            say("next", Printable.ascii(verdict.next()), Role.COMMAND);
        }
    }

    private String fitted(String sentences, int most) {
        return AnswerLines.fitted(sentences, most, canvas);
    }

    private String measured(String sentences) {
        return Printable.measured(sentences, canvas.glyphs());
    }

    private void say(String label, String text, Role role) {
        AnswerLines.add(lines, label, text, role, canvas);
    }
}
