package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Sum of many scenarios.
///
/// @param counts how many ended in each way; a way that none ended in may be left out
/// @param wavering how many held in some of their plays and did not in others
/// @param held how many plays held
/// @param judged how many plays came to their end
/// @param took nanoseconds from the first to the last
public record PlaySum(Map<PlayResult.Kind, Integer> counts, int wavering, int held, int judged, long took) {

    public PlaySum {
        counts = Map.copyOf(counts);
    }

    public static PlaySum of(List<PlayTally> tallies, long took) {
        Map<PlayResult.Kind, Integer> counts = new EnumMap<>(PlayResult.Kind.class);
        int wavering = 0;
        int held = 0;
        int judged = 0;
        for (PlayTally tally : tallies) {
            counts.merge(tally.kind(), 1, Integer::sum);
            wavering += tally.wavers() ? 1 : 0;
            held += tally.count(PlayResult.Kind.HELD);
            judged += tally.judged();
        }
        return new PlaySum(counts, wavering, held, judged, took);
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

    /// A scenario of a whole catalogue that cannot be shown here is no failure: it says so.
    public ExitCode code() {
        return count(PlayResult.Kind.BROKEN) > 0 ? ExitCode.INTERNAL
                : count(PlayResult.Kind.NOT_HELD) > 0 ? ExitCode.EXPECTATION
                : count(PlayResult.Kind.INTERRUPTED) > 0 ? ExitCode.INTERRUPTED : ExitCode.OK;
    }

    /// The same for scenarios that somebody named: one that cannot be shown is one that was asked for.
    public ExitCode codeOfNamed() {
        return code() == ExitCode.OK && count(PlayResult.Kind.NOT_HERE) > 0 ? ExitCode.CANNOT_SHOW : code();
    }
}
