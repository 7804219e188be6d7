package dev.lifeline.step;

import dev.lifeline.model.Stage;
import java.util.List;

/// A wish to go on: how far, and which places stop it on the way.
///
/// @param reach how far
/// @param until the stage to stop before; `null` where none is named
/// @param breakpoints places that stop it in any case
public record Move(Reach reach, Stage until, List<Breakpoint> breakpoints) {

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

    /// Says if the play of a scenario is to stand before its next step.
    public boolean stopsBeforeSteps() {
        return reach == Reach.STEP || reach == Reach.GATE;
    }

    /// Says if a stage before which everybody is stopped is wanted by this move itself.
    public boolean stopsBefore(Stage stage) {
        return switch (reach) {
            // The route is asked for within microseconds, and sends nothing; bind and listen of our own server come before the walk.
            case STAGE -> stage != Stage.ROUTE && stage != Stage.BIND;
            case GATE -> true;
            case STEP, FREE -> stage == until;
        };
    }
}
