package dev.lifeline.server.turn;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the connections that are over, for threads that wait for them. Any thread may wait; the loop counts.
public final class ClosedCount {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int count;
    private boolean ended;

    /// One more connection is over.
    public void add() {
        lock.lock();
        try {
            count++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The number of those that are over.
    public int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    /// There will be no more.
    public void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until so many are over, there will be no more, or the time is up.
    ///
    /// @return whether so many are over
    public boolean await(int wanted, long timeoutNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = timeoutNanos;
            while (count < wanted && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            return count >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
