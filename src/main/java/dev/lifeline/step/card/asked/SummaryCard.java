package dev.lifeline.step.card.asked;

import dev.lifeline.scenario.predict.Belief;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.Predictions;
import dev.lifeline.step.predict.Revealed.Outcome;
import dev.lifeline.step.predict.Revealed;
import dev.lifeline.step.predict.RevealedOrder;
import dev.lifeline.step.predict.Summary;
import dev.lifeline.text.Counted;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.PredictWords;
import java.util.List;

/// The predictions of a walk: each beside what the run said, where they broke first, and the beliefs that were touched.
public final class SummaryCard {

    private SummaryCard() {
    }

    /// Draws it, as far as the walk was seen.
    public static Card of(Journey journey, Canvas canvas) {
        return CardTable.draw(lines(journey, canvas), canvas);
    }

    /// Its lines; none where nothing was answered, nor could have been.
    static List<CardLine> lines(Journey journey, Canvas canvas) {
        WrappedLines lines = new WrappedLines(canvas);
        Predictions predictions = Answers.of(journey);
        if (predictions.isEmpty()) {
            lines.aside("predicted", Role.STRONG, "nothing is asked in this walk");
            return lines.lines();
        }
        Summary summary = predictions.summary(journey);
        lines.aside("predicted", Role.STRONG, head(predictions, summary));
        for (Revealed each : summary.revealed()) {
            lines.add("  " + each.asked().prediction().id(), Role.PLAIN, outcome(each), each.evidence());
        }
        for (RevealedOrder each : summary.orders()) {
            lines.add("  " + each.ordered().puzzle().id(), Role.PLAIN, order(each), each.evidence());
        }
        for (Revealed each : summary.waiting()) {
            lines.aside("  " + each.asked().prediction().id(), Role.DIM, said(each.asked()) + "; "
                    + (journey.isOver() ? RevealCard.notShown(each) : "nothing has decided it yet"));
        }
        if (summary.first() != null) {
            lines.aside("broke first", Role.STRONG, summary.first().asked().prediction().id() + ", asked at stop "
                    + summary.first().asked().stop() + ": " + summary.first().asked().prediction().ask());
        }
        for (Summary.Touched each : summary.beliefs()) {
            Belief belief = each.belief();
            lines.aside("belief", Role.STRONG, "\"" + belief.belief() + "\"" + PredictWords.sure(each.confidence(), ", "));
            lines.aside("", Role.PLAIN, belief.happens() + " (" + belief.source() + ")");
            lines.aside("", Role.DIM, "trace step " + belief.scenarios().getFirst() + " shows it");
        }
        return lines.lines();
    }

    private static String head(Predictions predictions, Summary summary) {
        int all = predictions.questions().predictions().size() + predictions.questions().puzzles().size();
        int answered = predictions.asked().size() + predictions.ordered().size();
        int right = summary.asSaid();
        for (RevealedOrder each : summary.orders()) {
            right += each.right() ? 1 : 0;
        }
        return Counted.of(all, "question") + " in this walk, " + answered + " answered, " + right + " as it came";
    }

    private static String outcome(Revealed revealed) {
        String said = said(revealed.asked());
        Option shown = revealed.shown();
        if (revealed.asked().prediction().transfer()) {
            return said + "; right is: " + revealed.asked().prediction().right().say() + "; " + PredictWords.NO_RUN;
        } else if (shown == null) {
            return said + "; " + PredictWords.NOT_SHOWN;
        }
        return revealed.outcome() == Outcome.AS_SAID ? "as it came: " + said : said + "; the kernel: " + shown.say();
    }

    private static String said(Answered asked) {
        return asked.choice() == null ? "don't know" : asked.choice().say() + PredictWords.sure(asked.confidence(), ", ");
    }

    private static String order(RevealedOrder revealed) {
        return revealed.ordered().isOpen() ? "don't know" : revealed.right() ? "in the order of the run"
                : "broke at " + RevealCard.broke(revealed.breaks());
    }
}
