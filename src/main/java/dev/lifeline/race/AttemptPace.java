package dev.lifeline.race;

/// When the next attempt may begin.
enum AttemptPace {
    /// When the one before has failed; never two at once.
    FAILURE,
    /// When the delay since the last start is over, or as soon as any attempt fails.
    DELAY_OR_FAILURE,
    /// When the delay since the last start is over, or as soon as nothing is under way.
    DELAY_OR_IDLE,
    /// When the one before has failed, or was aborted because the delay is over; never two at once.
    ABORT_AFTER_DELAY,
    /// One address after the other within a family; the second family begins after the delay, or when the first is used up.
    TWO_TRACKS
}
