package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.table.MarkedLines;
import dev.lifeline.wording.FindingWords;
import java.util.ArrayList;
import java.util.List;

/// Many plays for a person: a line for each as it ends, what did not hold below it, and a summary.
public final class TextReport implements PlayReport {

    private static final int SIGN = 14;
    private static final int NAME = 27;
    private static final int TIME = 8;
    private static final int LABEL = 10;
    /// Lines of a terminal: what stands further above is told again at the end.
    private static final int SCREEN = 20;

    private final Presenter presenter;
    private final Canvas canvas;
    private final PlayProgress progress;
    private final boolean times;
    /// Lines of plays that did not hold or broke, and how many lines came after the first of them.
    private final List<Line> failed = new ArrayList<>();
    private int below;
    /// One of those that did not hold each time, as the shell reads it; `null` for none.
    private String example;

    /// @param times whether each scenario is played several times: then a line for each when all its plays have ended
    public TextReport(Io io, OutputOptions output, boolean times) throws UsageException {
        this.times = times;
        this.presenter = Presenter.of(output, io);
        this.canvas = presenter.canvas();
        this.progress = new PlayProgress(io, output.accessible);
    }

    @Override
    public void begin(int plays) {
        progress.begin(plays);
    }

    @Override
    public void began(String id) {
        progress.began(id);
    }

    @Override
    public boolean tell(PlayTally tally) {
        PlayResult result = tally.last();
        // What was never begun is only counted.
        boolean begun = result.kind() != PlayResult.Kind.INTERRUPTED || result.took() > 0;
        if (times ? !tally.complete() || tally.kind() == PlayResult.Kind.INTERRUPTED && tally.took() == 0 : !begun) {
            progress.ended(result.id());
            progress.show();
            return true;
        }
        List<Line> lines = times && tally.judged() > 0 ? several(tally) : one(result);
        if (tally.kind() == PlayResult.Kind.NOT_HELD || tally.kind() == PlayResult.Kind.BROKEN) {
            failed.addAll(lines);
            example = example != null ? example : tally.file() == null ? tally.id() : ShellWord.ofPath(tally.file());
        }
        below += failed.isEmpty() ? 0 : lines.size();
        progress.ended(result.id());
        boolean read = presenter.print(new Frame(lines));
        progress.show();
        return read;
    }

    private List<Line> one(PlayResult result) {
        String count = result.findings().isEmpty() ? "" : result.held() + " of " + result.findings().size();
        List<Line> lines = new ArrayList<>(List.of(first(result.kind().sign(), result.kind(), result.id(), count, result.took())));
        boolean judged = result.kind() == PlayResult.Kind.NOT_HELD;
        if (result.reason() != null && !judged) {
            add(lines, "why", result.reason());
        }
        for (Finding finding : result.findings()) {
            if (finding.state() == FindingState.NOT_HELD) {
                if (finding.expectation().id() != null) {
                    add(lines, "id", finding.expectation().id());
                }
                difference(lines, finding, "observed");
            }
        }
        if (result.reason() != null && judged) {
            add(lines, "remark", result.reason());
        }
        return lines;
    }

    /// How often all held, then each expectation that did not hold each time, with what one play showed instead.
    private List<Line> several(PlayTally tally) {
        String count = tally.count(PlayResult.Kind.HELD) + " of " + tally.judged();
        List<Line> lines = new ArrayList<>(List.of(first(tally.wavers() ? "WAVERS" : tally.kind().sign(), tally.kind(), tally.id(), count,
                tally.took())));
        if (tally.judged() < tally.planned()) {
            add(lines, "plays", Counted.of(tally.planned() - tally.judged(), "of " + tally.planned() + " was", "of " + tally.planned() + " were")
                    + " not played to the end" + (tally.reason() == null ? "" : ": " + tally.reason()));
        }
        for (PlayTally.Row row : tally.rows()) {
            if (!row.always()) {
                boolean unseen = row.finding().state() == FindingState.NOT_SEEN;
                int held = row.count(FindingState.HELD);
                add(lines, held == 0 ? "never" : "wavers", FindingWords.which(row.expectation().number(), row.expectation().id()) + " held " + held + " of "
                        + Counted.of(tally.judged(), "time") + ", " + (row.count(row.finding().state()) == 1 ? "" : "first ")
                        + (unseen ? "not seen in play " : "not in play ") + row.play() + ":");
                difference(lines, row.finding(), unseen ? "missing" : "observed");
            }
        }
        if (tally.kind() == PlayResult.Kind.NOT_HELD && tally.reason() != null) {
            add(lines, "remark", tally.reason());
        }
        return lines;
    }

