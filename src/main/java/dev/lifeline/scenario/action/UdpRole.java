package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// A UDP socket, for comparison.
///
/// @param to the peer; `null` for one who waits for the first to speak
public record UdpRole(Place place, TargetText to) implements ActorRole {

    static UdpRole of(Args given) {
        return new UdpRole(Place.of(given), given.target("to"));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.UDP;
    }

    static Word word() {
        return Word.of(ActorKind.UDP.label(), "A UDP socket.", Shared.address(), Shared.port(), Shared.portOf(), Shared.count(),
                optional("to", ValueType.TARGET, "the peer: connect(2) of the socket, so that ICMP errors come back to it"))
                .with(Shared.onePort());
    }
}
