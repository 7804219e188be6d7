package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.yaml.Problems;
import java.util.List;
import java.util.Locale;

/// Looks for what a look-up gave: Outcome.Answers.
public final class AnswersCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "What a look-up gave.",
                Subjects.OF, Subjects.DURING,
                optional("source", ValueType.WORD, "where from").of("literal", "hosts-file", "dns", "resolver"),
                optional("addresses", ValueType.TEXTS, "in the system's order, exactly these"),
                optional("java-order", ValueType.TEXTS, "in the order in which plain Java hands them out, exactly these"),
                optional("canonical", ValueType.TEXT, "the canonical name"))
                .with(Rule.some("source", "addresses", "java-order", "canonical"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), null);
        Outcome.Answers found = null;
        String state = "was not reached";
        for (StageRun run : play.runs()) {
            if (run.stage() == Stage.LOOKUP && play.isOf(run, args.text("of"), sides)
                    && (play.during(run.any(), args.text("at")) || play.during(run.end(), args.text("at")))) {
                state = run.state();
                found = run.outcome() instanceof Outcome.Answers answers ? answers : found;
            }
        }
        Comparison comparison = new Comparison(args);
        comparison.text("source", found == null ? null : found.source().label().toLowerCase(Locale.ROOT).replace(' ', '-'));
        list(comparison, args, "addresses", found == null ? null : found.addresses());
        list(comparison, args, "java-order", found == null ? null : found.javaOrder());
        comparison.text("canonical", found == null ? null : found.canonical());
        String subject = Subjects.of(args) + ": lookup";
        return found == null ? Answer.of(false, subject + ": " + comparison.expected(), subject + " " + state)
                : comparison.answer(subject);
    }

    private static void list(Comparison comparison, Args args, String name, List<String> seen) {
        if (args.has(name)) {
            List<String> wanted = args.texts(name);
            comparison.add(name + " " + Problems.list(wanted), name + " " + (seen == null ? "not known" : Problems.list(seen)),
                    wanted.equals(seen));
        }
    }
}
