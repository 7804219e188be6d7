package dev.lifeline.record;

import java.util.concurrent.locks.ReentrantLock;

/// The clock of deadlines: it stands while a person looks at a run that is stopped, so that no deadline of our own passes meanwhile.
/// It is no clock of the trace: time stamps know nothing of it. The kernel's timers, and those of other programs, go on.
///
/// One for the process, as there is one person before it. Threads: any.
public final class DeadlineClock {

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static volatile long stoodBefore;
    private static volatile long stoodSince;
    private static volatile int stops;

    private DeadlineClock() {
    }

    /// Nanoseconds, like `System.nanoTime`, without those for which it stood.
    public static long now() {
        if (stops == 0) {
            return System.nanoTime() - stoodBefore;
        }
        LOCK.lock();
        try {
            return (stops > 0 ? stoodSince : System.nanoTime()) - stoodBefore;
        } finally {
            LOCK.unlock();
        }
    }

    /// Nanoseconds for which it has stood until now, for clocks of deadlines that begin elsewhere.
    public static long stood() {
        if (stops == 0) {
            return stoodBefore;
        }
        LOCK.lock();
        try {
            return stoodBefore + (stops > 0 ? System.nanoTime() - stoodSince : 0);
        } finally {
            LOCK.unlock();
        }
    }

    /// Says if it stands now.
    public static boolean stands() {
        return stops > 0;
    }

    /// Stops it; each stop needs a [#goOn].
    public static void stop() {
        LOCK.lock();
        try {
            if (stops == 0) {
                stoodSince = System.nanoTime();
            }
            stops++;
        } finally {
            LOCK.unlock();
        }
    }

    /// Has it go on.
    public static void goOn() {
        LOCK.lock();
        try {
            if (stops == 1) {
                stoodBefore += System.nanoTime() - stoodSince;
            }
            stops--;
        } finally {
            LOCK.unlock();
        }
    }
}
