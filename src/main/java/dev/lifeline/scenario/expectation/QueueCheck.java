package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.LookSelector;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Looks at the accept queue of a listening socket: ListenerSeen.
public final class QueueCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The accept queue of a listening socket.",
                Subjects.OF_LISTENER, Subjects.AT,
                optional("length", ValueType.BOUND, "connections that wait for accept"),
                optional("limit", ValueType.BOUND, "its limit; the kernel lets one more in"),
                optional("cut", ValueType.FLAG, "whether the limit is less than what listen asked for: somaxconn"))
                .with(Rule.some("length", "limit", "cut"))
                        .needing(Need.SOCKDIAG);
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        ActorOnTrace actor = play.actor(args.text("of"));
        Endpoint listener = actor == null ? null : actor.listener();
        List<TraceEvent> looks = new ArrayList<>();
        for (TraceEvent event : play.events()) {
            if (event.body() instanceof KernelEvent.ListenerSeen seen && seen.local().equals(listener)) {
                looks.add(event);
            }
        }
        StepMark mark = args.has("at") ? play.mark(args.text("at")) : null;
        TraceEvent look = LookSelector.at(looks, mark);
        KernelEvent.ListenerSeen seen = look == null ? null : (KernelEvent.ListenerSeen) look.body();
        Comparison comparison = new Comparison(args)
                .bound("length", seen == null ? -1 : seen.queued())
                .bound("limit", seen == null ? -1 : seen.backlog());
        if (args.has("cut")) {
            long asked = asked(play, listener);
            boolean cut = seen != null && asked > seen.backlog();
            comparison.add(args.flag("cut") ? "limit less than asked for" : "limit as asked for",
                    "asked for " + asked + ", limit " + (seen == null ? "not known" : seen.backlog()), cut == args.flag("cut"));
        }
        String subject = args.text("of") + "'s accept queue" + Subjects.at(args);
        if (seen == null && LookSelector.nearest(looks, mark) != null) {
            return Answer.notSeen(subject + ": " + comparison.expected(), LookSelector.nearest(looks, mark));
        }
        return seen == null ? Answer.of(false, subject + ": " + comparison.expected(),
                "the kernel showed no such listening socket")
                : comparison.answer(subject);
    }

    private static long asked(PlayIndex play, Endpoint listener) {
        long asked = -1;
        for (StageRun run : play.runs()) {
            if (run.outcome() instanceof Outcome.Listening listening && listening.local().equals(listener)) {
                asked = listening.backlog();
            }
        }
        return asked;
    }
}
