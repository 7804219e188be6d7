package dev.lifeline.race;

/// The moment at which the next attempt may begin.
enum AttemptPace {
    /// After the one before has failed; never two at once.
    FAILURE,
    /// After the delay since the last start, or as soon as any attempt fails.
    DELAY_OR_FAILURE,
    /// After the delay since the last start, or as soon as nothing is under way.
    DELAY_OR_IDLE,
    /// After the one before has failed, or was aborted because the delay is over; never two at once.
    ABORT_AFTER_DELAY,
    /// One address after the other within a family; the second family begins after the delay, or when the first is used up.
    TWO_TRACKS
}
