package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Moments;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.NumberText;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
import java.util.List;

/// Looks how many times longer one stretch of time was than another of the same run.
public final class RatioCheck implements Check {

    private static final double TENTHS = 10;
    private static final double THOUSANDTHS = 1_000;

    @Override
    public Word word(String label) {
        return Word.of(label, "How many times longer one stretch of time was than another of the same run.",
                required("of", ValueType.SPAN, "the stretch that is measured"),
                required("to", ValueType.SPAN, "the stretch that it is measured with"),
                optional("at-least", ValueType.DECIMAL, "`of` is at least so many times as long as `to`"),
                optional("at-most", ValueType.DECIMAL, "`of` is at most so many times as long as `to`"))
                .with(Rule.some("at-least", "at-most"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        SpanText of = SpanText.parse(args.text("of"));
        SpanText to = SpanText.parse(args.text("to"));
        double least = args.decimal("at-least", 0);
        double most = args.decimal("at-most", Double.MAX_VALUE);
        String expected = args.text("of") + " is " + (args.has("at-least") ? "at least " + NumberText.decimal(least) + " times "
                : "")
                + (args.has("at-most") ? "at most " + NumberText.decimal(most) + " times " : "") + "as long as " + args.text("to");
        List<EventText> events = List.of(of.from(), of.to(), to.from(), to.to());
        String absent = Moments.absent(play, events);
        if (absent != null) {
            return Answer.notSeen(expected, absent);
        }
        long one = took(play, of);
        long other = took(play, to);
        if (one < 0 || other < 0) {
            return Moments.failed(play, events, Marked.plain(expected), Marked.plain((one < 0 ? args.text("of") : args.text("to"))
                    + " did not come to its end"));
        }
        // Shorter than the clock can tell is a nanosecond.
        double times = one / (double) Math.max(1, other);
        String took = args.text("of") + " took " + Durations.text(one) + ", " + args.text("to") + " " + Durations.text(other)
                + ": ";
        String factor = rounded(times, least, most);
        String seen = took + factor + " times as long";
        boolean held = times >= least && times <= most;
        int bounds = args.text("of").length() + " is ".length();
        return Answer.of(held, held ? Marked.plain(expected)
                : new Marked(expected, List.of(new Mark(bounds,
                        expected.length() - args.text("to").length() - " as long as ".length()))),
                held ? Marked.plain(seen) : new Marked(seen, List.of(new Mark(took.length(), took.length() + factor.length()))));
    }

    /// Rounds to a tenth where it held; where it did not, to thousandths away from the bound, so that it never looks as if it had.
    private static String rounded(double times, double least, double most) {
        double shown = times < least ? Math.floor(times * THOUSANDTHS) / THOUSANDTHS
                : times > most ? Math.ceil(times * THOUSANDTHS) / THOUSANDTHS : Math.round(times * TENTHS) / TENTHS;
        return Double.toString(shown);
    }

    private static long took(PlayIndex play, SpanText span) {
        long from = Moments.of(play, span.from());
        long to = Moments.of(play, span.to());
        return from == Moments.NEVER || to == Moments.NEVER ? -1 : to - from;
    }
}
