package dev.lifeline.play;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.play.actor.LoopPlayer;
import dev.lifeline.play.actor.Player;
import dev.lifeline.play.actor.PoolPlayer;
import dev.lifeline.play.actor.Unmet;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gate;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.GateAction;
import dev.lifeline.scenario.action.LoopAction;
import dev.lifeline.scenario.judge.StepMark;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The steps of a play under way: hands each to the thread of its actor, and records when it began and how it ended.
public final class Steps {

    /// The clock may stand meanwhile, so that the time of a wait is not known before.
    private static final long LOOK_NANOS = 200_000_000;
    private static final long FOR_EVER_NANOS = 1L << 60;

    private final Play play;
    private final LabelLooks looks;
    private final Map<String, ActorThread> hands = new HashMap<>();
    private final Map<String, FutureTask<Void>> tasks = new LinkedHashMap<>();

    /// End of what an actor did for a step.
    ///
    /// @param reason for a person; `null` where it is done, or was interrupted
    record Ended(StepEnding ending, String reason) {

        static final Ended DONE = new Ended(StepEnding.DONE, null);
        /// For an end that nothing was caught of.
        static final Ended BROKEN = new Ended(StepEnding.BROKEN, null);

        static Ended by(Exception e) {
            if (e instanceof StageFailure) {
                // What failed and why is in the recording; the judge reads it there.
                return DONE;
            }
            if (e instanceof InterruptedException) {
                return new Ended(StepEnding.INTERRUPTED, null);
            }
            return e instanceof RuntimeException ? new Ended(StepEnding.BROKEN, e.toString())
                    : new Ended(StepEnding.NOT_DONE, e.getMessage());
        }
    }

    Steps(Play play, LabelLooks looks) {
        this.play = play;
        this.looks = looks;
    }

    /// Begins a step, and waits for its end unless it is one for the background.
    ///
    /// @param end when the play must be over, by the [DeadlineClock]
    /// @return `false` where the time was over before the step
    boolean perform(Step step, long end) throws InterruptedException {
        if (step.last() > 0 && !(step.action() instanceof GateAction)) {
            return performTogether(step, end);
        }
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<Void> task = new FutureTask<>(() -> run(step, begun), null);
        know(step, task);
        if (step.action() instanceof GateAction && step.after() == null) {
            // Its own thread may be the one that waits at the gate.
            task.run();
            return true;
        }
        for (String name : step.action().brings()) {
            play.promise(name);
        }
        // A hold is done to an actor, not by it.
        ActorThread hand = hand(step.action() instanceof GateAction ? "gate-" + step.number() : step.actor());
        if (step.after() != null) {
            hand.give(new FutureTask<>(() -> awaitEnd(step.after())));
            hand.give(task);
            return true;
        }
        hand.give(task);
        if (step.background()) {
            // It has begun before the next one does.
            return await(begun, end);
        }
        return await(task, end - DeadlineClock.now());
    }

    /// All threads are there before the first has something to do.
    private boolean performTogether(Step step, long end) throws InterruptedException {
        CountDownLatch none = new CountDownLatch(0);
        CrowdStep together = new CrowdStep(step, play.lane(lane(step.doers().getFirst())), looks, member -> act(step, member, none));
        know(step, together.whole());
        for (String member : step.doers()) {
            hand(member);
        }
        for (String member : step.doers()) {
            if (step.after() != null) {
                hand(member).give(new FutureTask<>(() -> awaitEnd(step.after())));
            }
            hand(member).give(together.of(member));
        }
        return step.after() != null
                || (step.background() ? await(together.begun(), end) : await(together.whole(), end - DeadlineClock.now()));
    }

    private void know(Step step, FutureTask<Void> task) {
        synchronized (tasks) {
            tasks.put(StepMark.key(step), task);
            tasks.notifyAll();
        }
    }

    /// Records that the play stands before a step.
    void stand(Step step) {
        play.lane(lane(step.doers().getFirst())).mark(new PlayEvent.StepHeld(step.number(), step.actor(), step.action().kind().label(), step.label()));
    }

    /// Has an actor do something that is no step, on its own thread. Threads: any.
    ///
    /// @return `false` where its thread is at work
    boolean giveIdle(String actor, FutureTask<?> task) throws InterruptedException {
        return hand(actor).giveIdle(task);
    }

    private synchronized ActorThread hand(String actor) throws InterruptedException {
        ActorThread hand = hands.get(actor);
        if (hand == null) {
            hand = thread(actor);
            hands.put(actor, hand);
        }
        return hand;
    }

