package dev.lifeline.scenario;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.yaml.Position;
import java.util.Objects;

/// Who takes part.
///
/// @param name as the steps call it
/// @param kind what it is: `server`, `loop`, `client`, `udp`, `dns`, `relay`
/// @param args what it was given
/// @param position where it stands
public record ActorSpec(String name, String kind, Args args, Position position) {

    public ActorSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(position, "position");
    }
}
