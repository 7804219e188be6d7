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
public record ActorSpec(String name, ActorRole role, Position position) {

    public ActorSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(position, "position");
    }

    public ActorKind kind() {
        return role.kind();
    }
}