    private ActorThread thread(String actor) throws InterruptedException {
        try {
            return play.host(actor).call(() -> new ActorThread(actor));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Waits for the end of a step that may not have begun yet: the end of the play ends the wait.
    private Void awaitEnd(String key) throws InterruptedException {
        FutureTask<Void> task;
        synchronized (tasks) {
            while ((task = tasks.get(key)) == null) {
                tasks.wait();
            }
        }
        await(task, Long.MAX_VALUE);
        return null;
    }

    /// Waits for the end of a step that was begun.
    ///
    /// @return `false` where it has not ended in time, or there is none
    public boolean await(String key, long nanos) throws InterruptedException {
        FutureTask<Void> task;
        synchronized (tasks) {
            task = tasks.get(key);
        }
        return task != null && await(task, nanos);
    }

    /// Waits for all that were begun.
    boolean awaitAll(long end) throws InterruptedException {
        for (String key : tasks.keySet().toArray(String[]::new)) {
            if (!await(key, end - DeadlineClock.now())) {
                return false;
            }
        }
        return true;
    }

    private static boolean await(FutureTask<Void> task, long nanos) throws InterruptedException {
        long end = DeadlineClock.now() + Math.min(nanos, FOR_EVER_NANOS);
        while (!task.isDone()) {
            long left = end - DeadlineClock.now();
            if (left <= 0) {
                return false;
            }
            wait(task, Math.min(left, LOOK_NANOS));
        }
        try {
            task.get();
            return true;
        } catch (CancellationException e) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a step broke", e.getCause());
        }
    }

    private static boolean await(CountDownLatch begun, long end) throws InterruptedException {
        for (long left = end - DeadlineClock.now(); left > 0; left = end - DeadlineClock.now()) {
            if (begun.await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                return true;
            }
        }
        return begun.getCount() == 0;
    }

    private static void wait(FutureTask<Void> task, long nanos) throws InterruptedException {
        try {
            task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException | CancellationException | ExecutionException e) {
            // Whoever waits for it looks again.
            return;
        }
    }

    /// The play has had its time: says which steps had not ended. They are ended by [#stop].
    ///
    /// @param limit that time, in nanoseconds
    /// @param all how many steps there are: those that have not begun are left out
    void cutOff(long limit, int all) {
        int leftOut = all;
        Map<Integer, PlayEvent.StepStarted> cut = new TreeMap<>();
        for (TraceEvent event : play.recorder().from(0)) {
            if (event.body() instanceof PlayEvent.StepStarted started) {
                cut.put(started.number(), started);
                leftOut--;
            } else if (event.body() instanceof PlayEvent.StepEnded ended) {
                cut.remove(ended.number());
            }
        }
        int hung = 0;
        for (PlayEvent.StepStarted each : cut.values()) {
            play.lane(lane(each.actor())).mark(new PlayEvent.PlayCut(each.number(), each.actor(), each.action(), each.label(), limit,
                    ++hung == cut.size() ? leftOut : 0));
        }
    }

    /// Ends all that still runs.
    void stop() {
        List<ActorThread> all;
        synchronized (this) {
            all = List.copyOf(hands.values());
        }
        for (ActorThread hand : all) {
            hand.stop();
        }
    }

    private void run(Step step, CountDownLatch begun) {
        Lane lane = lane(step.doers().getFirst());
        String action = step.action().kind().label();
        play.lane(lane).mark(new PlayEvent.StepStarted(step.number(), step.actor(), action, step.label(), step.first(), step.last()));
        Ended how = Ended.BROKEN;
        try {
            for (String actor : step.doers()) {
                act(step, actor, begun);
            }
            how = Ended.DONE;
        } catch (StageFailure | IOException | CannotAct | InterruptedException | RuntimeException e) {
            how = Ended.by(e);
        } finally {
            begun.countDown();
            step.action().brings().forEach(play::kept);
            long ended = play.lane(lane).mark(new PlayEvent.StepEnded(step.number(), step.actor(), action, how.ending(), how.reason()));
            if (how.ending() != StepEnding.INTERRUPTED) {
                looks.ended(step, ended);
            }
        }
    }

    /// Has one of its actors do a step. A wait in vain is recorded here, and is no failure of the step.
    private void act(Step step, String actor, CountDownLatch begun) throws StageFailure, IOException, CannotAct, InterruptedException {
        Player player = play.await(actor, step.action().timeout());
        if (step.action() instanceof GateAction gate) {
            turn(gate, actor);
            return;
        }
        if (step.action() instanceof LoopAction.Busy && player instanceof LoopPlayer loop) {
            loop.onBusy(begun::countDown);
        } else {
            begun.countDown();
        }
        try {
            player.act(step.action());
        } catch (Unmet e) {
            play.lane(lane(actor)).mark(new PlayEvent.WaitFailed(step.number(), step.actor(), step.action().kind().label(), step.label(),
                    e.missed(), e.waited(), e.seen(), e.seenAt()));
            if (e.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private void turn(GateAction action, String actor) throws CannotAct {
        Player player = play.known(actor);
        boolean handles = player instanceof PoolPlayer || player instanceof LoopPlayer loop && loop.hasHandlers();
        if (!Gate.isAt(action.before()) || action.before() == Stage.HANDLER && !handles) {
            throw new CannotAct(actor + " cannot be held there");
        }
        Gate gate = Gate.before(lane(actor), action.before());
        if (action instanceof GateAction.Hold hold) {
            play.gates().of(actor).hold(gate, hold.reason());
        } else {
            play.gates().of(actor).release(gate);
        }
    }

    private Lane lane(String actor) {
        Player player = play.known(actor);
        return player == null ? Lane.SERVER : player.kind().lane();
    }
}
