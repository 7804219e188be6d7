package dev.lifeline.step.predict;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.Question;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import java.util.ArrayList;
import java.util.List;

/// The answers of a person in a walk, as the walk itself has them, and the questions that stand open at its cursor.
public final class Answers {

    private static final int MOST = Answered.SURE;

    private Answers() {
    }

    /// The predictions of a walk with all that was answered so far. An answer to a question that there is not is passed over.
    public static Predictions of(Journey journey) {
        Predictions predictions = Predictions.of(journey.header());
        if (predictions.isEmpty()) {
            return predictions;
        }
        for (RunEvent event : journey.spoken()) {
            if (event instanceof RunEvent.Answered answer) {
                predictions = with(predictions, answer);
            }
        }
        return predictions;
    }

    private static Predictions with(Predictions predictions, RunEvent.Answered answer) {
        Prediction prediction = predictions.questions().prediction(answer.asked());
        int confidence = answer.confidence() > MOST ? 0 : Math.max(0, answer.confidence());
        return switch (answer.question()) {
            case PREDICT -> prediction == null ? predictions
                    : predictions.answered(new Answered(prediction, prediction.option(answer.choice()), confidence, answer.stop()));
            case SEE -> prediction == null || prediction.seeing() == null || predictions.asked(prediction.id()) == null ? predictions
                    : predictions.answered(predictions.asked(prediction.id()).seeing(prediction.seeing().option(answer.choice())));
            case ORDER -> ordered(predictions, answer);
        };
    }

    private static Predictions ordered(Predictions predictions, RunEvent.Answered answer) {
        OrderPuzzle puzzle = predictions.questions().puzzle(answer.asked());
        if (puzzle == null) {
            return predictions;
        }
        List<EventText> order = new ArrayList<>();
        for (String number : answer.choice() == null ? new String[0] : answer.choice().split(" ")) {
            for (int i = 0; i < puzzle.events().size(); i++) {
                if (number.equals(Integer.toString(i + 1)) && !order.contains(puzzle.events().get(i))) {
                    order.add(puzzle.events().get(i));
                }
            }
        }
        return predictions.answered(new Ordered(puzzle, order, answer.stop()));
    }

    /// The questions that can be asked at the cursor: those of its stop that nobody answered, as long as their answer is not known.
    public static List<OpenQuestion> open(Journey journey) {
        return isKnown(journey) || isBeforeAll(journey) ? List.of() : at(journey, of(journey));
    }

    /// Says if nothing was asked or answered up to the cursor. It spares the walk without a scenario, which asks nothing before its
    /// look-up, to read its questions before its first card.
    public static boolean isEmpty(Journey journey) {
        if (!isBeforeAll(journey)) {
            return !journey.asks() || Predictions.of(journey.header()).isEmpty();
        }
        for (RunEvent event : journey.spoken()) {
            if (event instanceof RunEvent.Answered) {
                return !journey.asks();
            }
        }
        return true;
    }

    private static boolean isBeforeAll(Journey journey) {
        Stop stop = journey.stop();
        return journey.header().scenario() == null && stop.isHeld() && stop.stage() == Stage.LOOKUP;
    }

    /// Says if what comes next was seen already: at a stop before the sockets, or before what was read of a recording.
    public static boolean isKnown(Journey journey) {
        return !journey.asks() || journey.isBetween() || (journey.live() ? journey.isReplay() : !journey.isFresh());
    }

    private static List<OpenQuestion> at(Journey journey, Predictions predictions) {
        List<OpenQuestion> open = new ArrayList<>();
        for (Prediction each : predictions.open(journey)) {
            open.add(OpenQuestion.of(each));
        }
        for (OrderPuzzle each : predictions.openPuzzles(journey)) {
            open.add(OpenQuestion.of(each));
        }
        return open;
    }

    /// The question for what was seen, before an answer is revealed; `null` where nothing is, or the person has said it.
    public static OpenQuestion seeing(Journey journey, Answered asked) {
        boolean said = !journey.live() && !isOwn(journey, asked);
        for (RunEvent event : journey.spoken()) {
            said |= event instanceof RunEvent.Answered answer && answer.question() == Question.SEE
                    && answer.asked().equals(asked.prediction().id());
        }
        return said || asked.prediction().seeing() == null ? null : OpenQuestion.seeing(asked.prediction());
    }

    /// Says if the walk asks questions, and nobody has seen its end: then its claim would tell their answers.
    public static boolean isAsking(Journey journey) {
        return !isEmpty(journey) && !(journey.last().isEnd() && journey.shown() >= journey.last().upTo());
    }

    /// Tells whether the answer is of the one who walks through a recording, and not of the one who made it.
    private static boolean isOwn(Journey journey, Answered asked) {
        for (RunEvent event : journey.said()) {
            if (event instanceof RunEvent.Answered answer && answer.asked().equals(asked.prediction().id())) {
                return true;
            }
        }
        return false;
    }

    /// Says if something at the cursor's stop must not be told yet, because a question about it stands open, or was answered and its
    /// outcome does not exist yet.
    public static boolean isHidden(Journey journey) {
        if (isKnown(journey) || isEmpty(journey)) {
            return false;
        }
        Predictions predictions = of(journey);
        if (!at(journey, predictions).isEmpty()) {
            return true;
        }
        for (Answered each : predictions.asked()) {
            if (each.stop() == journey.cursor() && !journey.isOver()) {
                return true;
            }
        }
        return false;
    }
}
