package dev.lifeline.scenario.expectation;

import dev.lifeline.model.Verdict;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;

/// What the diagnosis says of the whole.
public final class VerdictCheck implements Check {

    @Override
    public Answer look(PlayIndex sight, Args args) {
        Verdict verdict = sight.play().verdict();
        return new Comparison(args)
                .text("result", verdict.result().label())
                .text("stage", verdict.stage() == null ? "none" : Vocabulary.word(verdict.stage()))
                .text("code", verdict.code() == null ? "none" : verdict.code().name())
                .answer("verdict");
    }
}
