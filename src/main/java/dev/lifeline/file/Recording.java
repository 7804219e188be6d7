package dev.lifeline.file;

import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The content of a file.
///
/// @param trace the events; not complete where neither a verdict nor an end was reached
/// @param verdict as it was recorded; empty where the recording breaks off before it
/// @param wallNanos how long the run took, in nanoseconds; empty where the recording breaks off before its end
public record Recording(Trace trace, Optional<Verdict> verdict, OptionalLong wallNanos) {

    public Recording {
        Objects.requireNonNull(trace, "trace");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(wallNanos, "wallNanos");
    }
}
