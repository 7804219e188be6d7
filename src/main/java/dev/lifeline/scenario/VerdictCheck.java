package dev.lifeline.scenario;

import dev.lifeline.model.Verdict;

/// What the diagnosis says of the whole.
final class VerdictCheck implements Check {

    @Override
    public Answer look(Sight sight, Args args) {
        Verdict verdict = sight.play().verdict();
        return new Comparison(args)
                .text("result", verdict.result().label())
                .text("stage", verdict.stage() == null ? "none" : Vocabulary.word(verdict.stage()))
                .text("code", verdict.code() == null ? "none" : verdict.code().name())
                .answer("verdict");
    }
}
