package dev.lifeline.observe.packet;

/// A count that rises while a run lasts, and is said in parts: the first at once, the next no sooner than a second later, the
/// rest at the end. The parts add up to the count. Pure; for one thread.
final class RisingCount {

    private static final long BETWEEN_NANOS = 1_000_000_000;

    private long total;
    private long said;
    private long saidAt;

    void add(long more) {
        total += more;
    }

    long total() {
        return total;
    }

    /// How much of it is to be said now; it counts as said from then on.
    ///
    /// @param now nanoseconds of the trace
    /// @return 0 where nothing is new, or the last part was said a moment ago
    long part(long now) {
        return said > 0 && now - saidAt < BETWEEN_NANOS ? 0 : rest(now);
    }

    /// The part of the count that has not been said.
    long rest(long now) {
        long part = total - said;
        if (part > 0) {
            said = total;
            saidAt = now;
        }
        return part;
    }
}
