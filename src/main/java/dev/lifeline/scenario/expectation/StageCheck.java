package dev.lifeline.scenario.expectation;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import java.util.List;

/// How a stage went. Where it ran several times, one of them is enough.
public final class StageCheck implements Check {

    @Override
    public Answer look(PlayIndex sight, Args args) {
        String code = args.text("code");
        String outcome = args.text("outcome", code == null ? "finished" : "failed");
        Stage stage = Vocabulary.stage(args.text("stage"));
        long attempt = args.number("attempt", 0);
        String subject = Subjects.of(args) + ": " + stage.label() + (attempt == 0 ? "" : " of attempt " + attempt);
        String expected = subject + " " + (outcome.equals("not-reached") ? "not reached" : outcome)
                + (code == null ? "" : " with " + code);
        List<Own> sides = sight.sides(args.text("of"), args.text("end"));
        StringBuilder seen = new StringBuilder();
        boolean held = false;
        for (StageRun run : sight.runs()) {
            if (run.stage() != stage || attempt != 0 && run.any().attempt() != attempt || !sight.isOf(run, args.text("of"), sides)
                    || !during(sight, run, args.text("at"))) {
                continue;
            }
            held |= run.state().startsWith(outcome) && (code == null || run.code() != null && run.code().name().equals(code));
            if (seen.indexOf(run.state()) < 0) {
                seen.append(seen.isEmpty() ? "" : ", then ").append(run.state());
            }
        }
        if (seen.isEmpty()) {
            return Answer.of(outcome.equals("not-reached"), expected, subject + " was not reached");
        }
        return Answer.of(held, expected, subject + " " + seen);
    }

    private static boolean during(PlayIndex sight, StageRun run, String label) {
        return sight.during(run.any(), label) || run.end() != null && sight.during(run.end(), label);
    }
}
