package dev.lifeline.view.table;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.crowd.CrowdOnTrace;
import dev.lifeline.analysis.crowd.CrowdStage;
import dev.lifeline.analysis.crowd.CrowdWay;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.waterfall.Scale;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.crowd.CrowdWords;
import java.util.ArrayList;
import java.util.List;

/// Crowds of a play, folded: a row for each stage with figures over all members, and one for each way in which it went otherwise, with
/// the names of those with whom it did.
public final class CrowdTable {

    private static final int LABEL = 14;
    private static final String[] HEADINGS = {"n", "min", "median", "max"};

    /// Ways of one stage that have rows; more are counted.
    private static final int MOST_WAYS = 4;

    private record Cells(String label, String[] figures, String words, Role side, Role role) {
    }

    private CrowdTable() {
    }

    /// The table, one unit for all of it; empty where the trace has no crowd.
    ///
    /// @param full whether what went well and is no news is told, too
    public static List<Line> lines(TraceIndex index, boolean full, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        long longest = 0;
        for (CrowdOnTrace crowd : index.crowds().all()) {
            for (CrowdStage stage : crowd.stages()) {
                for (CrowdWay way : stage.ways()) {
                    longest = way.kind() == CrowdWay.Kind.OPEN ? longest : Math.max(longest, way.max());
                }
            }
        }
        Scale scale = Scale.of(longest, canvas.glyphs());
        List<List<Cells>> crowds = new ArrayList<>();
        int[] widths = new int[HEADINGS.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = HEADINGS[i].length();
        }
        for (CrowdOnTrace crowd : index.crowds().all()) {
            List<Cells> rows = rows(crowd, scale, full, canvas);
            for (Cells row : rows) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], row.figures()[i].length());
                }
            }
            crowds.add(rows);
        }
        for (int i = 0; i < crowds.size(); i++) {
            CrowdOnTrace crowd = index.crowds().all().get(i);
            String name = FittedText.fit(Printable.ascii(crowd.name()) + ", " + Counted.grouped(crowd.size()), LABEL + widths[0], canvas.glyphs());
            lines.add(heading(name, widths, i == 0 ? scale.name() : null, WaterfallRows.role(crowd.lane())));
            for (Cells row : crowds.get(i)) {
                lines.add(line(row, widths, canvas));
            }
        }
        return lines;
    }

    /// Adds the table below other lines, with an empty one between.
    public static void below(List<Line> lines, TraceIndex index, boolean full, Canvas canvas) {
        List<Line> crowds = lines(index, full, canvas);
        if (!lines.isEmpty() && !crowds.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(crowds);
    }

    private static List<Cells> rows(CrowdOnTrace crowd, Scale scale, boolean full, Canvas canvas) {
        CrowdWords words = new CrowdWords(canvas.glyphs());
        List<Cells> rows = new ArrayList<>();
        for (CrowdStage stage : crowd.stages()) {
            int told = 0;
            for (CrowdWay way : stage.ways()) {
                if (told == MOST_WAYS) {
                    rows.add(new Cells("", new String[] {"", "", "", ""}, "and " + Counted.of(stage.ways().size() - told, "more way"), Role.DIM,
                            Role.DIM));
                    break;
                }
                if (!full && stage.stage() == Stage.BIND && way.kind() == CrowdWay.Kind.DONE) {
                    continue;
                }
                // How long something waited at the end says nothing of how long it would have.
                boolean open = way.kind() == CrowdWay.Kind.OPEN;
                boolean one = way.count() == 1;
                rows.add(new Cells(told == 0 ? stage.stage().label() : "", new String[] {Counted.grouped(way.count()),
                    one || open ? "" : scale.figure(way.min()), one || open ? "" : scale.figure(way.median()),
                    open ? "" : scale.figure(way.max())},
                        words.beside(crowd, stage, way, told > 0), WaterfallRows.role(stage.lane()), role(way)));
                told++;
            }
        }
        return rows;
    }

    private static Role role(CrowdWay way) {
        return switch (way.kind()) {
            case DONE -> Role.PLAIN;
            case SLOW, OPEN -> Role.STRONG;
            case CONCLUDED -> Role.INFERRED;
            case FAILED -> Role.BAD;
        };
    }

    private static Line heading(String name, int[] widths, String unit, Role role) {
        LineBuilder line = new LineBuilder().add(name, role);
        if (unit != null) {
            line.to(LABEL);
            figures(line, HEADINGS, widths, Role.DIM);
            line.add("  " + unit, Role.DIM);
        }
        return line.build();
    }

    private static Line line(Cells row, int[] widths, Canvas canvas) {
        LineBuilder line = new LineBuilder().add(row.label(), row.side()).to(LABEL);
        figures(line, row.figures(), widths, Role.PLAIN);
        if (!row.words().isEmpty()) {
            line.add("  " + FittedText.fit(row.words(), Math.max(1, canvas.width() - line.width() - 2), canvas.glyphs()), row.role());
        }
        return line.build();
    }

    private static void figures(LineBuilder line, String[] cells, int[] widths, Role role) {
        for (int i = 0; i < cells.length; i++) {
            line.add((i == 0 ? "" : "  ") + FittedText.right(cells[i], widths[i]), role);
        }
    }
}
