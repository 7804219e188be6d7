package dev.lifeline.step.card;

import dev.lifeline.step.Journey;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Ordered;
import dev.lifeline.step.predict.Predictions;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.PredictWords;
import java.util.ArrayList;
import java.util.List;

/// The lines of a stop about what is asked there, and about what was answered there.
final class PredictLines {

    private PredictLines() {
    }

    static List<CardLine> of(Journey journey) {
        List<CardLine> lines = new ArrayList<>();
        if (journey.isBetween() || Answers.isEmpty(journey)) {
            return lines;
        }
        Predictions predictions = Answers.of(journey);
        for (Answered each : predictions.asked()) {
            if (each.stop() == journey.cursor()) {
                lines.add(CardLine.aside("predicted", Role.PLAIN, Printable.ascii(each.prediction().id() + ": " + (each.choice() == null ? "don't know"
                        : each.choice().say() + PredictWords.sure(each.confidence(), ", ")))));
            }
        }
        for (Ordered each : predictions.ordered()) {
            if (each.stop() == journey.cursor()) {
                lines.add(CardLine.aside("predicted", Role.PLAIN, Printable.ascii(each.puzzle().id() + ": " + (each.isOpen() ? "don't know" : "an order"))));
            }
        }
        List<OpenQuestion> open = Answers.open(journey);
        if (!open.isEmpty()) {
            lines.add(CardLine.aside("predict", Role.COMMAND, PredictWords.offer(open.size())));
        }
        return lines;
    }
}
