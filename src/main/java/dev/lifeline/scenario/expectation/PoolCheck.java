package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.HashSet;
import java.util.Set;

/// Looks for what the workers of a pool had to do, and what waited for them: PoolOpened, WorkerQueued, Taken, WorkerTook,
/// WorkerFreed, TurnedAway.
public final class PoolCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "What the workers of a pool had to do, and what waited in its program for them.",
                required("of", ValueType.ACTOR, "whose").of("pool"),
                optional("at", ValueType.STEP, "only while this step ran; what was so when it began counts too"),
                optional("workers", ValueType.BOUND, "workers that there are"),
                optional("busy", ValueType.BOUND, "workers that had a connection at the same time, at most"),
                optional("queued", ValueType.BOUND, "connections that waited in the program at the same time, at most"),
                optional("taken", ValueType.BOUND, "connections that workers took"),
                optional("turned-away", ValueType.BOUND, "connections that were closed because the queue was full"))
                .with(Rule.some("workers", "busy", "queued", "taken", "turned-away"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        StepMark mark = args.has("at") ? play.mark(args.text("at")) : null;
        Figures figures = new Figures(play, args.text("of"), mark);
        Comparison compared = new Comparison(args).bound("workers", figures.workers).bound("busy", figures.most.busy)
                .bound("queued", figures.most.queued).bound("taken", figures.taken).bound("turned-away", figures.turnedAway);
        if (figures.workers == 0) {
            return Answer.of(false, Subjects.of(args) + ": " + compared.expected(), args.text("of") + " was not started");
        }
        return compared.answer(Subjects.of(args));
    }

    /// Counts of what is so at the same time.
    private static final class Load {
        private int busy;
        private int queued;

        void atLeast(Load now) {
            busy = Math.max(busy, now.busy);
            queued = Math.max(queued, now.queued);
        }
    }

    /// The figures of one pool, over the events of a play.
    private static final class Figures {
        private final Set<Integer> connections = new HashSet<>();
        private final Load now = new Load();
        private final Load most = new Load();
        private int workers;
        private int taken;
        private int turnedAway;

        Figures(PlayIndex play, String of, StepMark mark) {
            ActorOnTrace actor = play.actor(of);
            for (Own own : play.sides(of, null)) {
                if (own.lane() == Lane.SERVER) {
                    connections.add(own.connection());
                }
            }
            Endpoint listener = actor == null ? null : actor.listener();
            boolean began = mark == null;
            for (TraceEvent event : play.events()) {
                if (event.body() instanceof LoopEvent.PoolOpened opened && opened.local().equals(listener)) {
                    workers = opened.workers();
                }
                if (event.lane() != Lane.SERVER || !connections.contains(event.connection()) || mark != null && event.at() > mark.end()) {
                    continue;
                }
                if (!began && event.at() >= mark.begin()) {
                    began = true;
                    most.atLeast(now);
                }
                take(event.body(), began);
                if (began) {
                    most.atLeast(now);
                }
            }
            if (!began) {
                most.atLeast(now);
            }
        }

        private void take(EventBody body, boolean counts) {
            if (body instanceof LoopEvent.WorkerQueued in) {
                now.queued = in.depth();
            } else if (body instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Taken out) {
                now.queued--;
                now.busy = out.busy();
                taken += counts ? 1 : 0;
            } else if (body instanceof StageEvent.Failed failed && failed.stage() == Stage.WORKER_QUEUE) {
                now.queued--;
            } else if (body instanceof LoopEvent.WorkerTook took) {
                now.busy = took.busy();
                taken += counts ? 1 : 0;
            } else if (body instanceof LoopEvent.WorkerFreed freed) {
                now.busy = freed.busy();
            } else if (body instanceof LoopEvent.TurnedAway) {
                turnedAway += counts ? 1 : 0;
            }
        }
    }
}
