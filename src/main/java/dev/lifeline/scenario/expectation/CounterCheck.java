package dev.lifeline.scenario.expectation;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;

/// A counter of the kernel. It counts the whole machine or namespace: others may have raised it too.
public final class CounterCheck implements Check {

    @Override
    public String source() {
        return "sockdiag";
    }

    @Override
    public Answer look(PlayIndex sight, Args args) {
        long rose = 0;
        for (TraceEvent event : sight.events()) {
            if (event.body() instanceof KernelEvent.CounterRose counter && counter.name().equals(args.text("name"))) {
                rose = counter.by();
            }
        }
        return Answer.of(args.bound("rose").holds(rose), args.text("name") + " rose by " + args.bound("rose").text(),
                args.text("name") + " rose by " + rose);
    }
}
