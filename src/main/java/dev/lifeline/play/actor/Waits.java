package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.play.KernelView;
import dev.lifeline.play.Play;
import dev.lifeline.play.Sight;
import dev.lifeline.play.Steps;
import dev.lifeline.scenario.action.MachineAction;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Bound;
import java.io.IOException;
import java.util.List;
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

    /// Waits for the end of a step in the background.
    void step(MachineAction.Await awaited, Steps steps) throws Unmet {
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
                null, 0, interrupted);
    }

    /// Waits until the kernel says so of a socket. Asked anew each time: a connection may still get its number.
    void state(MachineAction.AwaitState awaited) throws IOException, CannotAct, Unmet, InterruptedException {
        try (KernelView view = new KernelView(play.recorder())) {
            until(awaited.timeout(), KernelView.missed(awaited), () -> view.look(actor(awaited.of(), awaited.timeout()), awaited));
        }
    }

    /// Waits until the accepts of an event loop have failed so often: by the recording, because a look would take a descriptor.
    void failedAccepts(MachineAction.AwaitFailedAccepts awaited) throws IOException, CannotAct, Unmet, InterruptedException {
        until(awaited.timeout(), "the accepts of " + awaited.of() + " did not fail " + awaited.count() + " times", () -> {
            long failed = failedAccepts(actor(awaited.of(), awaited.timeout()));
            return new Sight(failed >= awaited.count(), failed + " failed");
        });
    }

    /// Waits until so many workers of a pool have a connection, or so many connections wait for one: by what its program knows.
    void workers(MachineAction.AwaitWorkers awaited) throws IOException, CannotAct, Unmet, InterruptedException {
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
        ActorOnTrace known = ActorOnTrace.all(play.recorder().from(0)).get(name);
        // A recorder that is full does not know who came late.
        return known == null ? new ActorOnTrace(player.kind(), List.of(), null) : known;
    }

    private long failedAccepts(ActorOnTrace actor) {
        long failed = 0;
        for (TraceEvent event : play.recorder().from(0)) {
            failed += event.body() instanceof StageEvent.Failed of && of.stage() == Stage.ACCEPT
                    && of.failure().local() != null && of.failure().local().equals(actor.listener()) ? 1 : 0;
        }
        return failed;
    }
}
