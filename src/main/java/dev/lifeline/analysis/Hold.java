package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// A stretch of time in which a lane was held on purpose.
///
/// @param lane whose
/// @param connection which connection of the lane, from 1; 0 for none
/// @param before the stage that was held back
/// @param start nanoseconds since the origin
/// @param end nanoseconds since the origin; the time of the last event where it never ended
/// @param reason why, for a person
public record Hold(Lane lane, int connection, Stage before, long start, long end, String reason) {

    public Hold {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(reason, "reason");
    }

    /// Its length, in nanoseconds.
    public long took() {
        return end - start;
    }
}
