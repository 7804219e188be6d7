package dev.lifeline.step.predict;

import dev.lifeline.model.walk.Question;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.predict.Revealed.Outcome;
import java.util.List;
import java.util.Locale;

/// The outcome of an answer, for other programs.
///
/// @param question which kind
/// @param id of the prediction or the puzzle
/// @param outcome `as-said`, `otherwise`, `not-known`, `not-shown`, `not-judged`
/// @param said the id of the answer, or the numbers of events in their order, as a recording has them; `null` for *I do not know*
/// @param shown the same of what the run showed; `null` where it showed none
/// @param saw the id of what the person saw afterwards; `null` where that was not asked or not known
public record Told(Question question, String id, String outcome, String said, String shown, String saw) {

    /// Tells of a prediction.
    public static Told of(Revealed revealed) {
        Answered asked = revealed.asked();
        return new Told(Question.PREDICT, asked.prediction().id(), word(revealed.outcome()), id(asked.choice()), id(revealed.shown()), id(asked.saw()));
    }

    /// Tells of a puzzle.
    public static Told of(RevealedOrder revealed) {
        Ordered ordered = revealed.ordered();
        List<EventText> events = ordered.puzzle().events();
        Outcome outcome = ordered.isOpen() ? Outcome.NOT_KNOWN : revealed.right() ? Outcome.AS_SAID : Outcome.OTHERWISE;
        return new Told(Question.ORDER, ordered.puzzle().id(), word(outcome), ordered.isOpen() ? null : numbers(events, ordered.order()),
                numbers(events, revealed.order()), null);
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String id(Option option) {
        return option == null ? null : option.id();
    }

    private static String numbers(List<EventText> events, List<EventText> order) {
        StringBuilder numbers = new StringBuilder();
        for (EventText each : order) {
            numbers.append(numbers.isEmpty() ? "" : " ").append(events.indexOf(each) + 1);
        }
        return numbers.toString();
    }
}
