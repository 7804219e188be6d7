package dev.lifeline.scenario;

import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.yaml.Position;
import java.util.List;
import java.util.Objects;

/// Something that an actor does. Steps run in their order; the next begins when this one has ended, unless it runs in the
/// background.
///
/// @param number from 1; 0 for what the file has set before them
/// @param actor who; `machine` for what is nobody's
/// @param action what, with all that it was told
/// @param label what other steps and expectations call this one, or `null`
/// @param background whether the next step begins at once
/// @param position where it stands
/// @param after the label of the step that must have ended before this one begins, in the background; or `null`
/// @param first the first member that does it, from 1, where the actor is a crowd; else 0
/// @param last the last member that does it
public record Step(int number, String actor, Action action, String label, boolean background, Position position, String after,
                   int first, int last) {

    public Step {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(position, "position");
    }

    /// A step of one actor.
    public Step(int number, String actor, Action action, String label, boolean background, Position position) {
        this(number, actor, action, label, background, position, null, 0, 0);
    }

    /// Lists those who do it.
    public List<String> doers() {
        return last == 0 ? List.of(actor) : new Crowd(actor, last).members(first, last);
    }
}
