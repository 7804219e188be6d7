package dev.lifeline.view.table;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.HeadlineWords;

/// The first line of a view: the target, what happened in a few words, and the time at the right edge.
public final class Headline {

    private static final int GAP = 3;
    private static final int LEAST_TARGET = 12;

    private Headline() {
    }

    /// The line, not wider than the canvas: a long target is cut first, then how much of the time was held.
    public static Line of(TraceIndex index, Verdict verdict, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        String what = HeadlineWords.of(index, verdict, glyphs);
        long took = index.timeline().wall() - index.began();
        String total = total(index, took, verdict, canvas.width() - LEAST_TARGET - what.length() - GAP * 2, glyphs);
        int room = canvas.width() - (total.isEmpty() ? 0 : total.length() + GAP);
        String target = FittedText.fit(Printable.ascii(index.header().target().toString()),
                Math.max(LEAST_TARGET, room - GAP - what.length()), glyphs);
        LineBuilder line = new LineBuilder().add(target, Role.STRONG).to(target.length() + GAP);
        line.add(FittedText.fit(what, room - line.width(), glyphs), role(verdict.result()));
        return line.to(canvas.width() - total.length()).add(total, Role.STRONG).build();
    }

    private static Role role(Verdict.Result result) {
        return switch (result) {
            case COMPLETED -> Role.GOOD;
            case FAILED, UNEXPECTED -> Role.BAD;
            case INTERRUPTED, INCOMPLETE -> Role.STRONG;
        };
    }

    /// Writes how long it took; of a failure that is said already, unless part of it was held on purpose.
    private static String total(TraceIndex index, long took, Verdict verdict, int room, Glyphs glyphs) {
        String wall = Durations.of(took, glyphs);
        long held = Math.min(took, index.timeline().wall() - index.timeline().active());
        if (held > 0) {
            String both = wall + ", " + Durations.of(held, glyphs) + " of it held";
            return both.length() <= room ? both : wall;
        }
        return verdict.result() == Verdict.Result.FAILED ? "" : wall;
    }
}
