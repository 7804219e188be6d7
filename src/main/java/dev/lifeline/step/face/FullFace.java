package dev.lifeline.step.face;

import dev.lifeline.model.Target;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.ladder.LadderSoFar;
import java.util.ArrayList;
import java.util.List;

/// A screen in panes, from top to bottom: the ladder so far, the kernel, now and what is asked there, and the keys. What is nearest to the prompt is
/// what changes with each key. The ladder gets the rows that the others leave.
public final class FullFace {

    private static final int MOST_DONE = 3;
    private static final int MOST_SAID = 2;
    private static final int MOST_KERNEL = 4;
    private static final int MOST_ASKED = 2;

    private FullFace() {
    }

    /// Draws a moment.
    ///
    /// @param rows that the frame may have
    /// @return `null` where the answer to a command is higher than the screen: it has to be shown by itself
    public static Card draw(StepFrame frame, Canvas canvas, int rows) {
        return frame.answer() != null ? answered(frame, canvas, rows) : stopped(frame, canvas, rows);
    }

    private static Card stopped(StepFrame frame, Canvas canvas, int rows) {
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
        foot(frame, canvas, foot);
        List<Line> lines = new ArrayList<>();
        lines.add(title(frame, canvas));
        List<Line> claim = StopCard.claim(frame.journey(), rows - lines.size() - foot.size() - 1, canvas);
        if (!claim.isEmpty()) {
            lines.add(rule("scenario", canvas));
            lines.addAll(claim);
        }
        List<Line> ladder = LadderSoFar.draw(frame.parts().index(), frame.connection(), canvas).lines();
        int room = rows - lines.size() - 1 - foot.size();
        List<Line> shown = BigFace.newest(ladder, room);
        int above = ladder.size() - shown.size();
        lines.add(rule(above > 0 && !shown.isEmpty() ? "so far, " + above + " above" : "so far", canvas));
        lines.addAll(shown);
        lines.addAll(foot);
        return new Card(new Frame(BigFace.fitting(lines, rows)), all);
    }

    private static Card answered(StepFrame frame, Canvas canvas, int rows) {
        List<Line> lines = new ArrayList<>();
        lines.add(title(frame, canvas));
        String again = frame.keys().isEmpty() ? "" : " goto " + frame.journey().cursor() + " shows the stop again";
        lines.add(rule("answer", again, canvas));
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
        return rule(name, "", canvas);
    }

    private static Line rule(String name, String end, Canvas canvas) {
        return new LineBuilder().add(name + " ", Role.DIM)
                .add(canvas.glyphs().horizontal().repeat(canvas.width() - name.length() - 1 - end.length()) + end, Role.DIM).build();
    }

    private static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
