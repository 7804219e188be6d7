package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Input;
import dev.lifeline.race.Personality;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A race on real sockets whose second answer comes while it runs.
@Timeout(20)
class LateCandidatesTest {

    private final DialFixture fixture = new DialFixture();

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    /// An answer that comes when so many attempts have failed; none comes where that is 0.
    private final class Answer implements LateAnswer {
        private final Deadline deadline;
        private final int failures;
        private final List<Endpoint> candidates;
        private String givenUp;

        Answer(long nanos, int failures, Endpoint... candidates) {
            this.deadline = Deadline.in(nanos);
            this.failures = failures;
            this.candidates = List.of(candidates);
        }

        @Override
        public void tell(Queue<Input> reports) {
            if (failures > 0) {
                Thread.ofPlatform().daemon().start(() -> {
                    while (failed() < failures) {
                        Thread.onSpinWait();
                    }
                    reports.add(new Input.Arrived(candidates, Map.of()));
                });
            }
        }

        private int failed() {
            int count = 0;
            for (TraceEvent event : fixture.recorder().from(0)) {
                count += event.body() instanceof StageEvent.Failed ? 1 : 0;
            }
            return count;
        }

        @Override
        public boolean giveUp(String reason) {
            boolean first = givenUp == null;
            givenUp = first ? reason : givenUp;
            return first;
        }

        @Override
        public Deadline deadline() {
            return deadline;
        }
    }

    private Dialed dial(Endpoint first, LateAnswer late, RaceDelays.History history) throws StageFailure, InterruptedException {
        LaneRecorder lane = new LaneRecorder(fixture.recorder(), Lane.CLIENT, 1, 0);
        try (Dialer dialer = fixture.dialer(Personality.RFC8305, null, DialFixture.LONG)) {
            return dialer.dial(List.of(first), late, history == null ? null : new RaceDelays(lane, history));
        }
    }

    @Test
    void aRaceThatHasLostWaitsForTheOtherAnswerAndGoesOn() throws Exception {
        Endpoint refusing = fixture.listeners().refusing("127.0.0.1");
        Endpoint accepting = fixture.listeners().accepting("127.0.0.1");
        Answer late = new Answer(DialFixture.LONG, 1, accepting);
        try (var channel = dial(refusing, late, null).channel()) {
            assertTrue(channel.isConnected());
        }
        assertEquals("""
                0 ordered 1
                1 connect started
                1 connect failed ECONNREFUSED
                0 Joined[candidates=[%s], next=[%s]]
                2 connect started
                2 connect finished
                2 won
                """.formatted(accepting, accepting), fixture.story());
        assertEquals("the race was over", late.givenUp);
    }

    @Test
    void anAnswerThatNeverComesEndsTheRaceWithItsDeadline() throws Exception {
        Endpoint refusing = fixture.listeners().refusing("127.0.0.1");
        Answer late = new Answer(TimeUnit.MILLISECONDS.toNanos(300), 0);
        StageFailure failure = assertThrows(StageFailure.class, () -> dial(refusing, late, null));
        assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
        assertEquals("no answer within 300 ms", late.givenUp);
    }

    @Test
    void anAnswerWithoutAddressesEndsALostRace() throws Exception {
        Endpoint refusing = fixture.listeners().refusing("127.0.0.1");
        StageFailure failure = assertThrows(StageFailure.class, () -> dial(refusing, new Answer(DialFixture.LONG, 1), null));
        assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
    }

    @Test
    void delaysThatFollowRoundTripTimesAreRecordedOfTheFirstAndOfTheLate() throws Exception {
        Endpoint refusing = fixture.listeners().refusing("127.0.0.1");
        Endpoint accepting = fixture.listeners().accepting("127.0.0.1");
        dial(refusing, new Answer(DialFixture.LONG, 1, accepting),
                to -> to.equals(refusing) ? new RaceDelays.RoundTrip(60_000_000, 30_000_000) : new RaceDelays.RoundTrip(1, 0)).channel().close();
        List<RaceEvent.Paced> paced = fixture.recorder().from(0).stream().map(TraceEvent::body)
                .filter(RaceEvent.Paced.class::isInstance).map(RaceEvent.Paced.class::cast).toList();
        assertEquals(List.of(new RaceEvent.Paced(refusing, 60_000_000, 30_000_000, 180_000_000),
                new RaceEvent.Paced(accepting, 1, 0, 100_000_000)), paced);
    }
}
