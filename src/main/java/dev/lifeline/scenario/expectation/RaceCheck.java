package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
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
import dev.lifeline.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks how the addresses of a name were tried: RaceEvent.
public final class RaceCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "How the addresses of a name were tried.",
                required("of", ValueType.ACTORS, "whose").of("client"),
                optional("order", ValueType.TEXTS, "the addresses in the order in which they were to be tried, exactly "
                        + "these"),
                optional("attempts", ValueType.BOUND, "how many were begun"),
                optional("failed", ValueType.BOUND, "how many failed"),
                optional("abandoned", ValueType.BOUND, "how many were given up because another had won, or by a rule"),
                optional("attempt", ValueType.NUMBER, "which attempt not-before is about").otherwise("2"),
                optional("not-before", ValueType.TIME, "that attempt began so long after the race did, or later: a timer "
                        + "is never early"),
                optional("winner", ValueType.ADDRESS, "which address won"))
                .with(Rule.some("order", "attempts", "failed", "abandoned", "attempt", "not-before", "winner"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String of = args.text("of");
        List<Own> sides = play.sides(of, null);
        List<String> order = new ArrayList<>();
        Set<Integer> begun = new TreeSet<>();
        Set<Integer> failed = new TreeSet<>();
        Set<Integer> abandoned = new TreeSet<>();
        int won = 0;
        long began = -1;
        for (TraceEvent event : play.events()) {
            if (!play.isOf(event, null, of, sides)) {
                continue;
            }
            if (event.body() instanceof RaceEvent.Ordered ordered) {
                order.clear();
                began = event.at();
                for (Endpoint candidate : ordered.candidates()) {
                    order.add(candidate.address());
                }
            } else if (event.body() instanceof RaceEvent.Joined joined) {
                for (Endpoint candidate : joined.candidates()) {
                    order.add(candidate.address());
                }
            } else if (event.body() instanceof RaceEvent.Abandoned) {
                abandoned.add(event.attempt());
            } else if (event.body() instanceof RaceEvent.Won) {
                won = event.attempt();
            }
        }
        long waited = -1;
        for (StageRun run : play.runs()) {
            if (run.stage() == Stage.CONNECT && run.any().attempt() > 0 && play.isOf(run, of, sides)) {
                begun.add(run.any().attempt());
                if (run.any().attempt() == args.number("attempt", 2)) {
                    waited = run.any().at() - began;
                }
                if (run.code() != null) {
                    failed.add(run.any().attempt());
                }
            }
        }
        // The stage of an attempt that was given up ends with INTERRUPTED; that is no failure of its own.
        failed.removeAll(abandoned);
        Comparison comparison = new Comparison(args);
        if (args.has("order")) {
            comparison.add("order " + Problems.list(args.texts("order")), "order " + Problems.list(order),
                    order.equals(args.texts("order")));
        }
        if (args.has("not-before")) {
            notBefore(comparison, args, waited);
        }
        return comparison.bound("attempts", begun.size()).bound("failed", failed.size()).bound("abandoned", abandoned.size())
                .text("winner", won > 0 && won <= order.size() ? order.get(won - 1) : "nobody").answer(Subjects.of(args));
    }

    /// A timer may be late, and never early: the lower bound holds on a machine with much to do, too.
    private static void notBefore(Comparison comparison, Args args, long waited) {
        long wanted = args.number("not-before", 0);
        String attempt = "attempt " + args.number("attempt", 2);
        comparison.add(attempt + " after " + Durations.text(wanted) + " or later",
                waited < 0 ? attempt + " was not begun" : attempt + " after " + Durations.text(waited), waited >= wanted);
    }
}
