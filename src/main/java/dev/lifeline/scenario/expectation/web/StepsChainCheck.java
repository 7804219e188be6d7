package dev.lifeline.scenario.expectation.web;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.Subjects;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Looks at the way of requests through the steps of their server's chain (middleware): StepEntered, StepLeft, StepFailed.
public final class StepsChainCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The way of requests through the steps that an HTTP server has before its handlers (middleware), in order.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("entered", ValueType.TEXTS, "steps that requests came to"),
                optional("left", ValueType.TEXTS, "steps that were done with them: they answered, or what is behind them came back"),
                optional("failed", ValueType.TEXTS, "steps that failed; what is behind them was skipped"))
                .with(Rule.some("entered", "left", "failed"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        List<String> entered = new ArrayList<>();
        List<String> left = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (TraceEvent event : play.events()) {
            if (event.connection() == 0 || !play.isOf(event, null, args.text("of"), sides) || !play.during(event, args.text("at"))) {
                continue;
            }
            if (event.body() instanceof HttpEvent.StepEntered step) {
                entered.add(step.step());
            } else if (event.body() instanceof HttpEvent.StepLeft step) {
                left.add(step.step());
            } else if (event.body() instanceof HttpEvent.StepFailed step) {
                failed.add(step.step());
            }
        }
        Comparison compared = new Comparison(args);
        compare(compared, args, "entered", entered);
        compare(compared, args, "left", left);
        compare(compared, args, "failed", failed);
        return compared.answer(Subjects.of(args));
    }

    private static void compare(Comparison compared, Args args, String name, List<String> seen) {
        if (args.has(name)) {
            List<String> wanted = args.texts(name);
            compared.add(name + " " + listed(wanted), name + " " + listed(seen), wanted.equals(seen));
        }
    }

    private static String listed(List<String> steps) {
        return steps.isEmpty() ? "none" : String.join(", ", steps);
    }
}
