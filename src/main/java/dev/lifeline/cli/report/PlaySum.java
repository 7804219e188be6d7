package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Sum of many plays.
///
/// @param counts how many ended in each way; a way that none ended in may be left out
/// @param took nanoseconds from the first to the last
public record PlaySum(Map<PlayResult.Kind, Integer> counts, long took) {

    public PlaySum {
        counts = Map.copyOf(counts);
    }

    public static PlaySum of(List<PlayResult> results, long took) {
        Map<PlayResult.Kind, Integer> counts = new EnumMap<>(PlayResult.Kind.class);
        for (PlayResult result : results) {
            counts.merge(result.kind(), 1, Integer::sum);
        }
        return new PlaySum(counts, took);
    }

    int count(PlayResult.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    int all() {
        int all = 0;
        for (int count : counts.values()) {
            all += count;
        }
        return all;
    }

    /// A play that cannot be shown here is no failure: it says so.
    public ExitCode code() {
        return count(PlayResult.Kind.BROKEN) > 0 ? ExitCode.INTERNAL
                : count(PlayResult.Kind.NOT_HELD) > 0 ? ExitCode.EXPECTATION
                : count(PlayResult.Kind.INTERRUPTED) > 0 ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
}
