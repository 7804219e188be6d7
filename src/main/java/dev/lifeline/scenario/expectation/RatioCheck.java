package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Moments;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Durations;
import java.util.List;

/// Looks how many times longer one stretch of time was than another of the same run.
public final class RatioCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "How many times longer one stretch of time was than another of the same run.",
                required("of", ValueType.SPAN, "the stretch that is measured"),
                required("to", ValueType.SPAN, "the stretch that it is measured with"),
                optional("at-least", ValueType.NUMBER, "`of` is at least so many times as long as `to`"),
                optional("at-most", ValueType.NUMBER, "`of` is at most so many times as long as `to`"))
                .with(Rule.some("at-least", "at-most"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        SpanText of = SpanText.parse(args.text("of"));
        SpanText to = SpanText.parse(args.text("to"));
        long least = args.number("at-least", 0);
        long most = args.number("at-most", Long.MAX_VALUE);
        String expected = args.text("of") + " is " + (args.has("at-least") ? "at least " + least + " times " : "")
                + (args.has("at-most") ? "at most " + most + " times " : "") + "as long as " + args.text("to");
        List<EventText> events = List.of(of.from(), of.to(), to.from(), to.to());
        String absent = Moments.absent(play, events);
        if (absent != null) {
            return Answer.notSeen(expected, absent);
        }
        long one = took(play, of);
        long other = took(play, to);
        if (one < 0 || other < 0) {
            return Moments.failed(play, events, expected, (one < 0 ? args.text("of") : args.text("to"))
                    + " did not come to its end");
        }
        // Shorter than the clock can tell is a nanosecond.
        double times = one / (double) Math.max(1, other);
        return Answer.of(times >= least && times <= most, expected, args.text("of") + " took " + Durations.text(one) + ", "
                + args.text("to") + " " + Durations.text(other) + ": " + Math.round(times * 10) / 10.0 + " times as long");
    }

    private static long took(PlayIndex play, SpanText span) {
        long from = Moments.of(play, span.from());
        long to = Moments.of(play, span.to());
        return from == Moments.NEVER || to == Moments.NEVER ? -1 : to - from;
    }
}
