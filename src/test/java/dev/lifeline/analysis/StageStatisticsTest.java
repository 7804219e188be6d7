package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.StageSummary;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageStatisticsTest {

    private static final Outcome BOUND = new Outcome.Bound(new Endpoint("127.0.0.1", 1));

    private final TraceBuilder life = new TraceBuilder("localhost:7007", Mode.CLIENT);

    @Test
    void givesExactBoundsAndPercentilesToThreeDigits() {
        for (int i = 1; i <= 100; i++) {
            life.connection(i).done(Lane.CLIENT, Stage.BIND, i * 1_000, i * 1_000 + i, BOUND);
        }
        StageStatistics.Durations bind = statistics().durations().getFirst();
        assertEquals(100, bind.count());
        assertEquals(1_000, bind.min());
        assertEquals(100_000, bind.max());
        assertEquals(50_000, bind.p50(), 50);
        assertEquals(90_000, bind.p90(), 90);
        assertEquals(99_000, bind.p99(), 99);
        assertEquals(Evidence.APPLICATION, bind.evidence());
    }

    @Test
    void neverGivesAPercentileBeyondTheLongest() {
        life.done(Lane.CLIENT, Stage.BIND, 0, 1_234.567, BOUND);
        StageStatistics.Durations bind = statistics().durations().getFirst();
        assertEquals(List.of(1_234_567L, 1_234_567L, 1_234_567L), List.of(bind.min(), bind.p50(), bind.max()));
    }

    /// Of nine, "nine in ten" would be the longest itself, by another name.
    @ParameterizedTest
    @CsvSource({"9, -1, -1", "10, 9000, -1", "99, 90000, -1", "100, 90000, 99000"})
    void givesAPercentileOnlyWhereOneOfThemLiesAboveIt(int count, long ninety, long ninetyNine) {
        for (int i = 1; i <= count; i++) {
            life.connection(i).done(Lane.CLIENT, Stage.BIND, i * 1_000, i * 1_000 + i, BOUND);
        }
        StageStatistics.Durations bind = statistics().durations().getFirst();
        assertEquals(ninety, bind.p90(), 90);
        assertEquals(ninetyNine, bind.p99(), 99);
        StageSummary recorded = statistics().summaries().getFirst();
        assertEquals(List.of(bind.p90(), bind.p99()), List.of(recorded.p90(), recorded.p99()));
    }

    @Test
    void countsFailuresByStageAndCodeTheMostFrequentFirstAndNotAsDurations() {
        fail(1, 0, ErrorCode.TIMEOUT);
        fail(2, 0, ErrorCode.ECONNREFUSED);
        fail(3, 0, ErrorCode.ECONNREFUSED);
        assertEquals(List.of(new StageStatistics.Failures(Lane.CLIENT, Stage.CONNECT, ErrorCode.ECONNREFUSED, 2),
                new StageStatistics.Failures(Lane.CLIENT, Stage.CONNECT, ErrorCode.TIMEOUT, 1)), statistics().failures());
        assertTrue(statistics().durations().isEmpty());
    }

    @Test
    void countsAnAbandonedAttemptNeitherAsFailureNorAsDuration() {
        fail(1, 1, ErrorCode.INTERRUPTED);
        life.mark(50, Lane.CLIENT, new RaceEvent.Abandoned("attempt 2 won first"));
        assertEquals(new StageStatistics(List.of(), List.of(), List.of()), statistics());
    }

    @Test
    void saysNothingOfWhatNeverRan() {
        life.plan(Lane.CLIENT, Stage.CLOSE).skipped(Lane.CLIENT, Stage.LOOKUP, 1, "a literal address");
        assertEquals(new StageStatistics(List.of(), List.of(), List.of()), statistics());
    }

    private void fail(int connection, int attempt, ErrorCode code) {
        life.connection(connection).attempt(attempt).failed(Lane.CLIENT, Stage.CONNECT, connection, connection + 5,
                TraceBuilder.failure(code, Operation.CONNECT, null, new Endpoint("127.0.0.1", 7007)));
    }

    private StageStatistics statistics() {
        return TraceIndex.of(life.trace()).statistics();
    }
}
