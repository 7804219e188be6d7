package dev.lifeline.analysis;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.StageSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/// Durations of each stage over many connections. Only what finished is counted as a duration; failures are counted by code.
///
/// @param durations one row for each lane and stage that finished at least once, in the order of the stages
/// @param failures one row for each lane, stage and code, in the same order; abandoned attempts of a race are none
/// @param lags one row for each lane and stage of which it was measured how much later than the kernel the program knew, in the
///        same order
public record StageStatistics(List<Durations> durations, List<Failures> failures, List<Durations> lags) {

    /// The durations of one stage, in nanoseconds of wall time.
    ///
    /// @param lane whose
    /// @param stage which
    /// @param evidence how they are known; where they are not all known in the same way, the weakest of these
    /// @param count how many finished
    /// @param min the shortest, exact
    /// @param p50 the median, to three significant digits, as all percentiles
    /// @param p90 nine in ten took at most this long; [#TOO_FEW] where fewer than ten finished
    /// @param p99 99 in a hundred took at most this long; [#TOO_FEW] where fewer than a hundred finished
    /// @param max the longest, exact
    public record Durations(Lane lane, Stage stage, Evidence evidence, long count, long min, long p50, long p90, long p99,
                            long max) {
    }

    /// A number of failures of one stage in one way.
    ///
    /// @param lane whose
    /// @param stage which
    /// @param code how
    /// @param count how often
    public record Failures(Lane lane, Stage stage, ErrorCode code, long count) {
    }

    /// Stands for a percentile that the number does not carry: no single one of them would lie above it, so it would be the longest.
    public static final long TOO_FEW = -1;

    private static final int SIGNIFICANT_DIGITS = 3;

    public StageStatistics {
        durations = List.copyOf(durations);
        failures = List.copyOf(failures);
        lags = List.copyOf(lags);
    }

    /// The statistics of a index.timeline().
    public static StageStatistics of(TraceIndex index) {
        Map<Stage, Map<Lane, Tally>> tallies = new EnumMap<>(Stage.class);
        Set<Long> abandoned = new HashSet<>();
        for (AbandonedAttempt attempt : index.abandoned()) {
            abandoned.add(key(attempt.connection(), attempt.attempt()));
        }
        for (Span span : index.timeline().spans()) {
            if (!abandoned.contains(key(span.connection(), span.attempt()))) {
                tally(tallies, span.stage(), span.lane()).add(span);
            }
        }
        List<Durations> durations = new ArrayList<>();
        List<Failures> failures = new ArrayList<>();
        tallies.forEach((stage, lanes) -> lanes.forEach((lane, tally) -> tally.report(lane, stage, durations, failures)));
        return new StageStatistics(durations, failures, lags(index));
    }

    private static List<Durations> lags(TraceIndex index) {
        Map<Stage, Map<Lane, Tally>> tallies = new EnumMap<>(Stage.class);
        for (AppLag lag : index.timeline().lags()) {
            tally(tallies, lag.stage(), lag.lane()).took(lag.lag(), Evidence.PACKET);
        }
        List<Durations> lags = new ArrayList<>();
        tallies.forEach((stage, lanes) -> lanes.forEach((lane, tally) -> tally.report(lane, stage, lags, new ArrayList<>())));
        return lags;
    }

    private static Tally tally(Map<Stage, Map<Lane, Tally>> tallies, Stage stage, Lane lane) {
        return tallies.computeIfAbsent(stage, any -> new EnumMap<>(Lane.class)).computeIfAbsent(lane, any -> new Tally());
    }

    /// The same as one row for each lane and stage, for recordings.
    public List<StageSummary> summaries() {
        List<StageSummary> rows = new ArrayList<>();
        for (Durations each : durations) {
            rows.add(new StageSummary(each.lane(), each.stage(), each.count(), each.min(), each.p50(), each.p90(), each.p99(),
                    each.max(), failed(each.lane(), each.stage())));
        }
        for (Failures each : failures) {
            if (rows.stream().noneMatch(row -> row.lane() == each.lane() && row.stage() == each.stage())) {
                rows.add(new StageSummary(each.lane(), each.stage(), 0, 0, 0, 0, 0, 0, failed(each.lane(), each.stage())));
            }
        }
        return rows;
    }

    private List<StageSummary.Failed> failed(Lane lane, Stage stage) {
        return failures.stream().filter(each -> each.lane() == lane && each.stage() == stage)
                .map(each -> new StageSummary.Failed(each.code(), each.count())).toList();
    }

    private static long key(int connection, int attempt) {
        return (long) connection << Integer.SIZE | attempt;
    }

    /// Counts one stage of one lane.
    private static final class Tally {
        private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        private final Map<ErrorCode, Long> failed = new EnumMap<>(ErrorCode.class);
        private Evidence evidence;
        private long min = Long.MAX_VALUE;
        private long max = Long.MIN_VALUE;

        void add(Span span) {
            boolean took = switch (span.state().kind()) {
                case DONE, CONCLUDED -> true;
                case HANDSHAKE, QUEUED -> ((Span.Observed) span.state()).complete();
                case FAILED, OPEN, SKIPPED, NOT_REACHED -> false;
            };
            if (took) {
                took(span.took(), span.evidence());
            } else if (span.state() instanceof Span.Failed failure) {
                failed.merge(failure.failure().code(), 1L, Long::sum);
            }
        }

        private void took(long nanos, Evidence known) {
            evidence = evidence == null || weakness(known) > weakness(evidence) ? known : evidence;
            histogram.recordValue(Math.max(0, nanos));
            min = Math.min(min, nanos);
            max = Math.max(max, nanos);
        }

        /// A look at the kernel's table says only "at the latest"; a packet says when.
        private static int weakness(Evidence evidence) {
            return switch (evidence) {
                case APPLICATION, PACKET -> 0;
                case KERNEL -> 1;
                case INFERRED -> 2;
            };
        }

        void report(Lane lane, Stage stage, List<Durations> durations, List<Failures> failures) {
            if (histogram.getTotalCount() > 0) {
                durations.add(new Durations(lane, stage, evidence, histogram.getTotalCount(), min, percentile(50), carried(90),
                        carried(99), max));
            }
            failed.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .forEach(entry -> failures.add(new Failures(lane, stage, entry.getKey(), entry.getValue())));
        }

        /// The percentile, where the number carries it.
        private long carried(int percent) {
            return histogram.getTotalCount() * (100 - percent) >= 100 ? percentile(percent) : TOO_FEW;
        }

        /// Never outside the exact bounds, which the rounding of the histogram's buckets could otherwise leave.
        private long percentile(double percent) {
            return Math.clamp(histogram.getValueAtPercentile(percent), min, max);
        }
    }
}
