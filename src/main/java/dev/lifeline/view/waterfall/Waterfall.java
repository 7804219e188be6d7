package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.ConnectionGrouping;
import dev.lifeline.analysis.CounterTotals;
import dev.lifeline.analysis.SocketHistory;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.Timeline;
import dev.lifeline.analysis.ViewOrigin;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.Headline;
import dev.lifeline.view.table.Notes;
import dev.lifeline.view.table.RepeatTable;
import dev.lifeline.view.table.SocketPanel;
import dev.lifeline.view.table.VerdictBlock;
import dev.lifeline.wording.PacketSummary;
import java.util.ArrayList;
import java.util.List;

/// Bars on a time axis, one row a stage, with what each stage found out; below them what it amounts to.
///
/// Many connections of one client are drawn as a [RepeatTable]; those of a server or a play one below the other.
public final class Waterfall implements View {

    private static final int LABEL = 14;

    @Override
    public Frame draw(Trace trace, Timeline timeline, Verdict verdict, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        lines.add(Headline.of(trace, timeline, verdict, canvas));
        lines.add(Line.EMPTY);
        boolean rows = true;
        if (ConnectionGrouping.shows(trace, timeline)) {
            rows = table(trace, timeline, verdict, canvas, lines);
        } else {
            lines.addAll(RepeatTable.lines(timeline, canvas));
        }
        List<Line> notes = Notes.lines(trace, timeline, canvas);
        if (rows && !notes.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(notes);
        return new Frame(lines).above(VerdictBlock.of(verdict, canvas));
    }

    /// @return whether the last line is one of the table: what the kernel says has labels, as the notes have
    private static boolean table(Trace trace, Timeline timeline, Verdict verdict, Canvas canvas, List<Line> lines) {
        List<WaterfallSection> sections = sections(trace, timeline, canvas.glyphs());
        boolean failed = verdict.result() == Verdict.Result.FAILED;
        WaterfallTable table = WaterfallTable.of(sections, ViewOrigin.of(trace, timeline), timeline.wall(), failed, canvas);
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
        if (sections.size() == 1) {
            kernel(trace, timeline, canvas, lines);
        }
        return lines.size() == rows;
    }

    private static List<WaterfallSection> sections(Trace trace, Timeline timeline, Glyphs glyphs) {
        String target = trace.header().target();
        if (trace.header().mode() == TraceHeader.Mode.SERVER) {
            return connections(timeline) > 1 ? WaterfallSection.byConnection(target, timeline, glyphs)
                    : WaterfallSection.single(target, timeline, glyphs);
        }
        return trace.header().connections() > 1 ? PlaySections.of(trace, timeline, glyphs)
                : WaterfallSection.single(target, timeline, glyphs);
    }

    /// What the kernel and the packets say of the whole connection.
    private static void kernel(Trace trace, Timeline timeline, Canvas canvas, List<Line> lines) {
        SocketHistory looks = new SocketHistory(timeline);
        lines.addAll(SocketPanel.table(timeline, looks, ViewOrigin.of(trace, timeline), canvas));
        List<Line> last = SocketPanel.last(looks, canvas);
        HangingIndent.add(last, "packets", Role.DIM, PacketSummary.of(timeline, canvas.glyphs()), Role.PLAIN, LABEL, canvas);
        HangingIndent.add(last, "counters", Role.DIM, new CounterTotals(timeline.marks()).words(), Role.PLAIN, LABEL, canvas);
        if (!last.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.addAll(last);
        }
    }

    private static int connections(Timeline timeline) {
        int most = 0;
        for (Span span : timeline.spans()) {
            if (span.lane() == Lane.SERVER) {
                most = Math.max(most, span.connection());
            }
        }
        return most;
    }
}
