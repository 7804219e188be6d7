package dev.lifeline.view.explained;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.naming.NameTable;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// All stages with their codes, what each means and is called elsewhere: a table to print for a workshop.
public final class StageTableScreen {

    private static final int MARGIN = 2;
    private static final int GAP = 2;

    private final Canvas canvas;
    private final List<Line> lines = new ArrayList<>();
    private int codes;
    private int meanings;
    private int types;

    private StageTableScreen(Canvas canvas) {
        this.canvas = canvas;
        for (KnownAs row : NameTable.rows()) {
            codes = Math.max(codes, row.code().length());
            meanings = Math.max(meanings, meaning(row).length());
            types = Math.max(types, or(row.nelType()).length());
        }
    }

    /// Draws the table: in columns where there is room for them.
    ///
    /// @param columns whether columns are wanted at all
    public static Frame of(boolean columns, Canvas canvas) {
        StageTableScreen screen = new StageTableScreen(canvas);
        for (ErrorStage stage : ErrorStage.values()) {
            screen.stage(stage, columns);
        }
        screen.foot();
        return new Frame(screen.lines);
    }

    private void stage(ErrorStage stage, boolean columns) {
        HangingIndent.add(lines, stage.label(), Role.STRONG, StageAbout.of(stage), Role.PLAIN, stage.label().length() + GAP, canvas);
        for (KnownAs row : NameTable.rows()) {
            if (row.stage() == stage && !row.code().equals(NameTable.ANY)) {
                if (columns) {
                    row(row);
                } else {
                    wrap(row.code() + ": " + meaning(row) + (row.nelType() == null ? "" : "; " + row.nelType() + " in NEL")
                            + (row.proxyError() == null ? "" : "; " + row.proxyError() + " in Proxy-Status")
                            + (row.scenario() == null ? "" : "; trace run " + row.scenario()) + ".");
                }
            }
        }
        lines.add(Line.EMPTY);
    }

    /// Code and meaning, then the names: beside them, or in a line of their own where there is no room.
    private void row(KnownAs row) {
        String code = FittedText.left(row.code(), codes + GAP);
        String names = FittedText.left(or(row.nelType()), types + GAP) + or(row.proxyError());
        int column = MARGIN + codes + GAP;
        Line line = Line.of(" ".repeat(MARGIN) + code, Role.COMMAND);
        if (column + meanings + GAP + types + GAP + "destination_ip_unroutable".length() <= canvas.width()) {
            lines.add(line.plus(FittedText.left(meaning(row), meanings + GAP), Role.PLAIN).plus(names.stripTrailing(), Role.DIM));
            return;
        }
        for (String piece : Wrap.lines(meaning(row), canvas.width() - column, 0)) {
            lines.add(line.plus(piece, Role.PLAIN));
            line = Line.of(" ".repeat(column));
        }
        String short1 = or(row.nelType());
        String short2 = or(row.proxyError());
        if (!short1.isEmpty() || !short2.isEmpty()) {
            for (String piece : Wrap.lines(short1 + (short1.isEmpty() || short2.isEmpty() ? "" : ", ") + short2, canvas.width() - column, 0)) {
                lines.add(Line.of(" ".repeat(column) + piece, Role.DIM));
            }
        }
    }

    private void foot() {
        wrap("Behind each code: its meaning, its type in W3C Network Error Logging, its error in Proxy-Status (RFC 9209). trace explain CODE says what "
                + "it proves, trace help CODE what it is.");
    }

    private static String meaning(KnownAs row) {
        return ErrorAnswer.code(row.code()).text();
    }

    private static String or(String name) {
        return name == null ? "" : name;
    }

    private void wrap(String text) {
        for (String line : Wrap.lines(text, canvas.width(), 0)) {
            lines.add(Line.of(line));
        }
    }
}
