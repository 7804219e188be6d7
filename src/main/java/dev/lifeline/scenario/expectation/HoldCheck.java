package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Counts the holds of a lane, by a step `hold` or by its behaviour: HoldStarted.
public final class HoldCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "That an actor was held before a stage, by a step `hold` or by its behaviour.",
                Subjects.OF, Subjects.DURING,
                optional("before", ValueType.WORD, "before which stage").of(Vocabulary.STAGES),
                optional("count", ValueType.BOUND, "how often").otherwise(">= 1"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), null);
        Stage before = args.has("before") ? Vocabulary.stage(args.text("before")) : null;
        long count = 0;
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof HoldEvent.HoldStarted hold && (before == null || !hold.after() && hold.stage() == before)
                    && play.isOf(event, null, args.text("of"), sides) && play.during(event, args.text("at"))) {
                count++;
            }
        }
        String subject = Subjects.of(args) + ": holds" + (before == null ? "" : " before " + before.label());
        return Answer.of(args.bound("count").holds(count), subject + " " + args.bound("count").text(), subject + " " + count);
    }
}
