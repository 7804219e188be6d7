package dev.lifeline.play;

import java.util.Objects;

/// Something that a scenario needs and that is not there.
///
/// @param need its word in the scenario
/// @param reason why it is not there
/// @param remedy what would help, or `null` where nothing on this machine would
public record MissingNeed(String need, String reason, String remedy) {

    public MissingNeed {
        Objects.requireNonNull(need, "need");
        Objects.requireNonNull(reason, "reason");
    }
}
