package dev.lifeline.step.card.asked;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Ordered;
import dev.lifeline.step.predict.Revealed;
import dev.lifeline.step.predict.RevealedOrder;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.PredictWords;
import java.util.ArrayList;
import java.util.List;

/// An answer beside what the run said, and why the other answers tempt.
public final class RevealCard {

    private RevealCard() {
    }

    /// Draws a prediction. The wrong answer that was chosen is told first.
    ///
    /// @param saw the answer to what was to be seen that the run shows; `null` where it shows none, or none was asked
    public static Card of(Revealed revealed, Option saw, Canvas canvas) {
        WrappedLines lines = new WrappedLines(canvas);
        Answered asked = revealed.asked();
        Prediction prediction = asked.prediction();
        lines.aside("told", Role.DIM, prediction.ask());
        lines.aside("you said", Role.STRONG, said(prediction, asked));
        if (asked.saw() != null) {
            lines.aside("you saw", Role.STRONG, asked.saw().say() + (saw == null || saw.id().equals(asked.saw().id()) ? ""
                    : "; the run shows: " + saw.say()));
        }
        Option shown = revealed.shown();
        if (prediction.transfer()) {
            lines.aside("is right", Role.KERNEL, option(prediction.options(), prediction.right()) + "; " + PredictWords.NO_RUN);
        } else if (shown == null) {
            lines.aside("kernel said", Role.KERNEL, notShown(revealed));
        } else {
            lines.add("kernel said", Role.KERNEL, option(prediction.options(), shown), revealed.evidence());
        }
        if (shown != null || prediction.transfer()) {
            Option told = shown == null ? prediction.right() : shown;
            lines.aside("because", Role.PLAIN, told.because());
            tempting(prediction, asked.choice(), told, lines);
        }
        return CardTable.draw(lines.lines(), canvas);
    }

    /// Writes why a run that is over showed none of the answers: it went another way, or nobody saw it.
    static String notShown(Revealed revealed) {
        for (Finding each : revealed.findings()) {
            if (each.state() == FindingState.NOT_HELD) {
                return PredictWords.notComeTo(each.expectation().kind() == ExpectationKind.ORDER ? each.observed() : "");
            }
        }
        return PredictWords.NOT_SHOWN;
    }

    private static void tempting(Prediction prediction, Option choice, Option told, WrappedLines lines) {
        List<Option> others = new ArrayList<>(prediction.options());
        others.remove(told);
        if (choice != null && others.remove(choice)) {
            others.addFirst(choice);
        }
        for (Option each : others) {
            lines.aside(each == others.getFirst() ? "tempting" : "", Role.DIM, letter(prediction.options(), each) + "  " + each.because());
        }
    }

    private static String said(Prediction prediction, Answered asked) {
        return asked.choice() == null ? "don't know" : option(prediction.options(), asked.choice()) + PredictWords.sure(asked.confidence(), "; ");
    }

    private static String option(List<Option> options, Option option) {
        return letter(options, option) + "  " + option.say();
    }

    private static String letter(List<Option> options, Option option) {
        return OpenQuestion.letter(options.indexOf(option));
    }

    /// Draws an order.
    public static Card of(RevealedOrder revealed, Canvas canvas) {
        WrappedLines lines = new WrappedLines(canvas);
        Ordered ordered = revealed.ordered();
        List<EventText> events = ordered.puzzle().events();
        lines.aside("told", Role.DIM, ordered.puzzle().ask());
        lines.aside("you said", Role.STRONG, ordered.isOpen() ? "don't know" : letters(events, ordered.order()));
        lines.add("the run", Role.KERNEL, revealed.order().isEmpty() ? PredictWords.NOT_SHOWN : letters(events, revealed.order()), revealed.evidence());
        for (int i = 0; i < revealed.order().size(); i++) {
            EventText each = revealed.order().get(i);
            lines.add("  " + letter(events, each), Role.DIM, each.text(), List.of(revealed.evidence().get(i)));
        }
        if (!revealed.never().isEmpty()) {
            lines.aside("never", Role.DIM, named(events, revealed.never()));
        }
        if (!revealed.unseen().isEmpty()) {
            lines.aside("not seen", Role.DIM, named(events, revealed.unseen()) + ": nothing is said of it");
        }
        if (!ordered.isOpen()) {
            lines.aside(revealed.right() ? "right" : "broke at", Role.STRONG, revealed.right() ? "the run went in this order"
                    : broke(revealed.breaks()));
        }
        if (ordered.puzzle().because() != null) {
            lines.aside("because", Role.PLAIN, ordered.puzzle().because());
        }
        return CardTable.draw(lines.lines(), canvas);
    }

    /// Writes where an order is not the run's.
    static String broke(RevealedOrder.Break breaks) {
        String event = breaks.event().text();
        return switch (breaks.kind()) {
            case TOO_EARLY -> PredictWords.tooEarly(event, breaks.before().text());
            case NEVER_HAPPENED -> PredictWords.neverHappened(event);
            case LEFT_OUT -> PredictWords.leftOut(event);
        };
    }

    private static String letters(List<EventText> events, List<EventText> order) {
        StringBuilder letters = new StringBuilder();
        for (EventText each : order) {
            letters.append(letters.isEmpty() ? "" : " ").append(letter(events, each));
        }
        return letters.toString();
    }

    private static String named(List<EventText> events, List<EventText> some) {
        StringBuilder named = new StringBuilder();
        for (EventText each : some) {
            named.append(named.isEmpty() ? "" : ", ").append(letter(events, each)).append("  ").append(each.text());
        }
        return named.toString();
    }

    private static String letter(List<EventText> events, EventText event) {
        return OpenQuestion.letter(events.indexOf(event));
    }
}
