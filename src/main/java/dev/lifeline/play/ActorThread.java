package dev.lifeline.play;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// The thread of one actor: does its steps one after the other, in the order in which they were given to it.
final class ActorThread {

    /// Most steps that wait: more than any scenario has.
    private static final int MOST = 1024;
    private static final long JOIN_MILLIS = 2_000;

    private final BlockingQueue<FutureTask<?>> steps = new LinkedBlockingQueue<>(MOST);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile FutureTask<?> last;

    ActorThread(String actor) {
        // Made here rather than later: a thread is in the network namespace of the one that makes it.
        thread = Thread.ofPlatform().daemon().name("lifeline-play-" + actor).unstarted(this::work);
        thread.start();
    }

    /// Has a step done after those before it.
    synchronized void give(FutureTask<?> step) {
        last = step;
        if (stopping || !steps.offer(step)) {
            step.cancel(false);
        }
    }

    /// Has this done where it has nothing else to do.
    ///
    /// @return `false` where it has
    synchronized boolean giveIdle(FutureTask<?> task) {
        if (last != null && !last.isDone()) {
            return false;
        }
        give(task);
        return true;
    }

    /// Ends what it does, and waits until it has ended, two seconds at most.
    void stop() {
        stopping = true;
        for (FutureTask<?> left = steps.poll(); left != null; left = steps.poll()) {
            left.cancel(false);
        }
        boolean interrupted = Thread.interrupted();
        long end = System.nanoTime() + JOIN_MILLIS * 1_000_000;
        while (thread.isAlive() && System.nanoTime() < end) {
            // More than once: an interrupt may have been used up by something that cleans up.
            thread.interrupt();
            try {
                thread.join(100);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (!stopping) {
            try {
                steps.take().run();
            } catch (InterruptedException e) {
                // Asked to stop, or the interrupt of a step that was over already.
            }
        }
    }
}
