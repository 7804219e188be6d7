package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Looks at what the diagnosis says of the whole trace.
public final class VerdictCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "What the diagnosis says of the whole trace.",
                optional("result", ValueType.WORD, "how it ended").of("completed", "failed", "unexpected", "interrupted",
                        "incomplete"),
                optional("stage", ValueType.WORD, "where").of(Vocabulary.STAGES),
                optional("code", ValueType.WORD, "what went wrong").of(Vocabulary.CODES))
                .with(Rule.some("result", "stage", "code"));
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        Verdict verdict = play.verdict();
        return new Comparison(args)
                .text("result", verdict.result().label())
                .text("stage", verdict.stage() == null ? "none" : Vocabulary.word(verdict.stage()))
                .text("code", verdict.code() == null ? "none" : verdict.code().name())
                .answer("verdict");
    }
}
