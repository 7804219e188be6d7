package dev.lifeline.observe.sockdiag;

/// How long the watcher rests between two turns: little while things are new, longer when nothing changes. Threads: [#wake] on any,
/// the rest on the watcher's.
final class WatchPace {

    private static final long MILLI = 1_000_000;
    private static final long SHORTEST = MILLI;

    /// With many connections their own events bring looks enough; the watcher would only be in their way.
    private static final long SHORTEST_OF_MANY = 10 * MILLI;
    private static final long LONGEST = 20 * MILLI;

    private final long shortest;
    private long pause;
    private volatile boolean woken;
    private volatile boolean idle;

    /// @param many whether there are many connections
    WatchPace(boolean many) {
        shortest = many ? SHORTEST_OF_MANY : SHORTEST;
        pause = shortest;
    }

    /// Something is new.
    ///
    /// @return whether the watcher is to be woken from its rest: the shortest is not worth it
    boolean wake() {
        // In this order, as the watcher writes and reads them in the other: one of both sees it.
        woken = true;
        return idle;
    }

    /// A turn begins: it sees what is new until now.
    void turns() {
        idle = false;
        woken = false;
    }

    /// A turn is over.
    ///
    /// @param news whether it saw anything new
    /// @return how long to rest, in nanoseconds
    long rest(boolean news) {
        pause = news ? shortest : Math.min(2 * pause, LONGEST);
        idle = pause > shortest;
        if (woken) {
            pause = shortest;
        }
        return pause;
    }
}
