package dev.lifeline.view.plain;

import dev.lifeline.analysis.pace.AskedFamily;
import dev.lifeline.analysis.ConnectionGrouping;
import dev.lifeline.analysis.CounterTotals;
import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.StageStatistics;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.crowd.CrowdOnTrace;
import dev.lifeline.analysis.crowd.CrowdStage;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.Detail;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.HoldWords;
import dev.lifeline.wording.LagWords;
import dev.lifeline.wording.PacketSummary;
import dev.lifeline.wording.RaceWords;
import dev.lifeline.wording.SourceWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.StatisticsWords;
import dev.lifeline.wording.TraceWords;
import dev.lifeline.wording.crowd.CrowdWords;
import dev.lifeline.wording.life.SlowWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A trace in sentences, for screen readers, logs and `grep`: no boxes, no bars, no columns that mean something.
///
/// A sentence stands on a line of its own, wrapped with a hanging indent of two. Many connections of one client are told as
/// statistics.
public final class Plain implements View {

    private static final int INDENT = 2;

    /// Sentences about events without length, at most: a log is read, not scanned by a machine.
    static final int MOST_REMARKS = 200;

    private final Detail detail;

    /// All sentences.
    public Plain() {
        this(Detail.DEEP);
    }

    public Plain(Detail detail) {
        this.detail = detail;
    }

    @Override
    public Frame draw(TraceIndex index, Verdict verdict, Canvas canvas) {
        List<Line> lines = new ArrayList<>(picture(index, verdict, canvas).lines());
        add(TraceWords.summary(index, verdict, canvas.glyphs()), Role.STRONG, canvas, lines);
        String slow = SlowWords.of(index, canvas.glyphs());
        if (!slow.isEmpty()) {
            add("Slow at " + slow, Role.PLAIN, canvas, lines);
        }
        verdict(verdict, canvas, lines);
        return new Frame(lines);
    }

