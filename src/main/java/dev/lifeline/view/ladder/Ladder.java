package dev.lifeline.view.ladder;

import dev.lifeline.analysis.ConnectionActors;
import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.VerdictConnection;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
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
import dev.lifeline.wording.crowd.CrowdWords;
import dev.lifeline.wording.datagram.DatagramWords;
import dev.lifeline.wording.line.LadderLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sequence diagram that people know from books on TCP: three lines of life, time running down, arrows between them.
///
/// A solid arrow is a packet that was seen. A dotted one was concluded from what both programs saw, and stands only where no
/// packet was seen for the same thing. A side that nobody watched has a line and nothing of its own on it. One connection is
/// drawn, by itself that of the verdict below it; where the trace holds more, the diagram says which there are.
public final class Ladder implements View {

    /// More connections than these are not listed one by one.
    private static final int MOST_LISTED = 8;

    /// Connections that are drawn one below the other, and the lines that they may have together.
    private static final int MOST_DRAWN = 3;
    private static final int MOST_LINES = 40;
    /// Lines of a ladder of the normal detail: with the answer to a play below it they fill a screen.
    private static final int SCREEN_LINES = 13;
    /// From this height on states are told only where a connection ends or waits.
    private static final int TIGHTEST_LINES = 17;

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
        Frame picture = picture(index, verdict, canvas);
        return picture.above(AnswerBlock.of(index, verdict, detail, canvas, picture.lines().size()));
    }

    @Override
    public Frame picture(TraceIndex index, Verdict verdict, Canvas canvas) {
        Ends ends = index.connections().numbered(wanted);
        boolean chosen = ends != null;
        ends = chosen ? ends : VerdictConnection.of(index, verdict);
        if (!chosen && index.hasCrowds() && (ends.none() || index.crowds().has(ends))) {
            return crowds(index, canvas);
        }
        List<Body> bodies = bodies(index, ends, chosen, detail == Detail.NORMAL ? Length.SHORT : Length.FULL, canvas);
        if (detail == Detail.NORMAL && height(bodies) > SCREEN_LINES) {
            bodies = bodies(index, ends, chosen, Length.TIGHT, canvas);
            bodies = height(bodies) > SCREEN_LINES ? bodies(index, ends, chosen, Length.TIGHTER, canvas) : bodies;
            bodies = height(bodies) > TIGHTEST_LINES ? bodies(index, ends, chosen, Length.TIGHTEST, canvas) : bodies;
        }
        List<Line> all = new ArrayList<>();
        for (Body body : bodies) {
            all.addAll(body.lines());
        }
        return new Frame(all).above(new Frame(foot(index, bodies, canvas)));
    }

    /// Many members are drawn as one, with the listener that they have in common.
    private Frame crowds(TraceIndex index, Canvas canvas) {
        boolean full = detail == Detail.DEEP;
        Length length = full ? Length.FULL : Length.TIGHT;
        DrawnConnection none = DrawnConnection.of(Connections.NONE, index).whole(index);
        List<Rung> rungs = new ArrayList<>();
        for (Rung rung : Rungs.of(index, none, canvas.glyphs(), length, false)) {
            boolean news = !(rung instanceof Rung.Whole) && !(rung instanceof Rung.Begin)
                    && !(rung instanceof Rung.End(Span span) && span.stage() == Stage.BIND && span.state() instanceof Span.Done);
            if (full || news) {
                rungs.add(rung);
            }
        }
        rungs.addAll(CrowdRungs.of(index, canvas.glyphs(), full));
        rungs.sort(Rung.BY_TIME);
        Rails rails = new Rails(canvas, index.header(), index, none);
        StageWords words = new StageWords(index.header().target(), canvas.glyphs(), index.abandoned(), false, false, index.began());
        RungPainter painter = new RungPainter(rails, canvas.glyphs(), words, full ? null
                : new LadderLine(words, Math.max(Rungs.LEAST_WORTH, Rungs.worth(index))), index.began(), index.timeline().wall());
        painter.head(CrowdWords.over(index, Lane.CLIENT), CrowdWords.over(index, Lane.SERVER));
        paint(rungs, painter, !full);
        List<Line> lines = new ArrayList<>(painter.lines());
        lines.add(Line.EMPTY);
        String unseen = full ? SourceWords.unseen(index.header()) : SourceWords.unseenNames(index.header());
        if (!unseen.isEmpty()) {
            add("not seen: " + unseen, Role.DIM, canvas, lines);
        }
        List<Ends> all = index.connections().all();
        add("drawn: all of " + CrowdWords.listed(index) + ", folded" + (all.isEmpty() ? "" : "; --connection N draws one, " + all.getFirst().number() + " to "
                + all.getLast().number()), Role.DIM, canvas, lines);
        return new Frame(lines);
    }

    private static void paint(List<Rung> rungs, RungPainter painter, boolean brief) {
        long gap = Rungs.gap(rungs, brief);
        long seen = rungs.isEmpty() ? 0 : rungs.getFirst().at();
        for (Rung rung : rungs) {
            if (rung.at() - seen >= gap) {
                painter.gap(seen, rung.at());
            }
            painter.paint(rung);
            seen = Math.max(seen, rung.until());
        }
    }

    private static int height(List<Body> bodies) {
        int lines = 0;
        for (Body body : bodies) {
            lines += body.lines().size();
        }
        return lines;
    }

    /// The connections that are drawn: one that was asked for alone; else that of the verdict, among those of a play that tell something.
    private List<Body> bodies(TraceIndex index, Ends ends, boolean chosen, Length length, Canvas canvas) {
        List<Body> bodies = new ArrayList<>();
        Body main = body(index, ends, !chosen, false, length, canvas);
        for (Ends other : chosen || detail == Detail.DEEP ? List.<Ends>of() : index.connections().all()) {
            if (other.number() == ends.number()) {
                bodies.add(main);
            } else if (tells(index, other) && !(index.hasCrowds() && index.crowds().has(other))) {
                Body body = body(index, other, false, true, length, canvas);
                bodies.add(body);
            }
        }
        return bodies.isEmpty() || bodies.size() > 1 && (bodies.size() > MOST_DRAWN || height(bodies) > MOST_LINES) ? List.of(main) : bodies;
    }

    /// One connection as it is drawn.
    private record Body(DrawnConnection connection, List<Rung> rungs, List<Line> lines) {
    }

    private Body body(TraceIndex index, Ends ends, boolean datagrams, boolean beside, Length length, Canvas canvas) {
        boolean brief = length != Length.FULL;
        DrawnConnection connection = DrawnConnection.of(ends, index);
        List<Rung> rungs = Rungs.of(index, connection, canvas.glyphs(), length, datagrams);
        // What the kernel showed before a connection began belongs to that of the verdict: a queue that is full then explains it.
        while (beside && rungs.size() > 1 && (rungs.getFirst() instanceof Rung.Note || rungs.getFirst() instanceof Rung.Held
                || rungs.getFirst() instanceof Rung.Released || rungs.getFirst().at() < index.began())) {
            rungs = rungs.subList(1, rungs.size());
        }
        Rails rails = new Rails(canvas, index.header(), index, connection);
        StageWords words = new StageWords(index.header().target(), canvas.glyphs(), index.abandoned(), false,
                Rungs.raced(index, connection), index.began());
        RungPainter painter = new RungPainter(rails, canvas.glyphs(), words, brief ? new LadderLine(words, Math.max(Rungs.LEAST_WORTH, Rungs.worth(index))) : null,
                index.began(), index.timeline().wall());
        painter.head(index.actors(), ends);
        paint(rungs, painter, brief);
        return new Body(connection, rungs, painter.lines());
    }

    /// Says if a connection of a play tells something beside that of the verdict: both its ends are somebody's. One that only fills a
    /// queue is nobody's on the other side.
    private static boolean tells(TraceIndex index, Ends ends) {
        ConnectionActors actors = index.actors();
        return actors.name(Lane.CLIENT, ends.client()) != null
                && (actors.name(Lane.SERVER, ends.server()) != null || relayed(index, ends));
    }

    /// Says if it is what a relay tried for a connection that it had taken: where nobody took it in turn, that is the news.
    private static boolean relayed(TraceIndex index, Ends ends) {
        ConnectionActors actors = index.actors();
        String name = actors.name(Lane.CLIENT, ends.client());
        for (Ends other : index.connections().all()) {
            if (name.equals(actors.name(Lane.SERVER, other.server()))) {
                return true;
            }
        }
        return false;
    }

    private List<Line> foot(TraceIndex index, List<Body> bodies, Canvas canvas) {
        DrawnConnection connection = bodies.getFirst().connection();
        List<Line> lines = new ArrayList<>();
        String notReached = TraceWords.notReached(index.timeline().spans());
        if (!notReached.isEmpty()) {
            add("not reached: " + notReached, Role.PLAIN, canvas, lines);
        }
        if (!index.trace().complete()) {
            add(TraceWords.brokenOff().phrase(), Role.BAD, canvas, lines);
        }
        String unseen = detail == Detail.DEEP ? SourceWords.unseen(index.header()) : SourceWords.unseenNames(index.header());
        if (!unseen.isEmpty()) {
            add("not seen: " + unseen, Role.DIM, canvas, lines);
        }
        if (index.began() > 0 && detail == Detail.DEEP) {
            add("began " + TraceWords.counted(index, canvas.glyphs()), Role.DIM, canvas, lines);
        }
        List<Ends> every = index.connections().all();
        if (connection.others() && bodies.size() == 1) {
            add(drawn(every, connection.ends(), index.actors(), canvas), Role.DIM, canvas, lines);
        } else if (bodies.size() > 1 && bodies.size() < every.size()) {
            add(drawnSome(every, bodies), Role.DIM, canvas, lines);
        }
        List<Rung> rungs = new ArrayList<>();
        for (Body body : bodies) {
            rungs.addAll(body.rungs());
        }
        legend(index, connection, rungs, canvas, lines);
        return lines;
    }

    /// Writes how many connections are drawn, and the numbers of some others.
    private static String drawnSome(List<Ends> all, List<Body> bodies) {
        Set<Integer> drawn = new HashSet<>();
        for (Body body : bodies) {
            drawn.add(body.connection().ends().number());
        }
        StringBuilder others = new StringBuilder();
        int listed = 0;
        for (Ends each : all) {
            if (!drawn.contains(each.number()) && listed++ < MOST_DRAWN) {
                others.append(others.isEmpty() ? "" : ", ").append(each.number());
            }
        }
        return "drawn: " + bodies.size() + " of " + all.size() + " connections; --connection N draws another: " + others
                + (listed > MOST_DRAWN ? " ..." : "");
    }

    /// Writes which connection is drawn, and which others could be.
    private String drawn(List<Ends> all, Ends ends, ConnectionActors actors, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        String drawn = "drawn: connection " + ends.number() + named(ends, actors, glyphs);
        if (all.size() < 2) {
            return drawn + " only";
        }
        String several = drawn + " of " + all.getFirst().number() + " to " + all.getLast().number() + "; --connection N draws another";
        StringBuilder others = new StringBuilder();
        for (Ends other : all) {
            if (other.number() != ends.number()) {
                others.append(others.isEmpty() ? "" : ", ")
                        .append(FittedText.together(other.number() + named(other, actors, glyphs)));
            }
        }
        String listed = drawn + "; --connection N draws another: " + others;
        return all.size() > MOST_LISTED || detail == Detail.NORMAL && listed.length() > canvas.width() ? several : listed;
    }

    private static String named(Ends ends, ConnectionActors actors, Glyphs glyphs) {
        String names = actors.datagrams(ends.client()) != null ? DatagramWords.socket(actors.datagrams(ends.client()))
                : PlaySections.names(ends, actors, glyphs);
        return names.isEmpty() ? "" : " (" + names + ")";
    }

    private void legend(TraceIndex index, DrawnConnection connection, List<Rung> rungs, Canvas canvas, List<Line> lines) {
        LadderLegend legend = LadderLegend.of(rungs);
        for (String arrows : legend.arrows(canvas.glyphs(), detail == Detail.NORMAL)) {
            add(arrows, Role.INFERRED, canvas, lines);
        }
        if (detail == Detail.DEEP) {
            add(legend.lines(index, connection, canvas.glyphs()), Role.DIM, canvas, lines);
        }
    }

    private static void add(String text, Role role, Canvas canvas, List<Line> lines) {
        for (String line : Wrap.lines(text, canvas.width(), 2)) {
            lines.add(Line.of(line, role));
        }
    }
}
