package dev.lifeline.scenario;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.yaml.Position;
import java.util.Objects;

/// Something that an actor does. Steps run in their order; the next begins when this one has ended, unless it runs in the
/// background.
///
/// @param number from 1
/// @param actor who; `machine` for what is nobody's
/// @param action what
/// @param args how
/// @param label what other steps and expectations call this one, or `null`
/// @param background whether the next step begins at once
/// @param position where it stands
public record Step(int number, String actor, String action, Args args, String label, boolean background, Position position) {

    public Step {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(position, "position");
    }
}
