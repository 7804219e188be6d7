package dev.lifeline.observe.packet;

/// Brings time stamps of the wall clock to the clock of the trace. Pure but for the clocks that it is given; for one thread.
///
/// A sample reads the wall clock between two readings of the trace's clock: the distance of the two clocks then lies in an
/// interval as wide as the bracket. On Linux both clocks run at the same rate, whatever disciplines them (clock_gettime(2): NTP
/// steers `CLOCK_MONOTONIC` and `CLOCK_REALTIME` alike), so the distance changes only when somebody sets the clock. All intervals
/// since then hold at once, and what is left is what they have in common: narrower than the best of them.
///
/// An interval that has nothing in common with the earlier ones is a step. Stamps from before it are still mapped by the old
/// distance: each stamp is tried with both, and only one gives a time that was possible. Where both do, the width of the step is
/// the uncertainty. The more often the clocks are compared, also while nothing comes, the fewer times are possible.
final class ClockBridge {

    /// Two readings of one clock on two processors may differ by so much, in nanoseconds; it is no step.
    private static final long NO_STEP = 1_000;
    /// A bracket wider than this was interrupted, and says nothing about when a step was.
    private static final long NARROW = 20_000;
    /// Packets come in the order of their stamps, but for what two processors do at the same time.
    private static final long OUT_OF_ORDER = 1_000_000;

    private final Clocks clocks;
    private Distance current;
    private Distance before;
    private long agreedAt;
    private long sampledAt;
    private long newFrom;
    private long oldUntil;
    private long floor = Long.MIN_VALUE / 2;
    private long reached = Long.MIN_VALUE / 2;
    private long uncertainty;

    /// Wall clock minus trace clock lies between these.
    private record Distance(long low, long high) {
        long middle() {
            return low + (high - low) / 2;
        }

        long half() {
            return (high - low + 1) / 2;
        }
    }

    ClockBridge(Clocks clocks) {
        this.clocks = clocks;
    }

    /// Compares the clocks.
    ///
    /// @param times how often, at least once
    /// @return by how many nanoseconds the wall clock was set since the last time; 0 where it was not
    long sample(int times) {
        long stepped = 0;
        for (int i = 0; i < times; i++) {
            long first = clocks.trace();
            long wall = clocks.wall();
            long second = clocks.trace();
            stepped += compared(first, new Distance(wall - second, wall - first), second);
        }
        return stepped;
    }

    /// No packet that comes from now on passed before this time of the trace.
    void nothingBefore(long at) {
        floor = Math.max(floor, at);
    }

    private long compared(long first, Distance seen, long second) {
        sampledAt = second;
        if (current == null) {
            current = seen;
            agreedAt = first;
            return 0;
        }
        long low = Math.max(current.low, seen.low);
        long high = Math.min(current.high, seen.high);
        if (low - high > NO_STEP) {
            long by = seen.middle() - current.middle();
            before = current;
            current = seen;
            newFrom = agreedAt;
            oldUntil = second;
            agreedAt = first;
            return by;
        }
        current = low <= high ? new Distance(low, high)
                : new Distance(Math.min(current.low, seen.low), Math.max(current.high, seen.high));
        if (seen.high - seen.low < NARROW) {
            agreedAt = first;
        }
        return 0;
    }

    /// The time of the trace for a stamp of a packet that was there before the last sample. Packets must come in order.
    ///
    /// @param wall nanoseconds since 1970
    long at(long wall) {
        long now = wall - current.middle();
        uncertainty = current.half();
        if (before != null) {
            now = chosen(wall, now);
        }
        reached = Math.max(reached, now);
        return now;
    }

    /// How exact the last answer of [#at] is, in nanoseconds.
    long uncertainty() {
        return uncertainty;
    }

    private long chosen(long wall, long now) {
        long old = wall - before.middle();
        long earliest = Math.max(floor, reached - OUT_OF_ORDER);
        boolean mayBeNew = now >= Math.max(newFrom, earliest) - current.half() && now <= sampledAt + current.half();
        boolean mayBeOld = old <= oldUntil + before.half() && old >= earliest - before.half();
        if (mayBeNew && !mayBeOld) {
            // Order forbids that another one from before the step follows.
            before = null;
            return now;
        }
        if (mayBeOld && !mayBeNew) {
            uncertainty = before.half();
            return old;
        }
        uncertainty = Math.abs(now - old) + current.half();
        return mayBeOld ? old : now;
    }
}
