package dev.lifeline.play;

import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.Step;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;

/// A step that members of a crowd do, each on its own thread: they begin when the last of them has come to it, all at once, and it
/// has ended when the last of them has ended. It is recorded once; what each of them did is in the lanes of their connections.
///
/// Threads: those of the members; [#whole] and [#begun] on the one that plays.
final class CrowdStep {

    private final Step step;
    private final LaneRecorder lane;
    private final LabelLooks looks;
    private final Work work;
    private final int size;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final FutureTask<Void> whole = new FutureTask<>(() -> null);
    private int come;
    private int ended;
    private int lacking;
    private Steps.Ended worst = Steps.Ended.DONE;

    /// Something that one of them does.
    interface Work {
        void act(String member) throws StageFailure, IOException, CannotAct, InterruptedException;
    }

    CrowdStep(Step step, LaneRecorder lane, LabelLooks looks, Work work) {
        this.step = step;
        this.lane = lane;
        this.looks = looks;
        this.work = work;
        this.size = step.doers().size();
    }

    /// The step of one member, for its thread.
    FutureTask<Void> of(String member) {
        return new FutureTask<>(() -> run(member), null) {
            /// Comes for one that was cancelled before it began, too.
            @Override
            protected void done() {
                oneHasEnded();
            }
        };
    }

    /// Is done when the last of them is.
    FutureTask<Void> whole() {
        return whole;
    }

    /// Is open when all have begun.
    CountDownLatch begun() {
        return begun;
    }

    private void run(String member) {
        Steps.Ended how = Steps.Ended.BROKEN;
        try {
            begin();
            work.act(member);
            how = Steps.Ended.DONE;
        } catch (StageFailure | IOException | CannotAct | InterruptedException | RuntimeException e) {
            how = Steps.Ended.by(e);
        } finally {
            ended(how);
        }
    }

    private void begin() throws InterruptedException {
        synchronized (this) {
            come++;
            if (come == size) {
                lane.mark(new PlayEvent.StepStarted(step.number(), step.actor(), step.action().kind().label(), step.label(), step.first(),
                        step.last()));
                begun.countDown();
            }
        }
        begun.await();
    }

    /// The worst of their ends is that of the step; the first reason stands for all.
    private synchronized void ended(Steps.Ended how) {
        lacking += how.ending() == StepEnding.DONE ? 0 : 1;
        if (how.ending().compareTo(worst.ending()) > 0) {
            worst = how;
        }
    }

    private void oneHasEnded() {
        boolean last;
        long recorded = -1;
        synchronized (this) {
            ended++;
            last = ended == size;
            if (last && come == size) {
                recorded = lane.mark(new PlayEvent.StepEnded(step.number(), step.actor(), step.action().kind().label(), worst.ending(),
                        worst.reason(), lacking));
            }
        }
        if (last) {
            looks.ended(step, worst.ending() == StepEnding.INTERRUPTED ? -1 : recorded);
            whole.run();
        }
    }
}
