package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import java.util.List;

/// A fault as a walk has it.
///
/// @param sides on which it can be had in this run; none where it cannot
/// @param on those of it that are on, in words: `1 latency 200 ms on server`
public record FaultOffer(FaultKind kind, List<Lane> sides, List<String> on) {

    public FaultOffer {
        sides = List.copyOf(sides);
        on = List.copyOf(on);
    }
}