    @Override
    public Frame picture(TraceIndex index, Verdict verdict, Canvas canvas) {
        List<Told> story = new ArrayList<>();
        StageWords words = StageWords.of(index, canvas.glyphs());
        boolean each = ConnectionGrouping.shows(index);
        if (detail == Detail.BRIEF) {
            // The answer alone.
        } else if (!each) {
            statistics(index, canvas.glyphs(), story);
        } else {
            spans(index, words, detail == Detail.DEEP, story);
            if (index.hasCrowds()) {
                crowds(index, canvas.glyphs(), story);
            }
            if (detail == Detail.DEEP) {
                marks(index, canvas.glyphs(), story);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            boolean nobody = lane == Lane.SERVER && index.sides().withItself();
            if (lane != Lane.KERNEL && !nobody && !index.header().mode().observes(lane)) {
                add(TraceWords.unobserved(lane, index.sawServer()).sentence(), Role.PLAIN, canvas, lines);
            }
        }
        String unseen = SourceWords.unseen(index.header());
        if (!unseen.isEmpty()) {
            add("Not seen: " + unseen + ".", Role.PLAIN, canvas, lines);
        }
        for (Told told : story) {
            add(told.sentence(), told.role(), canvas, lines);
        }
        // The packets of several connections are not added up.
        String packets = each && !words.numbered() ? PacketSummary.of(index.packets(), canvas.glyphs()) : "";
        if (!packets.isEmpty()) {
            add("Packets: " + packets + ".", Role.PLAIN, canvas, lines);
        }
        if (!index.trace().complete()) {
            add(TraceWords.brokenOff().sentence(), Role.BAD, canvas, lines);
        }
        return new Frame(lines);
    }

    /// A sentence and its place in time.
    private record Told(long at, String sentence, Role role) {
    }

    private static void spans(TraceIndex index, StageWords words, boolean deep, List<Told> story) {
        long at = 0;
        Span before = null;
        for (Span span : index.timeline().spans()) {
            if (index.hasCrowds() && index.crowds().has(index.connections().of(span.lane(), span.connection()))) {
                continue;
            }
            // What never ran keeps the place that the timeline gave it: right behind what began before, and what was seen of it.
            at = !(span.state() instanceof Span.NotReached) ? span.start()
                    : before != null && before.state() instanceof Span.Observed ? Math.max(at, before.end()) : at;
            story.add(new Told(at, words.sentence(span), role(span)));
            if (span.stage() == Stage.LOOKUP && !deep) {
                families(index, span, story);
            }
            HandshakeFigures figures = index.witness().figures(before);
            if (figures != null && deep) {
                story.add(new Told(span.end(), LagWords.sentence(figures, words.glyphs()), Role.PLAIN));
            }
            before = span;
        }
        for (AppLag lag : deep ? index.timeline().lags() : List.<AppLag>of()) {
            story.add(new Told(lag.callbackAt(), words.sentence(lag), Role.PLAIN));
        }
    }

    /// The questions for each family, where they were asked apart; with all sentences they have their own moments.
    private static void families(TraceIndex index, Span lookup, List<Told> story) {
        for (AskedFamily asked : index.families()) {
            if (asked.isOf(lookup)) {
                story.add(new Told(lookup.end(), RaceWords.sentence(asked, lookup.end()), Role.PLAIN));
            }
        }
    }

    private static void crowds(TraceIndex index, Glyphs glyphs, List<Told> story) {
        CrowdWords words = new CrowdWords(glyphs);
        for (CrowdOnTrace crowd : index.crowds().all()) {
            for (CrowdStage stage : crowd.stages()) {
                story.add(new Told(stage.ways().getFirst().from(), words.sentence(crowd, stage), Role.PLAIN));
            }
        }
        story.sort(Comparator.comparingLong(Told::at));
    }

    private static void marks(TraceIndex index, Glyphs glyphs, List<Told> story) {
        for (Hold hold : index.timeline().holds()) {
            story.add(new Told(hold.start(),
                    "At " + Durations.moment(hold.start() - index.began()) + " " + HoldWords.of(hold, glyphs).sentence() + ".", Role.HELD));
        }
        CounterTotals counters = index.counters();
        EventWords words = new EventWords(glyphs, index.began());
        int said = 0;
        int unsaid = 0;
        for (TraceEvent mark : index.timeline().marks()) {
            String sentence = counters.overtakes(mark) ? null : words.sentence(mark);
            if (sentence != null && said++ < MOST_REMARKS) {
                story.add(new Told(mark.at(), sentence, Role.PLAIN));
            } else if (sentence != null) {
                unsaid++;
            }
        }
        story.sort(Comparator.comparingLong(Told::at));
        if (unsaid > 0) {
            story.add(new Told(index.timeline().wall(),
                    Counted.of(unsaid, "more event") + " without length came later.", Role.DIM));
        }
    }

    private static void statistics(TraceIndex index, Glyphs glyphs, List<Told> story) {
        StageStatistics statistics = index.statistics();
        StatisticsWords sentences = new StatisticsWords(glyphs);
        for (StageStatistics.Durations durations : statistics.durations()) {
            story.add(new Told(0, sentences.of(durations), Role.PLAIN));
        }
        for (StageStatistics.Durations lag : statistics.lags()) {
            story.add(new Told(0, sentences.ofLag(lag), Role.PLAIN));
        }
        for (StageStatistics.Failures failures : statistics.failures()) {
            story.add(new Told(0, sentences.of(failures), Role.BAD));
        }
        for (Span span : index.timeline().spans()) {
            if (span.state() instanceof Span.NotReached) {
                story.add(new Told(0, StageWords.of(index, glyphs).sentence(span), Role.PLAIN));
            }
        }
    }

    private static Role role(Span span) {
        return switch (span.state().kind()) {
            case FAILED -> Role.BAD;
            case CONCLUDED -> Role.INFERRED;
            case DONE, HANDSHAKE, QUEUED, OPEN, SKIPPED, NOT_REACHED -> Role.PLAIN;
        };
    }

    private static void verdict(Verdict verdict, Canvas canvas, List<Line> lines) {
        labelled("Happened", Printable.measured(verdict.happened(), canvas.glyphs()), canvas, lines);
        labelled("Proved", Printable.measured(verdict.proved(), canvas.glyphs()), canvas, lines);
        labelled("Not proved", Printable.measured(verdict.notProved(), canvas.glyphs()), canvas, lines);
        labelled("Next", verdict.next() == null ? "" : Printable.ascii(verdict.next()), canvas, lines);
    }

    private static void labelled(String label, String text, Canvas canvas, List<Line> lines) {
        if (!text.isBlank()) {
            add(label + ": " + text, Role.PLAIN, canvas, lines);
        }
    }

    private static void add(String sentence, Role role, Canvas canvas, List<Line> lines) {
        for (String line : Wrap.lines(sentence, canvas.width(), INDENT)) {
            lines.add(Line.of(line, role));
        }
    }
}
