package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.event.Occasion;

/// Why the kernel is asked, and what of its answer is recorded.
///
/// @param occasion why
/// @param cause the sequence number of the event, or -1
/// @param keep which answers are recorded
record Look(Occasion occasion, long cause, Keep keep) {

    /// Between two events.
    static final Look BETWEEN = new Look(Occasion.CHANGE, -1, Keep.CHANGED);

    /// Which answers are recorded.
    enum Keep {
        /// Each.
        ALL,
        /// Those that differ from what was recorded last, queues included.
        DIFFERENT,
        /// Those that differ in state, owner, timer or retransmissions.
        CHANGED
    }

    /// After an event.
    ///
    /// @param all whether the answer is recorded though nothing is new
    static Look after(long sequence, boolean all) {
        return new Look(Occasion.EVENT, sequence, all ? Keep.ALL : Keep.DIFFERENT);
    }
}
