package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;

/// A wish to go on: how far, and what stops it on the way.
///
/// @param reach how far
/// @param until the place to stop at; `null` where none is named
/// @param breakpoints what stops it in any case
public record Move(Reach reach, StopCause until, List<Breakpoint> breakpoints) {

    /// The ways to go on.
    public enum Reach {
        /// The one who stands at the stop goes to his next stage.
        STAGE,
        /// The one who stands at the stop goes to his next gate of any kind.
        GATE,
        /// The play of a scenario goes to its next step.
        STEP,
        /// All go on until a breakpoint or the end.
        FREE
    }

    public Move {
        breakpoints = List.copyOf(breakpoints);
    }

    /// The same with places at which it stops besides, and that are no breakpoints of the person.
    public Move stoppingAt(List<StopCause> places) {
        List<Breakpoint> more = new ArrayList<>(breakpoints);
        for (StopCause each : places) {
            more.add(new Breakpoint(0, each));
        }
        return new Move(reach, until, more);
    }

    /// Says if the play of a scenario is to stand before a step.
    ///
    /// @param number of the step
    public boolean stopsBefore(int number) {
        if (reach == Reach.STEP || reach == Reach.GATE || until instanceof StepPlace place && place.step() == number) {
            return true;
        }
        for (Breakpoint each : breakpoints) {
            if (each.cause() instanceof StepPlace place && place.step() == number) {
                return true;
            }
        }
        return false;
    }

    /// Says if who comes to a gate is to stop there for this move itself: its breakpoints are asked for apart.
    ///
    /// @param actor the name in a scenario, or `null`
    public boolean stopsAt(String actor, Lane lane, Stage stage, boolean after) {
        return until instanceof StopPlace place && place.isAt(actor, lane, stage, after) || switch (reach) {
            // The route is asked for within microseconds, and sends nothing; bind and listen of our own server come before the walk.
            case STAGE -> !after && stage != Stage.ROUTE && stage != Stage.BIND;
            case GATE -> true;
            case STEP, FREE -> false;
        };
    }
}
