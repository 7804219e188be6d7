package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.CrowdAnswer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Counts the members of a crowd for whom another expectation holds.
public final class HowManyCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "For how many members of a crowd another expectation holds.",
                required("of", ValueType.CROWD, "which crowd"),
                required("that", ValueType.EXPECTATION, "what must hold for a member"),
                optional("count", ValueType.BOUND, "how many of them").otherwise(">= 1"));
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        Crowd crowd = play.crowd(args.text("of"));
        Nested that = (Nested) args.value("that");
        return CrowdAnswer.of(play, that.kind(), that.args(), crowd).count(args.bound("count"));
    }
}
