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
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
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
    /// Lines of plays that did not hold or broke, and how many lines came after the first of them.
    private final List<Line> failed = new ArrayList<>();
    private int below;

    public TextReport(Io io, OutputOptions output) throws UsageException {
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
    public boolean tell(PlayResult result) {
        PlayResult.Kind kind = result.kind();
        if (kind == PlayResult.Kind.INTERRUPTED && result.took() == 0) {
            // What was never begun is only counted.
            progress.ended(result.id());
            return true;
        }
        List<Line> lines = new ArrayList<>();
        Role role = switch (kind) {
            case HELD -> Role.GOOD;
            case NOT_HELD, BROKEN -> Role.BAD;
            case NOT_HERE, INTERRUPTED -> Role.DIM;
        };
        String count = result.findings().isEmpty() ? "" : result.held() + " of " + result.findings().size();
        String took = result.took() == 0 ? "" : Durations.text(millis(result.took()));
        Line line = Line.of(kind.sign(), role).plus(" ".repeat(SIGN - kind.sign().length()), Role.PLAIN);
        lines.add(count.isEmpty() && took.isEmpty() ? line.plus(result.id(), Role.PLAIN)
                : line.plus(FittedText.left(result.id(), NAME) + FittedText.right(count, TIME), Role.PLAIN)
                        .plus("  " + FittedText.right(took, TIME), Role.DIM));
        if (result.reason() != null) {
            add(lines, "why", result.reason());
        }
        for (Finding finding : result.findings()) {
            if (finding.state() == FindingState.NOT_HELD) {
                if (finding.expectation().id() != null) {
                    add(lines, "id", finding.expectation().id());
                }
                add(lines, "expected", finding.expected());
                add(lines, "observed", finding.observed());
            }
        }
        if (kind == PlayResult.Kind.NOT_HELD || kind == PlayResult.Kind.BROKEN) {
            failed.addAll(lines);
        }
        below += failed.isEmpty() ? 0 : lines.size();
        progress.ended(result.id());
        boolean read = presenter.print(new Frame(lines));
        progress.show();
        return read;
    }

    private void add(List<Line> lines, String label, String text) {
        Line line = Line.of(" ".repeat(SIGN)).plus(FittedText.left(label, LABEL), Role.DIM);
        for (String piece : Wrap.lines(Printable.ascii(text), canvas.width() - SIGN - LABEL, 0)) {
            lines.add(line.plus(piece, Role.PLAIN));
            line = Line.of(" ".repeat(SIGN + LABEL));
        }
    }

    @Override
    public void end(PlaySum sum) {
        progress.end();
        StringBuilder text = new StringBuilder(sum.all() + (sum.all() == 1 ? " scenario" : " scenarios") + " in "
                + Durations.text(millis(sum.took())) + ": " + sum.count(PlayResult.Kind.HELD) + " held");
        append(text, sum.count(PlayResult.Kind.NOT_HELD), "did not hold");
        append(text, sum.count(PlayResult.Kind.NOT_HERE), "cannot be shown here");
        append(text, sum.count(PlayResult.Kind.BROKEN), "broke");
        append(text, sum.count(PlayResult.Kind.INTERRUPTED), "interrupted or not begun");
        List<Line> lines = new ArrayList<>(List.of(Line.EMPTY));
        if (below > SCREEN) {
            lines.addAll(failed.subList(0, Math.min(failed.size(), SCREEN - 2)));
            int more = failed.size() - (SCREEN - 2);
            if (more > 0) {
                lines.add(Line.of("and " + Counted.of(more, "more line") + " above", Role.DIM));
            }
            lines.add(Line.EMPTY);
        }
        for (String line : Wrap.lines(text.toString(), canvas.width(), 0)) {
            lines.add(Line.of(line, sum.code() == ExitCode.OK ? Role.GOOD : Role.BAD));
        }
        presenter.print(new Frame(lines));
    }

    private static void append(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(what);
        }
    }

    /// Whole milliseconds, at least one: a person compares lines, not nanoseconds.
    private static long millis(long nanos) {
        return Math.max(1, nanos / 1_000_000) * 1_000_000;
    }
}
