package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import java.util.List;
import java.util.Objects;

/// A place in the life of a program where it can be stopped.
///
/// @param stage which stage
/// @param after whether past its end, and not before it begins
/// @param lane whose; `null` for either side
/// @param outcome how the stage must have ended; `null` for any way, and before a stage
public record StopPlace(Stage stage, boolean after, Lane lane, StageOutcome outcome) {

    /// A place where it does not matter how a stage ended.
    public StopPlace(Stage stage, boolean after, Lane lane) {
        this(stage, after, lane, null);
    }

    public StopPlace {
        Objects.requireNonNull(stage, "stage");
    }

    /// Says if a stop is there.
    ///
    /// @param events of the run, in order of arrival
    public boolean is(Stop stop, List<TraceEvent> events) {
        return is(stop) && (outcome == null || outcome.is(Journey.before(stop.upTo(), events), stop.lane(), stop.connection(), stage));
    }

    private boolean is(Stop stop) {
        return stop.isHeld() && stop.stage() == stage && stop.after() == after && (lane == null || lane == stop.lane());
    }

    /// Writes it as a person types it: `before accept on server`.
    public String text() {
        return (after ? "after " : "before ") + stage.label() + (lane == null ? "" : " on " + lane.label())
                + (outcome == null ? "" : " if outcome=" + outcome.word());
    }
}
