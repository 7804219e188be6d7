package dev.lifeline.view.answer;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import dev.lifeline.view.Detail;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import java.util.List;

/// The answer alone, in one to six lines.
public final class Brief implements View {

    @Override
    public Frame draw(TraceIndex index, Verdict verdict, Canvas canvas) {
        return AnswerBlock.of(index, verdict, Detail.BRIEF, canvas, 0);
    }

    @Override
    public Frame picture(TraceIndex index, Verdict verdict, Canvas canvas) {
        return new Frame(List.of());
    }
}
