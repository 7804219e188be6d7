package dev.lifeline.race;

/// How long one attempt may take where nothing else ends it.
enum AttemptLimit {
    /// As long as the race as a whole has left.
    REST,
    /// The whole time, for each address anew; the race as a whole has no end of its own.
    EACH,
    /// An equal share of the rest for each address that is left in its family, at least two seconds
    /// (`partialDeadline` of Go's net package).
    SHARE,
    /// Half of the rest, but all of it for the last address of its family (`USETIME` of curl's lib/connect.c; below
    /// 600 ms nothing is halved).
    HALF;

    private static final long SHARE_AT_LEAST = 2_000_000_000L;
    private static final long HALVED_ABOVE = 600_000_000L;

    /// The limit of one attempt, in nanoseconds.
    ///
    /// @param whole the time that was given for connecting
    /// @param rest what is left of it
    /// @param addresses how many are left to try in its family, with this one
    long of(long whole, long rest, int addresses) {
        return switch (this) {
            case REST -> rest;
            case EACH -> whole;
            case SHARE -> Math.min(rest, Math.max(rest / addresses, SHARE_AT_LEAST));
            case HALF -> addresses > 1 && rest > HALVED_ABOVE ? rest / 2 : rest;
        };
    }
}
