package dev.lifeline.step.card.asked;

import dev.lifeline.model.walk.Question;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// A question with its answers, or with the events that are to be put in order; the keys stand below it.
public final class QuestionCard {

    /// Lines of a card at most, with its footer.
    public static final int MOST = 10;

    private static final int COLUMN = 6;
    private static final int INDENT = 2;

    private QuestionCard() {
    }

    /// Draws it.
    public static Card of(OpenQuestion question, Canvas canvas) {
        WrappedLines head = new WrappedLines(canvas);
        head.aside(label(question.question()), Role.STRONG, question.ask());
        List<Line> lines = new ArrayList<>(CardTable.draw(head.lines(), canvas).frame().lines());
        if (question.question() == Question.ORDER && question.lines().size() > COLUMN) {
            columns(question, lines, canvas);
            return Card.of(new Frame(lines));
        }
        WrappedLines answers = new WrappedLines(canvas);
        for (int i = 0; i < question.lines().size(); i++) {
            answers.aside("  " + OpenQuestion.letter(i), Role.COMMAND, question.lines().get(i));
        }
        if (lines.size() + answers.lines().size() < MOST) {
            lines.addAll(CardTable.draw(answers.lines(), canvas).frame().lines());
        } else {
            single(question, lines, canvas);
        }
        return Card.of(new Frame(lines));
    }

    private static String label(Question question) {
        return switch (question) {
            case PREDICT -> "predict";
            case SEE -> "look back";
            case ORDER -> "order";
        };
    }

    /// Answers that are too long for a card: a line each, cut at its end.
    private static void single(OpenQuestion question, List<Line> lines, Canvas canvas) {
        List<CardLine> answers = new ArrayList<>();
        for (int i = 0; i < question.lines().size(); i++) {
            answers.add(CardLine.aside("  " + OpenQuestion.letter(i), Role.COMMAND, Printable.ascii(question.lines().get(i))));
        }
        lines.addAll(CardTable.draw(answers, canvas).frame().lines());
    }

    /// Many events stand in two columns, the second one from the middle on.
    private static void columns(OpenQuestion question, List<Line> lines, Canvas canvas) {
        int rows = (question.lines().size() + 1) / 2;
        int half = canvas.width() / 2;
        for (int row = 0; row < rows; row++) {
            LineBuilder line = new LineBuilder();
            cell(line.to(INDENT), question, row, half - INDENT, canvas);
            if (row + rows < question.lines().size()) {
                cell(line.to(half), question, row + rows, canvas.width() - half, canvas);
            }
            lines.add(line.build());
        }
    }

    private static void cell(LineBuilder line, OpenQuestion question, int place, int width, Canvas canvas) {
        line.add(OpenQuestion.letter(place), Role.COMMAND).add("  ", Role.PLAIN)
                .add(FittedText.fit(Printable.ascii(question.lines().get(place)), width - 4, canvas.glyphs()), Role.PLAIN);
    }

    /// Draws the line below it: what can be answered.
    public static Frame footer(OpenQuestion question, Canvas canvas) {
        String order = question.question() == Question.ORDER ? "letters in their order, none for what never happens   " : question.letters() + "   ";
        String all = order + OpenQuestion.UNKNOWN + " don't know   Enter skips";
        String most = all + "   q quit";
        return new Frame(List.of(Line.of(most.length() <= canvas.width() ? most : all.length() <= canvas.width() ? all
                : OpenQuestion.UNKNOWN + " don't know   Enter skips", Role.DIM)));
    }

    /// Draws a card with that line below it.
    public static Card keyed(Card card, OpenQuestion question, Canvas canvas) {
        List<Line> lines = new ArrayList<>(card.frame().lines());
        lines.addAll(footer(question, canvas).lines());
        return new Card(new Frame(lines), card.facts());
    }

    /// Draws the question how sure a person is.
    public static Card sure(Canvas canvas) {
        return CardTable.draw(List.of(new CardLine("how sure?", Role.STRONG, "", "1 a guess  2 rather sure  3 sure  Enter skips", "", List.of(),
                "How sure? Type 1 for a guess, 2 for rather sure, 3 for sure; Enter skips.")), canvas);
    }
}
