package dev.lifeline.view.stages;

import dev.lifeline.analysis.ConnectionGrouping;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.Detail;
import dev.lifeline.view.View;
import dev.lifeline.view.answer.AnswerBlock;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.CrowdTable;
import dev.lifeline.view.table.HelpLine;
import dev.lifeline.view.table.RepeatTable;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallSection;
import dev.lifeline.wording.SourceWords;
import java.util.ArrayList;
import java.util.List;

/// The waterfall in its normal detail: one line a stage, each with its bar, and the answer below them.
public final class Stages implements View {

    private static final int LABEL = 14;

    @Override
    public Frame draw(TraceIndex index, Verdict verdict, Canvas canvas) {
        Frame picture = picture(index, verdict, canvas);
        return HelpLine.below(picture.above(AnswerBlock.of(index, verdict, Detail.NORMAL, canvas, picture.lines().size())), canvas);
    }

    @Override
    public Frame picture(TraceIndex index, Verdict verdict, Canvas canvas) {
        List<Line> lines = ConnectionGrouping.shows(index) ? rows(index, canvas) : RepeatTable.lines(index, false, canvas);
        if (index.hasCrowds()) {
            CrowdTable.below(lines, index, false, canvas);
        }
        HangingIndent.add(lines, "not seen", Role.DIM, SourceWords.unseenNames(index.header()), Role.DIM, LABEL, canvas);
        return new Frame(lines);
    }

    private static List<Line> rows(TraceIndex index, Canvas canvas) {
        TraceHeader.Mode mode = index.header().mode();
        List<WaterfallSection> sections = WaterfallSection.of(index, new OneLineRows(index, canvas.glyphs()), canvas.glyphs());
        if (mode != TraceHeader.Mode.SERVER && sections.size() > 1) {
            sections = AlikeSections.of(sections, index.timeline().wall() - index.began(), canvas.glyphs());
        }
        boolean sides = mode.observes(Lane.CLIENT) && mode.observes(Lane.SERVER);
        StageTable table = StageTable.of(sections, index.began(), index.timeline().wall(), sides, canvas);
        List<Line> lines = new ArrayList<>();
        for (WaterfallSection section : sections) {
            if (section.heading() != null) {
                if (!lines.isEmpty()) {
                    lines.add(Line.EMPTY);
                }
                lines.add(Line.of(FittedText.fit(section.heading(), canvas.width(), canvas.glyphs()), Role.STRONG));
            }
            for (WaterfallRow row : section.rows()) {
                lines.add(table.row(row));
            }
        }
        return lines;
    }
}
