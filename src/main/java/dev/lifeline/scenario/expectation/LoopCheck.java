package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks for what an event loop did: Woke, AcceptLoopEnded, Registered, Accepted.wakeUp, CallbackRan. Its wake-ups carry no name: with several
/// loops in one scenario they are counted together.
public final class LoopCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "What an event loop did.",
                required("of", ValueType.ACTOR, "whose").of("loop"),
                Subjects.DURING,
                optional("wake-ups", ValueType.BOUND, "how often it woke up"),
                optional("accept-wake-ups", ValueType.BOUND, "how many wake-ups brought connections"),
                optional("accepts", ValueType.BOUND, "connections that one wake-up brought, at most"),
                optional("failed-accepts", ValueType.BOUND, "how often accept failed"),
                optional("phases", ValueType.WORDS, "the phases of its turns in which it worked for connections, a piece of work each, in a row; "
                        + "told of a loop with http").of(Labelled.labels(LoopPhase.values())),
                optional("registered", ValueType.FLAG, "whether it asked to be woken when something can be accepted"))
                .with(Rule.some("wake-ups", "accept-wake-ups", "accepts", "failed-accepts", "phases", "registered"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String of = args.text("of");
        String at = args.text("at");
        List<Own> sides = play.sides(of, null);
        long wakeUps = 0;
        boolean registered = false;
        List<String> phases = new ArrayList<>();
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof LoopEvent.CallbackRan ran && event.connection() != 0 && play.isOf(event, null, of, sides)
                    && play.during(event, at)) {
                phases.add(ran.phase().label());
            }
            if (event.lane() == Lane.SERVER && event.connection() == 0 && play.during(event, at)) {
                wakeUps += event.body() instanceof LoopEvent.Woke ? 1 : 0;
                registered |= event.body() instanceof LoopEvent.Registered asked && asked.interest() == Interest.ACCEPT;
            }
        }
        long failed = 0;
        long most = 0;
        Map<Long, Integer> brought = new HashMap<>();
        for (StageRun run : play.runs()) {
            if (run.stage() != Stage.ACCEPT || !play.isOf(run, of, sides) || !play.during(run.any(), at)) {
                continue;
            }
            failed += run.code() == null ? 0 : 1;
            if (run.outcome() instanceof Outcome.Accepted accepted) {
                most = Math.max(most, brought.merge(accepted.wakeUp(), 1, Integer::sum));
            }
        }
        Comparison compared = new Comparison(args);
        if (args.has("phases")) {
            List<String> wanted = args.texts("phases");
            compared.add("phases " + String.join(", ", wanted), "phases " + (phases.isEmpty() ? "none" : String.join(", ", phases)),
                    Collections.indexOfSubList(phases, wanted) >= 0);
        }
        return compared.bound("wake-ups", wakeUps).bound("accept-wake-ups", brought.size()).bound("accepts", most)
                .bound("failed-accepts", failed)
                .flag("registered", "registered for accept", "not registered for accept", registered).answer(Subjects.of(args));
    }
}
