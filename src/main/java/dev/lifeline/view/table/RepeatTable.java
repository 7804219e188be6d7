package dev.lifeline.view.table;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.StageStatistics;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.Scale;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.StatisticsWords;
import java.util.ArrayList;
import java.util.List;

/// Durations of each stage over many connections, and where some of them failed.
public final class RepeatTable {

    private static final String[] HEADINGS = {"n", "min", "p50", "p90", "p99", "max"};
    private static final int LABEL = 14;
    private static final int FIRST_FIGURE = 20;

    private RepeatTable() {
    }

    /// The table, one unit for all of it; below it what never ran, and the failures.
    ///
    /// @param all whether the programs' lags are told, too, and how each wait was measured; else only where it is no more than a least one
    public static List<Line> lines(TraceIndex index, boolean all, Canvas canvas) {
        StageStatistics statistics = index.statistics();
        List<StageStatistics.Durations> lags = all ? statistics.lags() : List.of();
        List<Line> lines = new ArrayList<>();
        List<StageStatistics.Durations> rows = new ArrayList<>(statistics.durations());
        rows.addAll(lags);
        Figures figures = new Figures(rows, canvas);
        figures.header(lines);
        figures.rows(statistics.durations(), 0, lines);
        for (Span span : index.timeline().spans()) {
            if (span.state() instanceof Span.NotReached) {
                lines.add(begin(span.stage(), span.lane()).add("  not reached", Role.DIM).build());
            }
        }
        if (!lags.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("app lag: from the packet to the return of the call", Role.DIM));
            figures.rows(lags, statistics.durations().size(), lines);
        }
        failures(statistics.failures(), canvas, lines);
        for (StageStatistics.Durations row : statistics.durations()) {
            String basis = all || row.evidence() == Evidence.INFERRED || row.evidence() == Evidence.KERNEL ? StatisticsWords.basis(row) : "";
            if (!basis.isEmpty()) {
                lines.add(Line.EMPTY);
                HangingIndent.add(lines, row.stage().label(), Role.DIM, basis,
                        row.evidence() == Evidence.INFERRED ? Role.INFERRED : Role.PLAIN, LABEL, canvas);
            }
        }
        return lines;
    }

    /// The rows of figures in one unit, as wide as the widest of them.
    private static final class Figures {
        private final List<String[]> cells;
        private final Scale scale;
        private final int gap;

        Figures(List<StageStatistics.Durations> rows, Canvas canvas) {
            long longest = 0;
            for (StageStatistics.Durations row : rows) {
                longest = Math.max(longest, row.max());
            }
            Scale unit = Scale.of(longest, canvas.glyphs());
            List<String[]> texts = cells(rows, unit);
            while (width(texts) + unit.name().length() + 2 > canvas.width() && unit.places() > 0) {
                unit = unit.coarser();
                texts = cells(rows, unit);
            }
            cells = texts;
            scale = unit;
            gap = width(texts) + unit.name().length() + 2 > canvas.width() ? 1 : 2;
        }

        void header(List<Line> lines) {
            LineBuilder header = new LineBuilder().add("stage", Role.DIM).to(LABEL).add("side", Role.DIM).to(FIRST_FIGURE);
            if (!cells.isEmpty()) {
                figures(header, HEADINGS, widths(cells), gap, Role.DIM);
                header.add(" ".repeat(gap) + scale.name(), Role.DIM);
            }
            lines.add(header.build());
        }

        /// @param first the place of the first of these rows among all
        void rows(List<StageStatistics.Durations> rows, int first, List<Line> lines) {
            for (int i = 0; i < rows.size(); i++) {
                boolean inferred = rows.get(i).evidence() == Evidence.INFERRED;
                LineBuilder line = begin(rows.get(i).stage(), rows.get(i).lane());
                figures(line, cells.get(first + i), widths(cells), gap, inferred ? Role.INFERRED : Role.PLAIN);
                lines.add(line.build());
            }
        }
    }

    private static List<String[]> cells(List<StageStatistics.Durations> rows, Scale scale) {
        List<String[]> cells = new ArrayList<>();
        for (StageStatistics.Durations row : rows) {
            cells.add(new String[] {Counted.grouped(row.count()), scale.figure(row.min()), scale.figure(row.p50()),
                percentile(row.p90(), scale), percentile(row.p99(), scale), scale.figure(row.max())});
        }
        return cells;
    }

    private static String percentile(long nanos, Scale scale) {
        return nanos == StageStatistics.TOO_FEW ? "" : scale.figure(nanos);
    }

    /// The columns' widths; 0 for a percentile that no row has.
    private static int[] widths(List<String[]> cells) {
        int[] widths = new int[HEADINGS.length];
        for (int i = 0; i < widths.length; i++) {
            for (String[] row : cells) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
            widths[i] = widths[i] == 0 ? 0 : Math.max(widths[i], HEADINGS[i].length());
        }
        return widths;
    }

    private static int width(List<String[]> cells) {
        int width = FIRST_FIGURE;
        for (int column : widths(cells)) {
            width += column == 0 ? 0 : 2 + column;
        }
        return width;
    }

    private static void failures(List<StageStatistics.Failures> failures, Canvas canvas, List<Line> lines) {
        if (failures.isEmpty()) {
            return;
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of("failed at", Role.DIM));
        for (StageStatistics.Failures failure : failures) {
            LineBuilder line = begin(failure.stage(), failure.lane()).add("  ", Role.PLAIN);
            line.add(Counted.grouped(failure.count()) + " " + canvas.glyphs().times() + " ", Role.BAD);
            String reason = FailureWords.code(failure.code());
            lines.add(line.add(FittedText.fit(reason, canvas.width() - line.width(), canvas.glyphs()), Role.BAD).build());
        }
    }

    private static LineBuilder begin(Stage stage, Lane lane) {
        return new LineBuilder().add(stage.label(), Role.PLAIN).to(LABEL).add(lane.label(), WaterfallRows.role(lane))
                .to(FIRST_FIGURE);
    }

    private static void figures(LineBuilder line, String[] cells, int[] widths, int gap, Role role) {
        for (int i = 0; i < cells.length; i++) {
            if (widths[i] > 0) {
                line.add(" ".repeat(gap) + FittedText.right(cells[i], widths[i]), role);
            }
        }
    }
}
