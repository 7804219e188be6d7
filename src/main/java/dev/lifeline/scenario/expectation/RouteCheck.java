package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks for the route that was chosen: as the kernel answered (RouteAnswered), or as a socket that sends nothing showed it
/// (RouteChosen).
public final class RouteCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Which route the kernel chose.",
                Subjects.OF, Subjects.DURING,
                optional("type", ValueType.WORD, "what the route does with packets")
                        .of("unicast", "local", "broadcast", "multicast",
                        "blackhole", "unreachable", "prohibit", "none", "other").needing(Need.ROUTE),
                optional("device", ValueType.TEXT, "the interface").needing(Need.ROUTE),
                optional("gateway", ValueType.TEXT, "the next hop, or none").needing(Need.ROUTE),
                optional("source", ValueType.ADDRESS, "the source address"),
                optional("mtu", ValueType.BOUND, "bytes of a packet at most").needing(Need.ROUTE),
                optional("kept", ValueType.FLAG, "whether the socket's local address after connect is that source"))
                .with(Rule.some("type", "device", "gateway", "source", "mtu", "kept"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), null);
        KernelRoute kernel = null;
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof KernelEvent.RouteAnswered answered && play.during(event, args.text("at"))
                    && sides.stream().anyMatch(own -> play.isAbout(event, own))) {
                kernel = answered.route();
            }
        }
        Outcome.RouteChosen chosen = null;
        for (StageRun run : play.runs()) {
            if (run.stage() == Stage.ROUTE && play.isOf(run, args.text("of"), sides)
                    && run.outcome() instanceof Outcome.RouteChosen route && play.during(run.end(), args.text("at"))) {
                chosen = route;
            }
        }
        String subject = Subjects.of(args) + ": route";
        String source = kernel != null && kernel.source() != null ? kernel.source()
                : chosen == null ? null : chosen.source().address();
        Comparison comparison = new Comparison(args)
                .text("type", kernel == null ? null : kernel.type().label())
                .text("device", kernel == null ? null : kernel.device())
                .text("gateway", kernel == null ? null : kernel.gateway() == null ? "none" : kernel.gateway())
                .text("source", source)
                .bound("mtu", kernel == null ? 0 : kernel.mtu());
        if (args.has("kept")) {
            kept(comparison, args, source, sides.isEmpty() ? null : play.tuple(sides.getLast()));
        }
        if (kernel == null && (args.has("type") || args.has("gateway") || args.has("device") || args.has("mtu"))) {
            String absent = play.absent("route");
            return absent == null ? Answer.of(false, subject + ": " + comparison.expected(), subject
                    + ": the kernel was not asked")
                    : Answer.notSeen(subject + ": " + comparison.expected(), absent);
        }
        return kernel == null && chosen == null
                ? Answer.of(false, subject + ": " + comparison.expected(), subject + ": none was asked for, or none was found")
                : comparison.answer(subject);
    }

    private static void kept(Comparison comparison, Args args, String source, FourTuple tuple) {
        String local = tuple == null ? "no address: it was never connected" : tuple.local().address();
        comparison.add(args.flag("kept") ? "the socket has that source" : "the socket has another source",
                "the socket has " + local + " and the route " + source,
                tuple != null && source != null && source.equals(local) == args.flag("kept"));
    }
}
