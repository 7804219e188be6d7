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
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.wording.HeadlineWords;
import java.util.ArrayList;
import java.util.List;

/// The first line of an answer: the target, what happened in a few words, and at the right edge how much of the time was held.
///
/// @param lines it, or more where target and words do not fit one: what happened is never cut
/// @param leavesCodeOut whether there is no room for the code word of a failure, which a log is searched for
public record Headline(List<Line> lines, boolean leavesCodeOut) {

    private static final int GAP = 3;
    /// The part of the width that a long target keeps.
    private static final int LEAST_SHARE = 3;

    /// Lays it out. Of a long target a third of the width is left. How much of the time was held stands at the right edge, or where there
    /// is no room behind the words.
    public static Headline of(TraceIndex index, Verdict verdict, Canvas canvas) {
        Glyphs glyphs = canvas.glyphs();
        String whole = Printable.ascii(index.header().target().toString());
        int least = Math.min(whole.length(), canvas.width() / LEAST_SHARE);
        String words = HeadlineWords.of(index, verdict, glyphs);
        String code = HeadlineWords.code(index, verdict);
        String both = code.isEmpty() ? words : words + " (" + code + ")";
        boolean leavesCodeOut = both.length() > canvas.width() - whole.length() - GAP && !code.isEmpty();
        String what = leavesCodeOut ? words : both;
        String held = held(index, glyphs);
        boolean beside = held.isEmpty() || least + GAP + what.length() + GAP + held.length() <= canvas.width();
        what = beside ? what : what + ", " + held;
        String total = beside ? held : "";
        int room = canvas.width() - (total.isEmpty() ? 0 : total.length() + GAP);
        String target = FittedText.fit(whole, Math.max(least, room - GAP - what.length()), glyphs);
        List<Line> lines = new ArrayList<>();
        LineBuilder line = new LineBuilder().add(target, Role.STRONG);
        for (String piece : Wrap.lines(what, room - target.length() - GAP, 0)) {
            line.to(target.length() + GAP).add(piece, role(verdict.result()));
            lines.add(lines.isEmpty() ? line.to(canvas.width() - total.length()).add(total, Role.STRONG).build() : line.build());
            line = new LineBuilder();
        }
        return new Headline(lines, leavesCodeOut);
    }

    private static Role role(Verdict.Result result) {
        return switch (result) {
            case COMPLETED -> Role.GOOD;
            case FAILED, UNEXPECTED -> Role.BAD;
            case INTERRUPTED, INCOMPLETE -> Role.STRONG;
        };
    }

    /// Writes how much of the time was held on purpose; empty where nothing was. How long all took is no part of a headline: most of that
    /// can be the tool itself.
    private static String held(TraceIndex index, Glyphs glyphs) {
        long held = index.timeline().wall() - index.timeline().active();
        return held <= 0 ? "" : Durations.of(held, glyphs) + " held";
    }
}
