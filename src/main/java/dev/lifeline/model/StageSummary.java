package dev.lifeline.model;

import java.util.List;
import java.util.Objects;

/// The figures of one stage over many connections, for those who read it without the events.
///
/// @param lane whose
/// @param stage which
/// @param finished how many finished; the durations are of these, and mean nothing where there are none
/// @param min the shortest, in nanoseconds, as all durations here
/// @param p50 the median
/// @param p90 nine in ten took at most this long; -1 where fewer than ten finished
/// @param p99 99 in a hundred took at most this long; -1 where fewer than a hundred finished
/// @param max the longest
/// @param failures how often it failed, by code
public record StageSummary(Lane lane, Stage stage, long finished, long min, long p50, long p90, long p99, long max,
                           List<Failed> failures) {

    /// The number of times that a stage failed in one way.
    ///
    /// @param code how
    /// @param count how often
    public record Failed(ErrorCode code, long count) {
        public Failed {
            Objects.requireNonNull(code, "code");
        }
    }

    public StageSummary {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(stage, "stage");
        failures = List.copyOf(failures);
    }
}
