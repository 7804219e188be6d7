package dev.lifeline.scenario;

import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.ActorRole;
import dev.lifeline.scenario.yaml.Position;
import java.util.Objects;

/// Someone who takes part.
///
/// @param name as the steps call it
/// @param role what it is, with all that it was given
/// @param position where it stands
/// @param count how many there are of a crowd; 0 for one that is no crowd
public record ActorSpec(String name, ActorRole role, Position position, int count) {

    public ActorSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(position, "position");
    }

    /// Describes one that is no crowd.
    public ActorSpec(String name, ActorRole role, Position position) {
        this(name, role, position, 0);
    }

    public ActorKind kind() {
        return role.kind();
    }
}
