package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// A TCP relay in user space.
public record RelayRole(TargetText to, Place place, int backlog, RelayRules rules) implements ActorRole {

    static RelayRole of(Args given) {
        return new RelayRole(given.target("to"), Place.of(given), (int) given.number("backlog"), RelayRules.of(given));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.RELAY;
    }

    static Word word() {
        return Word.of(ActorKind.RELAY.label(), "A TCP relay in user space; it accepts and relays by itself.",
                required("to", ValueType.TARGET, "where it connects to, for each connection that it accepts"),
                Shared.address(), Shared.port(), Shared.backlog()).and(RelayRules.parameters());
    }
}
