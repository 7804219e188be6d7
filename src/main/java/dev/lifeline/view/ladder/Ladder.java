package dev.lifeline.view.ladder;

import dev.lifeline.analysis.ConnectionActors;
import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.VerdictConnection;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.View;
import dev.lifeline.view.answer.AnswerBlock;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.waterfall.PlaySections;
import dev.lifeline.wording.SourceWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.TraceWords;
import java.util.ArrayList;
import java.util.List;

/// The sequence diagram that people know from books on TCP: three lines of life, time running down, arrows between them.
///
/// A solid arrow is a packet that was seen. A dotted one was concluded from what both programs saw, and stands only where no
/// packet was seen for the same thing. A side that nobody watched has a line and nothing of its own on it. One connection is
/// drawn, by itself that of the verdict below it; where the trace holds more, the diagram says which there are.
public final class Ladder implements View {

    /// More connections than these are not listed one by one.
    private static final int MOST_LISTED = 8;

    private final int wanted;
    private final Detail detail;

    /// A ladder of the connection that the verdict is about, in deep detail.
    public Ladder() {
        this(0, Detail.DEEP);
    }

    /// A ladder of a connection.
    ///
    /// @param wanted the number of the connection to draw, as [Connections] counts them; 0 for that of the verdict, which also
    ///        stands for one that the trace has not
    /// @param detail not brief: that is no ladder
    public Ladder(int wanted, Detail detail) {
        this.wanted = wanted;
        this.detail = detail;
    }

    @Override
    public Frame draw(TraceIndex index, Verdict verdict, Canvas canvas) {
        Connections connections = index.connections();
        Ends ends = connections.numbered(wanted);
        ends = ends == null ? VerdictConnection.of(index, verdict) : ends;
        DrawnConnection connection = DrawnConnection.of(ends, index);
        List<Rung> rungs = Rungs.of(index, connection, canvas.glyphs());
        Rails rails = new Rails(canvas, index.header(), index, connection);
        StageWords words = new StageWords(index.header().target(), canvas.glyphs(), index.abandoned(), false,
                Rungs.raced(index, connection), index.began());
        RungPainter painter = new RungPainter(rails, canvas.glyphs(), words, index.began(), index.timeline().wall());
        painter.head();
        long gap = Rungs.gap(rungs);
        long seen = rungs.isEmpty() ? 0 : rungs.getFirst().at();
        for (Rung rung : rungs) {
            if (rung.at() - seen >= gap) {
                painter.gap(seen, rung.at());
            }
            painter.paint(rung);
            seen = Math.max(seen, rung.until());
        }
        Frame drawn = new Frame(painter.lines()).above(new Frame(foot(index, connection, rungs, canvas)));
        return drawn.above(AnswerBlock.of(index, verdict, detail, canvas, drawn.lines().size()));
    }

    private List<Line> foot(TraceIndex index, DrawnConnection connection, List<Rung> rungs, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        String notReached = TraceWords.notReached(index.timeline().spans());
        if (!notReached.isEmpty()) {
            add("not reached: " + notReached, Role.PLAIN, canvas, lines);
        }
        if (!index.trace().complete()) {
            add(TraceWords.brokenOff().phrase(), Role.BAD, canvas, lines);
        }
        String unseen = SourceWords.unseen(index.header());
        if (!unseen.isEmpty()) {
            add("not seen: " + unseen, Role.DIM, canvas, lines);
        }
        if (index.began() > 0 && detail == Detail.DEEP) {
            add("began " + TraceWords.counted(index, canvas.glyphs()), Role.DIM, canvas, lines);
        }
        if (connection.others()) {
            ConnectionActors actors = index.actors();
            add(drawn(index.connections().all(), connection.ends(), actors, canvas.glyphs()), Role.DIM, canvas, lines);
        }
        legend(index, connection, rungs, canvas, lines);
        return lines;
    }

    /// Writes which connection is drawn, and which others could be.
    private static String drawn(List<Ends> all, Ends ends, ConnectionActors actors, Glyphs glyphs) {
        String drawn = "drawn: connection " + ends.number() + named(ends, actors, glyphs);
        if (all.size() < 2) {
            return drawn + " only";
        }
        if (all.size() > MOST_LISTED) {
            return drawn + " of " + all.getFirst().number() + " to " + all.getLast().number() + "; --connection N draws another";
        }
        StringBuilder others = new StringBuilder();
        for (Ends other : all) {
            if (!other.equals(ends)) {
                others.append(others.isEmpty() ? "" : ", ")
                        .append(FittedText.together(other.number() + named(other, actors, glyphs)));
            }
        }
        return drawn + "; --connection N draws another: " + others;
    }

    private static String named(Ends ends, ConnectionActors actors, Glyphs glyphs) {
        String names = PlaySections.names(ends, actors, glyphs);
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    private static void legend(TraceIndex index, DrawnConnection connection, List<Rung> rungs, Canvas canvas, List<Line> lines) {
        LadderLegend legend = LadderLegend.of(rungs);
        for (String arrows : legend.arrows(canvas.glyphs())) {
            add(arrows, Role.INFERRED, canvas, lines);
        }
        add(legend.lines(index, connection, canvas.glyphs()), Role.DIM, canvas, lines);
    }

    private static void add(String text, Role role, Canvas canvas, List<Line> lines) {
        for (String line : Wrap.lines(text, canvas.width(), 2)) {
            lines.add(Line.of(line, role));
        }
    }
}
