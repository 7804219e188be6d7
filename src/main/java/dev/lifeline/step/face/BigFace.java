package dev.lifeline.step.face;

import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.ladder.LadderSoFar;
import java.util.ArrayList;
import java.util.List;

/// Few and short lines with room between them, for the last row of a hall: what is happening, the ladder so far, the queue.
public final class BigFace {

    /// Columns at most.
    public static final int COLUMNS = Canvas.MIN_WIDTH;

    private static final int MOST_RUNGS = 6;
    private static final int MOST_NEXT = 2;
    private static final int MOST_CLAIM = 6;

    private BigFace() {
    }

    /// Draws a stop.
    ///
    /// @param rows that the frame may have
    public static Card draw(StepFrame frame, Canvas wide, int rows) {
        Canvas canvas = new Canvas(COLUMNS, wide.glyphs());
        List<Line> head = new ArrayList<>();
        head.add(Line.EMPTY);
        List<CardLine> all = new ArrayList<>(List.of(frame.parts().stop()));
        all.addAll(frame.parts().hits());
        int above = all.size();
        all.addAll(frame.parts().kernel());
        // One table, so that the numbers go on.
        Card table = CardTable.draw(all, canvas);
        head.addAll(table.frame().lines().subList(0, above));
        List<Line> claim = StopCard.claim(frame.journey(), MOST_CLAIM, canvas);
        if (!claim.isEmpty()) {
            head.add(Line.EMPTY);
            head.addAll(claim);
        }
        List<Line> foot = new ArrayList<>();
        if (frame.journey().isOver()) {
            foot.add(Line.EMPTY);
            foot.addAll(StopCard.answer(frame.journey(), frame.parts().index(), canvas).lines());
        } else {
            next(frame.parts().next(), head);
            asked(frame.parts().asked(), canvas, head);
        }
        for (Line line : table.frame().lines().subList(above, all.size())) {
            foot.add(Line.EMPTY);
            foot.add(line);
        }
        foot.add(Line.EMPTY);
        foot.add(Line.of(StopKeys.line(frame.keys(), COLUMNS), Role.DIM));
        int room = rows - head.size() - 1 - foot.size();
        List<Line> lines = new ArrayList<>(head);
        List<Line> ladder = newest(LadderSoFar.draw(frame.parts().index(), frame.connection(), canvas).lines(), Math.min(MOST_RUNGS + 1, room));
        if (!ladder.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.addAll(ladder);
        }
        lines.addAll(foot);
        return new Card(new Frame(fitting(lines, rows)), all);
    }

    private static void next(CardLine next, List<Line> lines) {
        if (next != null) {
            lines.add(Line.EMPTY);
            List<String> words = Wrap.lines(next.words(), COLUMNS, 0);
            for (String line : words.subList(0, Math.min(MOST_NEXT, words.size()))) {
                lines.add(Line.of(line, Role.STRONG));
            }
        }
    }

    /// The last one is what can still be done: the offer where there is one, else what was said here.
    private static void asked(List<CardLine> asked, Canvas canvas, List<Line> lines) {
        if (!asked.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of(FittedText.fit(asked.getLast().words(), COLUMNS, canvas.glyphs()), Role.COMMAND));
        }
    }

    /// The heading of a ladder and its newest lines.
    ///
    /// @param room for all of them; nothing is drawn where there is none for three
    static List<Line> newest(List<Line> ladder, int room) {
        if (room < 3 || ladder.size() < 2) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        lines.add(ladder.getFirst());
        lines.addAll(ladder.subList(Math.max(1, ladder.size() - room + 1), ladder.size()));
        return lines;
    }

    /// Of a frame that is higher than its screen, room is given up first, and then the lines at the top.
    static List<Line> fitting(List<Line> lines, int rows) {
        List<Line> kept = new ArrayList<>(lines);
        for (int i = kept.size() - 1; i >= 0 && kept.size() > rows; i--) {
            if (kept.get(i).segments().isEmpty()) {
                kept.remove(i);
            }
        }
        return kept.size() <= rows ? kept : kept.subList(kept.size() - rows, kept.size());
    }
}
