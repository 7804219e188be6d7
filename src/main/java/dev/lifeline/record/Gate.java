package dev.lifeline.record;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Where one lane can be held before a stage, for a person or a scenario. Open unless something holds it.
///
/// Only the program waits here, in user space and before the stage is stamped; the kernel goes on. A gate belongs to one lane.
/// Threads: one passes, any may hold and release.
public final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Map<Stage, String> held = new EnumMap<>(Stage.class);
    private boolean dismantled;
    private Runnable onRelease;

    /// From now on the lane waits before this stage.
    ///
    /// @param reason why, for a person
    public void hold(Stage stage, String reason) {
        lock.lock();
        try {
            held.put(stage, reason);
        } finally {
            lock.unlock();
        }
    }

    /// The lane need not wait before this stage any more.
    public void release(Stage stage) {
        lock.lock();
        try {
            held.remove(stage);
            released.signalAll();
        } finally {
            lock.unlock();
        }
        tellLoop();
    }

    /// Opens the gate for good: used when a run ends, so that no thread is left waiting.
    public void dismantle() {
        lock.lock();
        try {
            dismantled = true;
            held.clear();
            released.signalAll();
        } finally {
            lock.unlock();
        }
        tellLoop();
    }

    /// Has this called after each release, by the thread that releases: the wake-up of an event loop, which must not block here.
    ///
    /// @param wakeUp short, and safe for any thread; `null` for none
    public void onRelease(Runnable wakeUp) {
        lock.lock();
        try {
            onRelease = wakeUp;
        } finally {
            lock.unlock();
        }
    }

    private void tellLoop() {
        Runnable wakeUp;
        lock.lock();
        try {
            wakeUp = onRelease;
        } finally {
            lock.unlock();
        }
        if (wakeUp != null) {
            wakeUp.run();
        }
    }

    /// Why this stage is held, or `null` where the way is free. For event loops, which must not block here.
    public String heldFor(Stage stage) {
        lock.lock();
        try {
            return dismantled ? null : held.get(stage);
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the way to this stage is free; records the hold if there was one. Without a hold nothing is recorded.
    ///
    /// @param recorder the lane that waits
    /// @throws InterruptedException when the waiting thread is interrupted; the hold is recorded as ended
    public void pass(Stage stage, LaneRecorder recorder) throws InterruptedException {
        lock.lock();
        try {
            String reason = dismantled ? null : held.get(stage);
            if (reason == null) {
                return;
            }
            long started = recorder.mark(new HoldEvent.HoldStarted(stage, reason));
            try {
                while (!dismantled && held.containsKey(stage)) {
                    released.await();
                }
            } finally {
                recorder.mark(new HoldEvent.HoldEnded(started));
            }
        } finally {
            lock.unlock();
        }
    }
}
