package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.sockdiag.Counters;
import dev.lifeline.play.KernelView;
import dev.lifeline.play.Play;
import dev.lifeline.play.Sight;
import dev.lifeline.play.Steps;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Bound;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Waits of the machine. Each looks again and again until what is awaited is so, its time is over, or the play ends; what the last
/// look showed is told where it was not. For one thread.
final class Waits {

    /// Time between two quiet looks; one costs some ten microseconds. Whoever waits long is in no hurry: a fiftieth of what it
    /// waited already, within these bounds.
    private static final long LEAST_BETWEEN_NANOS = 300_000;
    private static final long MOST_BETWEEN_NANOS = 5_000_000;
    private static final int SHARE = 50;

    private final Play play;
    /// The counters tell each rise once.
    private final Map<String, Long> risen = new HashMap<>();

    Waits(Play play) {
        this.play = play;
    }

    /// One quiet look.
    private interface Look {
        Sight see() throws IOException, CannotAct, InterruptedException;
    }

    /// Looks until it is so.
    ///
    /// @param missed what was not seen, as a clause, where it does not come true
    private void until(long timeout, String missed, Look look) throws IOException, CannotAct, Unmet, InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        Sight last = null;
        long at = 0;
        try {
            while (true) {
                last = look.see();
                at = play.recorder().clock().now();
                if (last.fits()) {
                    return;
                }
                long left = deadline.left();
                if (left <= 0) {
                    throw new Unmet(missed, timeout, last.seen(), at, false);
                }
                long between = Math.clamp((timeout - left) / SHARE, LEAST_BETWEEN_NANOS, MOST_BETWEEN_NANOS);
                TimeUnit.NANOSECONDS.sleep(Math.min(left, between));
            }
        } catch (InterruptedException e) {
            throw new Unmet(missed, timeout - deadline.left(), last == null ? null : last.seen(), at, true);
        }
    }

    /// A quiet look at one actor.
    private interface LookAt {
        Sight see(ActorOnTrace actor) throws IOException;
    }

    /// Looks at one actor, or at all members of a crowd: then it is so where it is so for each.
    private Sight all(String name, long patience, LookAt look) throws IOException, CannotAct, InterruptedException {
        List<String> those = play.those(name);
        Player any = play.await(those.getFirst(), patience);
        Map<String, ActorOnTrace> known = ActorOnTrace.all(play.recorder().from(0));
        Sight last = null;
        for (String each : those) {
            last = look.see(onTrace(known, each, any));
            if (!last.fits()) {
                return those.size() == 1 ? last : new Sight(false, each + ": " + last.seen());
            }
        }
        return last;
    }

    /// Waits for the end of a step in the background.
    void step(AwaitAction.Await awaited, Steps steps) throws Unmet {
        Deadline deadline = Deadline.in(awaited.timeout());
        boolean interrupted = false;
        try {
            if (steps.await(awaited.step(), awaited.timeout())) {
                return;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        throw new Unmet("step " + awaited.step() + " did not end", interrupted ? awaited.timeout() - deadline.left() : awaited.timeout(),
                PlayedSoFar.progress(play.recorder().from(0), awaited.step()), play.recorder().clock().now(), interrupted);
    }

    /// Waits until the kernel says so of a socket. Asked anew each time: a connection may still get its number.
    void state(AwaitAction.AwaitState awaited) throws IOException, CannotAct, Unmet, InterruptedException {
        try (KernelView view = new KernelView(play.recorder())) {
            until(awaited.timeout(), KernelView.missed(awaited), () -> all(awaited.of(), awaited.timeout(),
                    actor -> view.look(actor, awaited)));
        }
    }

    /// Waits until an actor stands at a gate that is held. Told by the gates: nothing is looked at meanwhile.
    void hold(AwaitAction.AwaitHold awaited) throws CannotAct, Unmet, InterruptedException {
        Deadline deadline = Deadline.in(awaited.timeout());
        boolean interrupted = false;
        String who = awaited.of();
        try {
            boolean arrived = true;
            for (String each : play.those(awaited.of())) {
                who = arrived ? each : who;
                arrived = arrived && arrives(each, awaited.before(), deadline);
            }
            if (arrived) {
                return;
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        List<TraceEvent> events = play.recorder().from(0);
        ActorOnTrace actor = ActorOnTrace.all(events).get(who);
        throw new Unmet(who + " did not come to a hold"
                + (awaited.before() == null ? "" : " before " + Vocabulary.word(awaited.before())),
                interrupted ? awaited.timeout() - deadline.left() : awaited.timeout(),
                actor == null ? null : who + " " + PlayedSoFar.lastStage(events, actor), play.recorder().clock().now(), interrupted);
    }

    /// The deadline may have stood meanwhile.
    private boolean arrives(String actor, Stage before, Deadline deadline) throws InterruptedException {
        boolean arrived;
        do {
            arrived = play.gates().of(actor).awaitArrival(before, Math.clamp(deadline.left(), 0, MOST_BETWEEN_NANOS));
        } while (!arrived && !deadline.passed());
        return arrived;
    }

    /// Waits until an actor has so many bytes.
    void bytes(AwaitAction.AwaitBytes awaited) throws IOException, CannotAct, Unmet, InterruptedException {
        boolean kernel = awaited.received() > 0 || awaited.unacknowledged() > 0;
        try (KernelView view = kernel ? new KernelView(play.recorder()) : null) {
            until(awaited.timeout(), PlayedSoFar.missed(awaited), () -> all(awaited.of(), awaited.timeout(), actor -> {
                long[] queues = kernel ? view.queues(actor) : null;
                return PlayedSoFar.bytes(play.recorder().from(0), actor, awaited, queues);
            }));
        }
    }

    /// Waits until there are so many.
    ///
    /// @param counters those of the kernel, which count since the play began
    void count(AwaitAction.AwaitCount awaited, Counters counters) throws IOException, CannotAct, Unmet, InterruptedException {
        try (KernelView view = awaited.sockets() == null ? null : new KernelView(play.recorder())) {
            until(awaited.timeout(), PlayedSoFar.missed(awaited), () -> {
                ActorOnTrace actor = awaited.of() == null ? null : actor(awaited.of(), awaited.timeout());
                if (awaited.counter() != null) {
                    for (KernelEvent.CounterRose each : counters.risen()) {
                        risen.put(each.name(), each.by());
                    }
                }
                long sockets = view == null || actor.listener() == null ? 0 : view.count(actor.listener(), awaited.state());
                return PlayedSoFar.count(play.recorder().from(0), actor, awaited, sockets, risen.getOrDefault(awaited.counter(), 0L));
            });
        }
    }

    /// Waits until so many workers of a pool have a connection, or so many connections wait for one: by what its program knows.
    void workers(AwaitAction.AwaitWorkers awaited) throws IOException, CannotAct, Unmet, InterruptedException {
        Bound busy = awaited.busy();
        Bound queued = awaited.queued();
        String wanted = (busy == null ? "" : "busy " + busy.text()) + (busy == null || queued == null ? "" : ", ")
                + (queued == null ? "" : "queued " + queued.text());
        until(awaited.timeout(), "the workers of " + awaited.of() + " had not " + wanted, () -> {
            PoolPlayer pool = (PoolPlayer) play.await(awaited.of(), awaited.timeout());
            int has = pool.busy();
            int waiting = pool.queued();
            return new Sight((busy == null || busy.holds(has)) && (queued == null || queued.holds(waiting)),
                    "busy " + has + ", queued " + waiting);
        });
    }

    private ActorOnTrace actor(String name, long patience) throws CannotAct, InterruptedException {
        Player player = play.await(name, patience);
        return onTrace(ActorOnTrace.all(play.recorder().from(0)), name, player);
    }

    /// A recorder that is full does not know who came late.
    private static ActorOnTrace onTrace(Map<String, ActorOnTrace> known, String name, Player player) {
        ActorOnTrace actor = known.get(name);
        return actor == null ? new ActorOnTrace(player.kind(), List.of(), null) : actor;
    }
}
