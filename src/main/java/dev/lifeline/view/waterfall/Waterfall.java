package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionGrouping;
import dev.lifeline.analysis.TraceIndex;
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
import dev.lifeline.view.table.Notes;
import dev.lifeline.view.table.RepeatTable;
import dev.lifeline.view.table.SocketPanel;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.PacketSummary;
import java.util.ArrayList;
import java.util.List;

/// Bars on a time axis, one row a stage, with what each stage found out; below them what it amounts to.
///
/// Many connections of one client are drawn as a [RepeatTable]; those of a server or a play one below the other.
public final class Waterfall implements View {

    private static final int LABEL = 14;

    @Override
    public Frame draw(TraceIndex index, Verdict verdict, Canvas canvas) {
        Frame picture = picture(index, verdict, canvas);
        return picture.above(AnswerBlock.of(index, verdict, Detail.DEEP, canvas, picture.lines().size()));
    }

    @Override
    public Frame picture(TraceIndex index, Verdict verdict, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        boolean rows = true;
        if (ConnectionGrouping.shows(index)) {
            rows = table(index, verdict, canvas, lines);
        } else {
            lines.addAll(RepeatTable.lines(index, true, canvas));
        }
        if (index.hasCrowds()) {
            CrowdTable.below(lines, index, true, canvas);
            rows = true;
        }
        List<Line> notes = Notes.lines(index, canvas);
        if (rows && !notes.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(notes);
        return new Frame(lines);
    }

    /// @return whether the last line is one of the table: what the kernel says has labels, as the notes have
    private static boolean table(TraceIndex index, Verdict verdict, Canvas canvas, List<Line> lines) {
        List<WaterfallSection> sections = WaterfallSection.of(index, new WaterfallRows(index, canvas.glyphs()), canvas.glyphs());
        boolean failed = verdict.result() == Verdict.Result.FAILED;
        WaterfallTable table = WaterfallTable.of(sections, index.began(), index.timeline().wall(), failed, canvas);
        table.header(lines);
        for (WaterfallSection section : sections) {
            if (section.heading() != null) {
                lines.add(Line.EMPTY);
                lines.add(Line.of(FittedText.fit(section.heading(), canvas.width(), canvas.glyphs()), Role.STRONG));
            }
            for (WaterfallRow row : section.rows()) {
                table.row(row, lines);
            }
        }
        int rows = lines.size();
        // Of a crowd the sockets and packets of one of them would stand for all.
        if (sections.size() == 1 && !index.hasCrowds()) {
            kernel(index, canvas, lines);
        }
        return lines.size() == rows;
    }

    /// Adds what the kernel and the packets say of the whole connection.
    private static void kernel(TraceIndex index, Canvas canvas, List<Line> lines) {
        lines.addAll(SocketPanel.table(index, canvas));
        List<Line> last = SocketPanel.last(index.sockets(), canvas);
        HangingIndent.add(last, "packets", Role.DIM, PacketSummary.of(index.packets(), canvas.glyphs()), Role.PLAIN, LABEL, canvas);
        HangingIndent.add(last, "counters", Role.DIM, KernelWords.counters(index.counters().all()), Role.PLAIN, LABEL, canvas);
        if (!last.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.addAll(last);
        }
    }
}
