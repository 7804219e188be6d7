package dev.lifeline.step.card;

import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.stages.CutWords;
import java.util.ArrayList;
import java.util.List;

/// Lays out the lines of a card: label, side, words, figure, and the number by which `?` asks for a fact.
public final class CardTable {

    /// Columns of a label.
    public static final int LABEL = 14;
    static final int SIDE = 8;
    /// The same where an actor has a longer name.
    private static final int LONGEST_SIDE = 14;
    private static final int GAP = 2;

    private final Canvas canvas;
    private final int figure;
    private final int number;
    private final int side;

    private CardTable(Canvas canvas, int figure, int number, int side) {
        this.canvas = canvas;
        this.figure = figure;
        this.number = number;
        this.side = side;
    }

    /// Draws a card.
    public static Card draw(List<CardLine> lines, Canvas canvas) {
        int figure = 0;
        int facts = 0;
        int side = SIDE;
        for (CardLine line : lines) {
            figure = Math.max(figure, line.figure().length());
            facts += line.evidence().isEmpty() ? 0 : 1;
            side = Math.clamp(line.side().length() + 1, side, LONGEST_SIDE);
        }
        int number = facts == 0 ? 0 : Integer.toString(facts).length() + GAP;
        CardTable table = new CardTable(canvas, figure, number, side);
        List<Line> drawn = new ArrayList<>();
        int next = 1;
        for (CardLine line : lines) {
            drawn.add(table.line(line, line.evidence().isEmpty() ? "" : "[" + next++ + "]"));
        }
        return new Card(new Frame(drawn), lines);
    }

    /// Adds a label and its words, which go on below one another; nothing where there are no words.
    ///
    /// @param text safe to print
    static void wrap(List<Line> lines, String label, Role role, String text, Canvas canvas) {
        HangingIndent.add(lines, label, role, text, Role.PLAIN, LABEL, canvas);
    }

    private Line line(CardLine line, String mark) {
        LineBuilder out = new LineBuilder().add(FittedText.fit(line.label(), LABEL - 1, canvas.glyphs()), line.role()).to(LABEL);
        if (!line.side().isEmpty()) {
            out.add(FittedText.fit(line.side(), side - 1, canvas.glyphs()), sideRole(line.side()));
            out.to(Math.max(LABEL + side, out.width() + 1));
        }
        int right = (number == 0 ? 0 : number + GAP) + (figure == 0 ? 0 : figure + GAP);
        boolean wide = line.figure().isEmpty() && mark.isEmpty();
        int room = Math.max(1, canvas.width() - out.width() - (wide ? 0 : line.figure().isEmpty() ? number + GAP : right));
        out.add(CutWords.cut(line.words(), room, canvas.glyphs()), line.label().equals("stopped") ? Role.STRONG : Role.PLAIN);
        if (!line.figure().isEmpty()) {
            out.to(canvas.width() - right + GAP).add(FittedText.right(line.figure(), figure), Role.PLAIN);
        }
        if (!mark.isEmpty()) {
            out.to(canvas.width() - mark.length()).add(mark, Role.DIM);
        }
        return out.build();
    }

    private static Role sideRole(String side) {
        return switch (side) {
            case "client" -> Role.CLIENT;
            case "server" -> Role.SERVER;
            default -> Role.KERNEL;
        };
    }
}
