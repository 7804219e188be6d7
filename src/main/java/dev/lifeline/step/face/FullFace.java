package dev.lifeline.step.face;

import dev.lifeline.model.Target;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.ladder.LadderSoFar;
import java.util.ArrayList;
import java.util.List;

/// A screen in panes, from top to bottom: the ladder so far, the kernel, now and what is asked there, and the keys. What is nearest to the prompt is
/// what changes with each key. The ladder gets the rows that the others leave; on a wide screen it has a column of its own.
public final class FullFace {

    private static final int MOST_DONE = 3;
    private static final int MOST_SAID = 2;
    private static final int MOST_KERNEL = 4;
    private static final int MOST_ASKED = 2;
    /// Columns from which a ladder stands beside the other panes: both can be read then.
    private static final int TWO_COLUMNS = 2 * Canvas.MIN_WIDTH;
    private static final int GAP = 2;

    private FullFace() {
    }

    /// Draws a moment.
    ///
    /// @param rows that the frame may have
    /// @return `null` where the answer to a command is higher than the screen: it has to be shown by itself
    public static Card draw(StepFrame frame, Canvas canvas, int rows) {
        return frame.answer() != null ? answered(frame, canvas, rows) : canvas.width() >= TWO_COLUMNS ? beside(frame, canvas, rows)
                : stopped(frame, canvas, rows);
    }

    /// The panes of the kernel and of now.
    private static Card panes(StepFrame frame, Canvas canvas) {
        List<CardLine> kernel = newest(frame.parts().kernel(), MOST_KERNEL);
        List<CardLine> all = new ArrayList<>(kernel);
        all.addAll(StopCard.kept(frame.parts().done(), MOST_DONE));
        all.add(frame.parts().stop());
        all.addAll(frame.parts().hits());
        if (frame.parts().next() != null) {
            all.add(frame.parts().next());
        }
        all.addAll(newest(frame.parts().asked(), MOST_ASKED));
        // One table, so that columns and numbers go on from pane to pane.
        Card table = CardTable.draw(all, canvas);
        List<Line> foot = new ArrayList<>();
        if (!kernel.isEmpty()) {
            foot.add(rule("kernel", canvas));
            foot.addAll(table.frame().lines().subList(0, kernel.size()));
        }
        foot.add(rule("now", canvas));
        foot.addAll(table.frame().lines().subList(kernel.size(), all.size()));
        if (frame.journey().isOver()) {
            foot.addAll(StopCard.answer(frame.journey(), frame.parts().index(), canvas).lines());
        }
        return new Card(new Frame(foot), all);
    }

    private static Card stopped(StepFrame frame, Canvas canvas, int rows) {
        Card panes = panes(frame, canvas);
        List<Line> foot = new ArrayList<>(panes.frame().lines());
        foot(frame, canvas, foot);
        List<Line> lines = new ArrayList<>();
        lines.add(title(frame, canvas));
        List<Line> claim = StopCard.claim(frame.journey(), rows - lines.size() - foot.size() - 1, canvas);
        if (!claim.isEmpty()) {
            lines.add(rule("scenario", canvas));
            lines.addAll(claim);
        }
        lines.addAll(ladder(frame, canvas, canvas.width(), rows - lines.size() - foot.size()));
        lines.addAll(foot);
        return new Card(new Frame(BigFace.fitting(lines, rows)), panes.lines());
    }

    /// The ladder so far, below its rule.
    ///
    /// @param rule columns of the rule
    /// @param room lines for both
    private static List<Line> ladder(StepFrame frame, Canvas canvas, int rule, int room) {
        List<Line> ladder = LadderSoFar.draw(frame.parts().index(), frame.connection(), canvas).lines();
        List<Line> shown = BigFace.newest(ladder, room - 1);
        int above = ladder.size() - shown.size();
        List<Line> lines = new ArrayList<>();
        lines.add(rule(above > 0 && !shown.isEmpty() ? "so far, " + above + " above" : "so far", "", rule, canvas.glyphs()));
        lines.addAll(shown);
        return lines;
    }

