package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// A place in the life of a program where it can be stopped.
///
/// @param stage which stage
/// @param after whether past its end, and not before it begins
/// @param lane whose; `null` for either side
public record StopPlace(Stage stage, boolean after, Lane lane) {

    public StopPlace {
        Objects.requireNonNull(stage, "stage");
    }

    /// Says if a stop is there.
    public boolean is(Stop stop) {
        return stop.isHeld() && stop.stage() == stage && stop.after() == after && (lane == null || lane == stop.lane());
    }

    /// Writes it as a person types it: `before accept on server`.
    public String text() {
        return (after ? "after " : "before ") + stage.label() + (lane == null ? "" : " on " + lane.label());
    }
}
