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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks at the ids of requests, as code that works for them saw them without being given them: RequestNamed.
public final class ContextCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The ids of requests, as code that works for them saw them without being passed them.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("ids", ValueType.BOUND, "different ids that requests were given"),
                optional("seen", ValueType.BOUND, "how often code that works for a request saw the id of that request"),
                optional("missed", ValueType.BOUND, "how often such code saw none, or another"),
                optional("depth", ValueType.BOUND, "calls between the code that was given an id and the deepest that saw it"))
                .with(Rule.some("ids", "seen", "missed", "depth"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        Map<Integer, String> given = new HashMap<>();
        Set<String> ids = new HashSet<>();
        long seen = 0;
        long missed = 0;
        long deepest = 0;
        for (TraceEvent event : play.events()) {
            if (!(event.body() instanceof HttpEvent.RequestNamed named) || event.connection() == 0
                    || !play.isOf(event, null, args.text("of"), sides) || !play.during(event, args.text("at"))) {
                continue;
            }
            if (named.depth() == 0) {
                given.put(event.connection(), named.id());
                ids.add(named.id());
            } else if (named.id() != null && named.id().equals(given.get(event.connection()))) {
                seen++;
                deepest = Math.max(deepest, named.depth());
            } else {
                missed++;
            }
        }
        return new Comparison(args).bound("ids", ids.size()).bound("seen", seen).bound("missed", missed).bound("depth", deepest)
                .answer(Subjects.of(args));
    }
}
