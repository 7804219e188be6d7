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

/// The first line of a view: the target, what happened in a few words, and at the right edge how much of the time was held.
public final class Headline {

    private static final int GAP = 3;
    private static final int LEAST_TARGET = 12;

    private Headline() {
    }

    /// The line, not wider than the canvas: a long target is cut first, then how much of the time was held.
    public static Line of(TraceIndex index, Verdict verdict, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        String what = what(index, verdict, canvas.width() - Printable.ascii(index.header().target().toString()).length() - GAP, glyphs);
        String total = held(index, canvas.width() - LEAST_TARGET - what.length() - GAP * 2, glyphs);
        int room = canvas.width() - (total.isEmpty() ? 0 : total.length() + GAP);
        String target = FittedText.fit(Printable.ascii(index.header().target().toString()),
                Math.max(LEAST_TARGET, room - GAP - what.length()), glyphs);
        LineBuilder line = new LineBuilder().add(target, Role.STRONG).to(target.length() + GAP);
        line.add(FittedText.fit(what, room - line.width(), glyphs), role(verdict.result()));
        return line.to(canvas.width() - total.length()).add(total, Role.STRONG).build();
    }

    /// Tells whether the line has no room for the code word of a failure, which a log is searched for.
    public static boolean leavesCodeOut(TraceIndex index, Verdict verdict, Canvas canvas) {
        String code = HeadlineWords.code(index, verdict);
        int target = Printable.ascii(index.header().target().toString()).length();
        return !code.isEmpty() && !what(index, verdict, canvas.width() - target - GAP, canvas.glyphs()).endsWith("(" + code + ")");
    }

    /// The headline, with the code word of a failure behind it where there is room.
    private static String what(TraceIndex index, Verdict verdict, int room, Glyphs glyphs) {
        String words = HeadlineWords.of(index, verdict, glyphs);
        String code = HeadlineWords.code(index, verdict);
        String both = code.isEmpty() ? words : words + " (" + code + ")";
        return both.length() <= room ? both : words;
    }

    private static Role role(Verdict.Result result) {
        return switch (result) {
            case COMPLETED -> Role.GOOD;
            case FAILED, UNEXPECTED -> Role.BAD;
            case INTERRUPTED, INCOMPLETE -> Role.STRONG;
        };
    }

    /// Writes how much of the time was held on purpose; empty where nothing was, or there is no room. How long all took is no part of a
    /// headline: most of that can be the tool itself.
    private static String held(TraceIndex index, int room, Glyphs glyphs) {
        long held = index.timeline().wall() - index.timeline().active();
        String words = held <= 0 ? "" : Durations.of(held, glyphs) + " held";
        return words.length() <= room ? words : "";
    }
}
