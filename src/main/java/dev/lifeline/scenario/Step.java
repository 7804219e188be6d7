package dev.lifeline.scenario;

import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.yaml.Position;
import java.util.Objects;

/// Something that an actor does. Steps run in their order; the next begins when this one has ended, unless it runs in the
/// background.
///
/// @param number from 1
/// @param actor who; `machine` for what is nobody's
/// @param action what, with all that it was told
/// @param label what other steps and expectations call this one, or `null`
/// @param background whether the next step begins at once
/// @param position where it stands
public record Step(int number, String actor, Action action, String label, boolean background, Position position) {

    public Step {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(position, "position");
    }
}