    /// The ladder on the left, and all others on the right, from the top: they stand where they stood at the stop before.
    private static Card beside(StepFrame frame, Canvas canvas, int rows) {
        Canvas right = new Canvas(canvas.width() / 2, canvas.glyphs());
        Canvas left = new Canvas(canvas.width() - right.width() - GAP, canvas.glyphs());
        int from = canvas.width() - right.width();
        List<Line> foot = new ArrayList<>();
        foot(frame, canvas, foot);
        int room = rows - 1 - foot.size();
        Card panes = panes(frame, right);
        List<Line> beside = new ArrayList<>();
        List<Line> claim = StopCard.claim(frame.journey(), room - panes.frame().lines().size() - 1, right);
        if (!claim.isEmpty()) {
            beside.add(rule("scenario", right));
            beside.addAll(claim);
        }
        beside.addAll(panes.frame().lines());
        beside = BigFace.fitting(beside, room);
        List<Line> ladder = ladder(frame, left, from - GAP, room);
        List<Line> lines = new ArrayList<>(List.of(title(frame, canvas)));
        for (int i = 0; i < Math.max(ladder.size(), beside.size()); i++) {
            LineBuilder line = new LineBuilder();
            add(line, i < ladder.size() ? ladder.get(i) : Line.EMPTY);
            add(line.to(from), i < beside.size() ? beside.get(i) : Line.EMPTY);
            lines.add(line.build());
        }
        lines.addAll(foot);
        return new Card(new Frame(lines), panes.lines());
    }

    private static void add(LineBuilder line, Line part) {
        for (Segment segment : part.segments()) {
            line.add(segment.text(), segment.role());
        }
    }

    private static Card answered(StepFrame frame, Canvas canvas, int rows) {
        List<Line> lines = new ArrayList<>();
        lines.add(title(frame, canvas));
        String again = frame.keys().isEmpty() ? "" : " goto " + frame.journey().cursor() + " shows the stop again";
        lines.add(rule("answer", again, canvas.width(), canvas.glyphs()));
        lines.addAll(frame.answer().frame().lines());
        List<CardLine> now = new ArrayList<>(List.of(frame.parts().stop()));
        if (frame.parts().next() != null) {
            now.add(frame.parts().next());
        }
        List<Line> foot = new ArrayList<>();
        foot.add(rule("now", canvas));
        foot.addAll(CardTable.draw(now, canvas).frame().lines());
        foot(frame, canvas, foot);
        while (lines.size() + foot.size() < rows) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(foot);
        return lines.size() > rows ? null : new Card(new Frame(lines), frame.answer().lines());
    }

    /// Adds the sentences that were said, and the keys.
    private static void foot(StepFrame frame, Canvas canvas, List<Line> lines) {
        for (String sentence : newest(frame.said(), MOST_SAID)) {
            for (String line : Wrap.lines(sentence, canvas.width(), 2)) {
                lines.add(Line.of(line, Role.PLAIN));
            }
        }
        if (!frame.keys().isEmpty()) {
            lines.add(Line.of(StopKeys.line(frame.keys(), canvas.width()), Role.DIM));
        }
    }

    private static Line title(StepFrame frame, Canvas canvas) {
        String right = switch (frame.status()) {
            case LIVE -> "live, held";
            case RUNNING -> "live, it goes on by itself";
            case REPLAY -> "REPLAY: nothing runs";
            case OVER -> "over";
        };
        Target target = frame.journey().header().target();
        String left = "run " + frame.journey().run() + ", stop " + frame.journey().cursor() + " of " + frame.journey().stops().size() + "   "
                + Printable.ascii(target.host()) + (target.port() > 0 ? ", port " + target.port() : "");
        int room = canvas.width() - right.length() - 2;
        return new LineBuilder().add(left.length() <= room ? left : left.substring(0, room), Role.STRONG).to(canvas.width() - right.length())
                .add(right, frame.status() == StepFrame.Status.REPLAY ? Role.HELD : Role.DIM).build();
    }

    private static Line rule(String name, Canvas canvas) {
        return rule(name, "", canvas.width(), canvas.glyphs());
    }

    private static Line rule(String name, String end, int width, Glyphs glyphs) {
        return new LineBuilder().add(name + " ", Role.DIM)
                .add(glyphs.horizontal().repeat(Math.max(0, width - name.length() - 1 - end.length())) + end, Role.DIM).build();
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
