package dev.lifeline.scenario.expectation.web;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.Subjects;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Counts the clocks of an HTTP server that ran down: TimerFired.
public final class TimerCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Clocks of an HTTP server that ran down, and ended a connection.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("which", ValueType.WORD, "which of its clocks; without, any").of(Labelled.labels(HttpTimer.values())),
                optional("count", ValueType.BOUND, "how often; without, once or more"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        StringBuilder seen = new StringBuilder();
        long count = 0;
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof HttpEvent.TimerFired fired && event.connection() != 0 && play.isOf(event, null, args.text("of"), sides)
                    && play.during(event, args.text("at"))) {
                String label = fired.timer().label();
                count += !args.has("which") || args.text("which").equals(label) ? 1 : 0;
                seen.append(seen.isEmpty() ? "" : ", ").append(label);
            }
        }
        Bound bound = args.bound("count");
        String subject = Subjects.of(args) + ": ";
        String which = args.has("which") ? "the clock " + args.text("which") : "a clock";
        return Answer.of(bound == null ? count > 0 : bound.holds(count), subject + which + " ran down" + (bound == null ? "" : ", " + bound.text() + " times"),
                subject + (seen.isEmpty() ? "no clock ran down" : "ran down: " + seen));
    }
}
