package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.text.Printable;
import java.util.List;
import java.util.Objects;

/// A place in the life of a program where it can be stopped.
///
/// @param stage which stage
/// @param after whether past its end, and not before it begins
/// @param lane whose; `null` for either side
/// @param actor the actor of a scenario whose it must be; `null` for anybody
/// @param outcome how the stage must have ended; `null` for any way, and before a stage
public record StopPlace(Stage stage, boolean after, Lane lane, String actor, StageOutcome outcome) implements StopCause {

    /// A place where it does not matter how a stage ended.
    public StopPlace(Stage stage, boolean after, Lane lane) {
        this(stage, after, lane, null, null);
    }

    public StopPlace {
        Objects.requireNonNull(stage, "stage");
    }

    /// Says if a stop is there.
    ///
    /// @param events of the run, in order of arrival
    public boolean is(Stop stop, List<TraceEvent> events) {
        return stop.isHeld() && isAt(stop.actor(), stop.lane(), stop.stage(), stop.after())
                && (outcome == null || outcome.is(Journey.before(stop.upTo(), events), stop.lane(), stop.connection(), stage));
    }

    /// Says if who stands there stands at it, however the stage ended.
    ///
    /// @param who the name in a scenario, or `null`
    public boolean isAt(String who, Lane whose, Stage where, boolean behind) {
        return where == stage && behind == after && (lane == null || lane == whose) && (actor == null || actor.equals(who));
    }

    @Override
    public String text() {
        return (after ? "after " : "before ") + stage.label() + (lane == null ? "" : " on " + lane.label())
                + (actor == null ? "" : " on " + Printable.ascii(actor)) + (outcome == null ? "" : " if outcome=" + outcome.word());
    }
}
