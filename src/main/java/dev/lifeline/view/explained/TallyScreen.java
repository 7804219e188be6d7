package dev.lifeline.view.explained;

import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.tally.BoundedCounts;
import dev.lifeline.explain.tally.ErrorGroup;
import dev.lifeline.explain.tally.LogTally;
import dev.lifeline.explain.tally.TimeSpan;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Phrases;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// The errors of a log as a person reads them: how many, at which stages, with which codes and ends, and the commonest ones with an
/// example each.
public final class TallyScreen {

    /// Groups that are shown.
    public static final int MOST_GROUPS = 10;
    private static final int MOST_WORDS = 6;
    private static final int LABEL = 12;
    private static final int MARGIN = 2;
    /// `2026-12-01`
    private static final int DAY = 10;

    private final LogTally tally;
    private final Canvas canvas;
    private final List<Line> lines = new ArrayList<>();

    private TallyScreen(LogTally tally, Canvas canvas) {
        this.tally = tally;
        this.canvas = canvas;
    }

    /// Draws the sum.
    ///
    /// @param read lines that were read
    /// @param whole whether that is the whole log
    /// @param columns whether counts stand in columns; otherwise in sentences
    public static Frame of(LogTally tally, long read, boolean whole, boolean columns, Canvas canvas) {
        TallyScreen screen = new TallyScreen(tally, canvas);
        screen.head(read, whole);
        if (tally.errors() > 0) {
            screen.counts(columns);
            screen.groups(columns);
            screen.notes(columns);
        }
        return new Frame(screen.lines);
    }

    private void head(long read, boolean whole) {
        String lines = Counted.of(read, "line") + (whole ? "" : " so far");
        String errors = tally.errors() == 0 ? "no error of a connection" : Counted.of(tally.errors(), "error") + " of connections"
                + (tally.entries() == tally.errors() ? "" : " in " + Counted.of(tally.entries(), "entry", "entries"));
        wrap(lines + ": " + errors + times(tally.seen(), ", ") + ".", Role.STRONG);
        if (tally.none() > 0) {
            wrap(Counted.of(tally.none(), "text") + " only " + (tally.none() == 1 ? "sounds" : "sound")
                    + " like one: an answer over a connection that works, or a limit of a program.", Role.DIM);
        }
    }

    private static String times(TimeSpan seen, String before) {
        if (seen.first() == null) {
            return "";
        }
        String first = Printable.ascii(seen.first());
        String last = Printable.ascii(seen.last());
        return before + (first.equals(last) ? "at " + first : "from " + first + " to " + last);
    }

    /// The times of a group, without the day where all errors are of one.
    private String clock(TimeSpan seen) {
        String times = times(seen, ", ");
        String first = tally.seen().first();
        if (times.isEmpty() || first.length() <= DAY || !first.regionMatches(0, tally.seen().last(), 0, DAY)) {
            return times;
        }
        return times.replace(Printable.ascii(first.substring(0, DAY + 1)), "");
    }

    private void counts(boolean columns) {
        lines.add(Line.EMPTY);
        List<String> stages = new ArrayList<>();
        tally.stages().forEach((stage, count) -> stages.add(stage.label() + " " + Counted.grouped(count)));
        row("by stage", stages, 0, columns);
        row("by code", counted(tally.codes()), tally.codes().size() - MOST_WORDS, columns);
        row("by remote", counted(tally.remotes()), tally.remotes().size() - MOST_WORDS, columns);
    }

    private static List<String> counted(BoundedCounts counts) {
        List<String> words = new ArrayList<>();
        for (BoundedCounts.Counted each : counts.commonest(MOST_WORDS)) {
            words.add(Printable.ascii(each.word()) + " " + Counted.grouped(each.count()));
        }
        return words;
    }

    private void row(String label, List<String> words, int more, boolean columns) {
        String text = String.join(", ", words) + (more > 0 ? ", and " + Counted.grouped(more) + " more" : "");
        if (!columns) {
            wrap(Character.toUpperCase(label.charAt(0)) + label.substring(1) + ": " + text + ".", Role.PLAIN);
            return;
        }
        String begin = FittedText.left(label, LABEL);
        for (String piece : Phrases.lines(text, canvas.width() - LABEL)) {
            lines.add(Line.of(begin, Role.DIM).plus(piece.stripTrailing(), Role.PLAIN));
            begin = " ".repeat(LABEL);
        }
    }

    private void groups(boolean columns) {
        lines.add(Line.EMPTY);
        List<ErrorGroup> groups = tally.commonest(MOST_GROUPS);
        int width = Counted.grouped(groups.getFirst().count()).length();
        for (ErrorGroup group : groups) {
            String count = Counted.grouped(group.count());
            if (!columns) {
                wrap(Counted.times(group.count()) + ": " + title(group.first()) + clock(group.seen()) + ". For example, line "
                        + Counted.grouped(group.line()) + ": " + excerpt(group, canvas.width()).text(), Role.PLAIN);
                continue;
            }
            String what = title(group.first()) + clock(group.seen());
            lines.add(Line.of(FittedText.right(count, width) + "  ", Role.STRONG)
                    .plus(FittedText.fit(what, canvas.width() - width - MARGIN, canvas.glyphs()), Role.STRONG));
            TextExcerpt.add(lines, List.of(excerpt(group, canvas.width() - width - MARGIN).between(" ".repeat(width + MARGIN), "")), false);
        }
    }

    private static String title(Explanation error) {
        return error.stage().label() + (error.code() == null ? "" : " " + Printable.ascii(error.code()))
                + (error.remote() == null ? "" : ", " + Printable.ascii(error.remote().toString()));
    }

    private ShownText excerpt(ErrorGroup group, int width) {
        return TextExcerpt.row(group.example(), group.first().words(), canvas, width);
    }

    private void notes(boolean columns) {
        int more = tally.groups() - MOST_GROUPS;
        lines.add(Line.EMPTY);
        if (more > 0) {
            wrap((tally.cut() ? "More than " : "") + Counted.of(more, "more kind of error", "more kinds of errors") + (more == 1 ? " is" : " are")
                    + " not shown.", Role.DIM);
        }
        if (tally.cut()) {
            wrap("There were more kinds than are kept in memory: the rarest were forgotten, and counts by code, by remote and of a kind can be too small.",
                    Role.DIM);
        }
        ErrorGroup first = tally.commonest(1).getFirst();
        String trace = ErrorAnswer.to(first.first()).trace();
        String next = trace == null ? "trace explain TEXT tells what one of them proves" : trace;
        if (columns) {
            HangingIndent.add(lines, "next", Role.DIM, next, trace == null ? Role.DIM : Role.COMMAND, LABEL, canvas);
        } else {
            wrap("Next" + (trace == null ? ": " : ", type: ") + next, Role.PLAIN);
        }
    }

    private void wrap(String text, Role role) {
        for (String line : Wrap.lines(text, canvas.width(), 0)) {
            lines.add(Line.of(line, role));
        }
    }
}