    private static Line first(String sign, PlayResult.Kind kind, String id, String count, long nanos) {
        Role role = switch (kind) {
            case HELD -> Role.GOOD;
            case NOT_HELD, BROKEN -> Role.BAD;
            case NOT_HERE, INTERRUPTED -> Role.DIM;
        };
        String took = nanos == 0 ? "" : Durations.text(millis(nanos));
        Line line = Line.of(sign, role).plus(" ".repeat(SIGN - sign.length()), Role.PLAIN);
        return count.isEmpty() && took.isEmpty() ? line.plus(id, Role.PLAIN)
                : line.plus(FittedText.left(id, NAME) + FittedText.right(count, TIME), Role.PLAIN)
                        .plus("  " + FittedText.right(took, TIME), Role.DIM);
    }

    private void difference(List<Line> lines, Finding finding, String word) {
        add(lines, "expected", finding.wanted(), Role.STRONG, finding.seen().marks().isEmpty());
        add(lines, word, finding.seen(), Role.BAD, true);
    }

    private void add(List<Line> lines, String label, String text) {
        add(lines, label, Marked.plain(Printable.ascii(text)), Role.PLAIN, false);
    }

    private void add(List<Line> lines, String label, Marked text, Role mark, boolean carets) {
        MarkedLines.add(lines, new LineBuilder().to(SIGN).add(label, Role.DIM), text.ascii(), SIGN + LABEL, Role.PLAIN, mark, carets, canvas);
    }

    @Override
    public void end(PlaySum sum) {
        progress.end();
        int held = sum.count(PlayResult.Kind.HELD);
        List<String> parts = new ArrayList<>();
        if (held > 0 || !times) {
            parts.add(held + (times ? " held each time" : " held"));
        }
        add(parts, sum.wavering(), sum.wavering() == 1 ? "wavers" : "waver");
        add(parts, sum.count(PlayResult.Kind.NOT_HELD) - sum.wavering(), times ? "never held" : "did not hold");
        add(parts, sum.count(PlayResult.Kind.NOT_HERE), "cannot be shown here");
        add(parts, sum.count(PlayResult.Kind.BROKEN), "broke");
        add(parts, sum.count(PlayResult.Kind.INTERRUPTED), "interrupted or not begun");
        String text = Counted.of(sum.all(), "scenario") + (times ? ", " + Counted.of(sum.judged(), "play") : "") + " in "
                + Durations.text(millis(sum.took())) + ": " + String.join(", ", parts);
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        if (below > SCREEN) {
            lines.addAll(failed.subList(0, Math.min(failed.size(), SCREEN - 2)));
            int more = failed.size() - (SCREEN - 2);
            if (more > 0) {
                lines.add(Line.of("and " + Counted.of(more, "more line") + " above", Role.DIM));
            }
            lines.add(Line.EMPTY);
        }
        for (String line : Wrap.lines(text, canvas.width(), 0)) {
            lines.add(Line.of(line, sum.code() == ExitCode.OK ? Role.GOOD : Role.BAD));
        }
        if (times && example != null && sum.all() > 1) {
            lines.add(Line.of("trace run " + example + " --times 10 --record FILE keeps the first play that does not hold", Role.DIM));
        }
        presenter.print(new Frame(lines));
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    /// Whole milliseconds, at least one: a person compares lines, not nanoseconds.
    private static long millis(long nanos) {
        return Math.max(1, nanos / 1_000_000) * 1_000_000;
    }
}
