package dev.lifeline.step.live;

/// The thread that reads a person's commands, and how it is got out of a wait.
///
/// Threads: [#interrupt] on any; everything else on the one that reads.
final class WalkingThread {

    /// A line editor can lose an interrupt: the next one comes after this time.
    private static final long AGAIN_MILLIS = 100;
    private static final int MOST = 100;

    private Thread thread;
    private boolean moving;
    private boolean over;
    private volatile boolean left;

    synchronized void begin() {
        thread = Thread.currentThread();
        if (left) {
            thread.interrupt();
        }
    }

    /// Says that a command that may wait for the run begins, or its wait has ended: a Ctrl-C between is for that wait alone.
    synchronized void moving(boolean now) {
        moving = now;
        if (!now && !left) {
            Thread.interrupted();
        }
    }

    /// Ends: what still has to be closed is not interrupted.
    synchronized void end() {
        over = true;
        Thread.interrupted();
        notifyAll();
    }

    /// Tells whether the walk is to end.
    boolean isLeft() {
        return left;
    }

    /// Breaks off a wait of a person; everything else ends, and this comes back when it has, or after some seconds.
    ///
    /// @param leave whether it ends in any case
    synchronized void interrupt(boolean leave) {
        left |= leave || !moving;
        try {
            for (int i = 0; i < MOST && !over; i++) {
                if (thread != null) {
                    thread.interrupt();
                }
                if (!left) {
                    return;
                }
                wait(AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
