package dev.lifeline.race;

/// The Connection Attempt Delay of RFC 8305 section 5 that follows what is known of the round-trip time to an address: about the
/// moment at which the attempt before would send its second SYN.
public final class AttemptDelay {

    /// Minimum Connection Attempt Delay: 100 ms is recommended, less than 10 ms is forbidden (sections 5 and 8).
    static final long MIN_NANOS = 100_000_000L;
    /// Maximum Connection Attempt Delay (section 8).
    static final long MAX_NANOS = 2_000_000_000L;

    /// Weight of the variation in a retransmission timeout (`K` of RFC 6298 section 2).
    private static final int VARIATIONS = 4;

    private AttemptDelay() {
    }

    /// The delay: the retransmission timeout of RFC 6298 section 2 without that document's least of a second, within the bounds.
    ///
    /// @param rtt smoothed round-trip time in nanoseconds
    /// @param variation its variation in nanoseconds
    public static long of(long rtt, long variation) {
        return Math.clamp(rtt + VARIATIONS * variation, MIN_NANOS, MAX_NANOS);
    }
}
