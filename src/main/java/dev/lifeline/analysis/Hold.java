package dev.lifeline.analysis;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// A stretch of time in which a lane was held on purpose.
///
/// @param lane whose
/// @param connection which connection of the lane, from 1; 0 for none
/// @param stage the stage that was held back, or that had ended
/// @param after whether it was held after that stage and not before it
/// @param start nanoseconds since the origin
/// @param end nanoseconds since the origin; the time of the last event where it never ended
/// @param reason why, for a person
/// @param fault the number of the fault that held it; 0 where somebody else did
/// @param open whether it never ended
public record Hold(Lane lane, int connection, Stage stage, boolean after, long start, long end, String reason, int fault,
                   boolean open) {

    public Hold {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(reason, "reason");
    }

    /// A hold by no fault, which ended.
    public Hold(Lane lane, int connection, Stage stage, boolean after, long start, long end, String reason) {
        this(lane, connection, stage, after, start, end, reason, 0, false);
    }

    /// Says if it was held before this stage.
    public boolean isBefore(Stage one) {
        return !after && stage == one;
    }

    /// Its length, in nanoseconds.
    public long took() {
        return end - start;
    }
}
