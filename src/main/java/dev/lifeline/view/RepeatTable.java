package dev.lifeline.view;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.timeline.Span;
import dev.lifeline.timeline.StageStatistics;
import dev.lifeline.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/// How long each stage took over many connections, and where some of them failed.
public final class RepeatTable {

    private static final String[] HEADINGS = {"n", "min", "p50", "p90", "p99", "max"};
    private static final int LABEL = 14;
    private static final int FIRST_FIGURE = 20;

    private RepeatTable() {
    }

    /// The table, one unit for all of it; below it what never ran, and the failures.
    public static List<Line> lines(Timeline timeline, Canvas canvas) {
        StageStatistics statistics = StageStatistics.of(timeline);
        List<Line> lines = new ArrayList<>();
        durations(statistics.durations(), canvas, lines);
        for (Span span : timeline.spans()) {
            if (span.state() instanceof Span.NotReached) {
                lines.add(begin(span.stage(), span.lane()).add("  not reached", Role.DIM).build());
            }
        }
        failures(statistics.failures(), canvas, lines);
        for (StageStatistics.Durations row : statistics.durations()) {
            if (row.evidence() == Evidence.INFERRED) {
                lines.add(Line.EMPTY);
                Hanging.add(lines, row.stage().label(), Role.DIM,
                        "inferred, and at least this long: connect had returned, accept had not been called",
                        Role.INFERRED, LABEL, canvas);
            }
        }
        return lines;
    }

    private static void durations(List<StageStatistics.Durations> rows, Canvas canvas, List<Line> lines) {
        long longest = 0;
        for (StageStatistics.Durations row : rows) {
            longest = Math.max(longest, row.max());
        }
        Scale scale = Scale.of(longest, canvas.glyphs());
        List<String[]> cells = cells(rows, scale);
        while (width(cells) + scale.name().length() + 2 > canvas.width() && scale.places() > 0) {
            scale = scale.coarser();
            cells = cells(rows, scale);
        }
        int gap = width(cells) + scale.name().length() + 2 > canvas.width() ? 1 : 2;
        LineBuilder header = new LineBuilder().add("stage", Role.DIM).to(LABEL).add("side", Role.DIM).to(FIRST_FIGURE);
        if (!rows.isEmpty()) {
            figures(header, HEADINGS, widths(cells), gap, Role.DIM);
            header.add(" ".repeat(gap) + scale.name(), Role.DIM);
        }
        lines.add(header.build());
        for (int i = 0; i < rows.size(); i++) {
            boolean inferred = rows.get(i).evidence() == Evidence.INFERRED;
            LineBuilder line = begin(rows.get(i).stage(), rows.get(i).lane());
            figures(line, cells.get(i), widths(cells), gap, inferred ? Role.INFERRED : Role.PLAIN);
            lines.add(line.build());
        }
    }

    private static List<String[]> cells(List<StageStatistics.Durations> rows, Scale scale) {
        List<String[]> cells = new ArrayList<>();
        for (StageStatistics.Durations row : rows) {
            cells.add(new String[] {Details.grouped(row.count()), scale.figure(row.min()), scale.figure(row.p50()),
                scale.figure(row.p90()), scale.figure(row.p99()), scale.figure(row.max())});
        }
        return cells;
    }

    private static int[] widths(List<String[]> cells) {
        int[] widths = new int[HEADINGS.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = HEADINGS[i].length();
            for (String[] row : cells) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return widths;
    }

    private static int width(List<String[]> cells) {
        int width = FIRST_FIGURE;
        for (int column : widths(cells)) {
            width += 2 + column;
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
            line.add(Details.grouped(failure.count()) + " " + canvas.glyphs().times() + " ", Role.BAD);
            String reason = failure.code().name() + ": " + failure.code().text();
            lines.add(line.add(Text.fit(reason, canvas.width() - line.width(), canvas.glyphs()), Role.BAD).build());
        }
    }

    private static LineBuilder begin(Stage stage, Lane lane) {
        return new LineBuilder().add(stage.label(), Role.PLAIN).to(LABEL).add(lane.label(), WaterfallRows.role(lane))
                .to(FIRST_FIGURE);
    }

    private static void figures(LineBuilder line, String[] cells, int[] widths, int gap, Role role) {
        for (int i = 0; i < cells.length; i++) {
            line.add(" ".repeat(gap) + Text.right(cells[i], widths[i]), role);
        }
    }
}
