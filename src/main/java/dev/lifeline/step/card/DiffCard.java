package dev.lifeline.step.card;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.step.RunStageWords;
import java.util.ArrayList;
import java.util.List;

/// Two runs side by side: each stage with its outcome and its time in both, a sign where they differ, and below it what came of each.
///
/// A difference of time has a sign where one run took twice as long as the other and a millisecond longer: less is noise.
public final class DiffCard {

    private static final int SIGN = 2;
    private static final int SIDE = 9;
    private static final int NARROW_STAGE = 12;
    private static final int NARROW_SIDE = 7;
    private static final int TIME = 8;
    private static final int ROOMY = 80;
    private static final long NOTABLE = 1_000_000;
    private static final String ABSENT = "-";

    private final Journey one;
    private final Journey other;
    private final TraceIndex first;
    private final TraceIndex second;
    private final Canvas canvas;
    private final int stage;
    private final int side;

    private DiffCard(Journey one, Journey other, Canvas canvas) {
        this.one = one;
        this.other = other;
        this.first = TraceIndex.of(one.all());
        this.second = TraceIndex.of(other.all());
        this.canvas = canvas;
        this.stage = canvas.width() < ROOMY ? NARROW_STAGE : CardTable.LABEL;
        this.side = canvas.width() < ROOMY ? NARROW_SIDE : SIDE;
    }

    /// Draws it.
    public static Frame of(Journey one, Journey other, Canvas canvas) {
        return new DiffCard(one, other, canvas).frame();
    }

    private Frame frame() {
        List<Line> lines = new ArrayList<>();
        int column = column();
        lines.add(new LineBuilder().to(SIGN + stage + side).add("run " + one.run(), Role.STRONG).to(SIGN + stage + side + column)
                .add("run " + other.run(), Role.STRONG).build());
        int different = 0;
        List<StagePairs> pairs = StagePairs.of(first, second);
        for (StagePairs pair : pairs) {
            String sign = sign(pair);
            different += sign.isBlank() ? 0 : 1;
            LineBuilder line = new LineBuilder().add(sign, Role.HELD).to(SIGN).add(FittedText.fit(pair.stage(), stage - 1, canvas.glyphs()), sign.isBlank() ? Role.PLAIN : Role.STRONG)
                    .to(SIGN + stage).add(FittedText.fit(Printable.ascii(pair.side()), side - 1, canvas.glyphs()), role(pair))
                    .to(SIGN + stage + side);
            add(line, pair.one(), first, one, column);
            lines.add(add(line.to(SIGN + stage + side + column), pair.other(), second, other, column).build());
        }
        ends(lines);
        CardTable.wrap(lines, "differ", Role.STRONG, summary(different, pairs), canvas);
        return new Frame(lines);
    }

    private int column() {
        return (canvas.width() - SIGN - stage - side) / 2;
    }

    private static Role role(StagePairs pair) {
        Span span = pair.one() == null ? pair.other() : pair.one();
        return WaterfallRows.role(span.lane());
    }

    private LineBuilder add(LineBuilder line, Span span, TraceIndex index, Journey journey, int column) {
        int from = line.width();
        if (span == null) {
            return line.add(journey.whole() ? ABSENT : "not by then", Role.DIM);
        }
        boolean failed = span.state() instanceof Span.Failed;
        boolean timed = failed || span.state() instanceof Span.Done;
        int room = column - TIME - (canvas.width() < ROOMY ? 1 : 2);
        line.add(FittedText.fit(RunStageWords.of(span), timed ? room - 1 : column - 1, canvas.glyphs()), failed ? Role.BAD : Role.PLAIN);
        return timed ? line.to(from + room).add(FittedText.right(Durations.of(took(span, index), canvas.glyphs()), TIME), Role.PLAIN) : line;
    }

    private static long took(Span span, TraceIndex index) {
        return span.took() - index.timeline().heldWithin(span);
    }

    /// Of a stage that a run did not come to before it was left nothing can be said.
    private String sign(StagePairs pair) {
        if (pair.one() == null) {
            return one.whole() ? "+" : "";
        } else if (pair.other() == null) {
            return other.whole() ? "-" : "";
        } else if (pair.one().state() instanceof Span.Open && !one.whole() || pair.other().state() instanceof Span.Open && !other.whole()) {
            return "";
        } else if (!RunStageWords.of(pair.one()).equals(RunStageWords.of(pair.other()))) {
            return "!";
        }
        long a = took(pair.one(), first);
        long b = took(pair.other(), second);
        return Math.max(a, b) >= 2 * Math.min(a, b) && Math.abs(a - b) >= NOTABLE ? "~" : "";
    }

    private void ends(List<Line> lines) {
        String here = end(one, first);
        String there = end(other, second);
        if (here.equals(there)) {
            CardTable.wrap(lines, "both runs", Role.DIM, here, canvas);
            return;
        }
        CardTable.wrap(lines, "run " + one.run(), Role.DIM, here, canvas);
        CardTable.wrap(lines, "run " + other.run(), Role.DIM, there, canvas);
    }

    private String end(Journey journey, TraceIndex index) {
        return journey.whole() ? Printable.measured(Diagnosis.of(index).happened(), canvas.glyphs())
                : journey.live() ? "is at stop " + journey.last().number() : "was left at stop " + journey.last().number();
    }

    private static String summary(int different, List<StagePairs> pairs) {
        boolean shared = false;
        for (StagePairs pair : pairs) {
            shared |= pair.one() != null && pair.other() != null;
        }
        if (different == 0 && !shared) {
            return "no stage is in both runs by now";
        } else if (different == 0) {
            return "none of the stages that both have: the same outcomes, and no time is twice the other's";
        }
        return different + " of " + Counted.of(pairs.size(), "stage") + ": ! outcome, ~ twice the time, + or - only in one run";
    }
}
