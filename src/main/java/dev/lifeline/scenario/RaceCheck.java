package dev.lifeline.scenario;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.ActorOnTrace.Own;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How the addresses of a name were tried.
final class RaceCheck implements Check {

    @Override
    public Answer look(Sight sight, Args args) {
        String of = args.text("of");
        List<Own> sides = sight.sides(of, null);
        List<String> order = new ArrayList<>();
        Set<Integer> begun = new TreeSet<>();
        Set<Integer> failed = new TreeSet<>();
        int abandoned = 0;
        int won = 0;
        for (TraceEvent event : sight.events()) {
            if (!sight.isOf(event, null, of, sides)) {
                continue;
            }
            if (event.body() instanceof RaceEvent.Ordered ordered) {
                order.clear();
                for (Endpoint candidate : ordered.candidates()) {
                    order.add(candidate.address());
                }
            } else if (event.body() instanceof RaceEvent.Abandoned) {
                abandoned++;
            } else if (event.body() instanceof RaceEvent.Won) {
                won = event.attempt();
            }
        }
        for (StageRun run : sight.runs()) {
            if (run.stage() == Stage.CONNECT && run.any().attempt() > 0 && sight.isOf(run, of, sides)) {
                begun.add(run.any().attempt());
                if (run.code() != null) {
                    failed.add(run.any().attempt());
                }
            }
        }
        Comparison comparison = new Comparison(args);
        if (args.has("order")) {
            comparison.add("order " + Problems.list(args.texts("order")), "order " + Problems.list(order),
                    order.equals(args.texts("order")));
        }
        return comparison.bound("attempts", begun.size()).bound("failed", failed.size()).bound("abandoned", abandoned)
                .text("winner", won > 0 && won <= order.size() ? order.get(won - 1) : "nobody").answer(Subjects.of(args));
    }
}
