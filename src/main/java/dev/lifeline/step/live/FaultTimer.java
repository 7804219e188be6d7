package dev.lifeline.step.live;

import dev.lifeline.record.DeadlineClock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for the end of a fault's time on a thread of its own. The time stands while a person looks at a run that is stopped.
final class FaultTimer implements AutoCloseable {

    private static final long LOOK_NANOS = 20_000_000;

    private final CountDownLatch closed = new CountDownLatch(1);

    /// Something to do when the time is over.
    @FunctionalInterface
    interface Due {
        void run() throws InterruptedException;
    }

    private FaultTimer() {
    }

    /// Starts to wait.
    ///
    /// @param nanos by the [DeadlineClock]
    static FaultTimer start(long nanos, Due due) {
        FaultTimer timer = new FaultTimer();
        long end = DeadlineClock.now() + nanos;
        Thread.ofPlatform().daemon().name("trace-step-timer").start(() -> timer.await(end, due));
        return timer;
    }

    private void await(long end, Due due) {
        try {
            for (long left = end - DeadlineClock.now(); left > 0; left = end - DeadlineClock.now()) {
                if (closed.await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
            due.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Has it wait no more.
    @Override
    public void close() {
        closed.countDown();
    }
}
