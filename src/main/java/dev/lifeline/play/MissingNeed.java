package dev.lifeline.play;

import dev.lifeline.observe.portable.SpentDescriptors;
import java.io.IOException;
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

    /// The same, unless the trial failed because this process has no descriptor left: then that is missing, and nothing else is known.
    MissingNeed unless(IOException failure) {
        return SpentDescriptors.ranOut(failure) ? new MissingNeed(need, failure.getMessage(), SpentDescriptors.MORE) : this;
    }
}
