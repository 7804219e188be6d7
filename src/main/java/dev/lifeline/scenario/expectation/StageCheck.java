package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks how a stage went, by the programs' own events; what only the kernel sees (its handshake) is under `packet`. Where it
/// ran several times, one of them is enough.
public final class StageCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "How a stage went.",
                Subjects.OF, Subjects.END, Subjects.DURING,
                required("stage", ValueType.WORD, "which").of(Vocabulary.STAGES),
                optional("outcome", ValueType.WORD,
                        "how it went; without, finished, or failed where a code is given").of("finished", "failed", "skipped",
                        "not-reached"),
                optional("code", ValueType.WORD, "how it failed: errno(3), or the tool's own word").of(Vocabulary.CODES),
                optional("attempt", ValueType.NUMBER, "which attempt of the race, from 1"))
                .with(Rule.onlyWith("code", "outcome", "failed", "only what failed has a code, and the outcome is"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return "not-reached".equals(args.text("outcome"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String code = args.text("code");
        String outcome = args.text("outcome", code == null ? "finished" : "failed");
        Stage stage = Vocabulary.stage(args.text("stage"));
        long attempt = args.number("attempt", 0);
        String subject = Subjects.of(args) + ": " + stage.label() + (attempt == 0 ? "" : " of attempt " + attempt);
        String expected = subject + " " + (outcome.equals("not-reached") ? "not reached" : outcome)
                + (code == null ? "" : " with " + code);
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        StringBuilder seen = new StringBuilder();
        boolean held = false;
        for (StageRun run : play.runs()) {
            if (run.stage() != stage || attempt != 0 && run.any().attempt() != attempt || !play.isOf(run, args.text("of"), sides)
                    || !during(play, run, args.text("at"))) {
                continue;
            }
            held |= run.went(outcome) && (code == null || run.code() != null && run.code().name().equals(code));
            if (seen.indexOf(run.state()) < 0) {
                seen.append(seen.isEmpty() ? "" : ", then ").append(run.state());
            }
        }
        if (seen.isEmpty()) {
            return Answer.of(outcome.equals("not-reached"), expected, subject + " was not reached");
        }
        return Answer.of(held, expected, subject + " " + seen);
    }

    private static boolean during(PlayIndex play, StageRun run, String label) {
        return play.during(run.any(), label) || run.end() != null && play.during(run.end(), label);
    }
}
