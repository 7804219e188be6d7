package dev.lifeline.analysis.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Counts of the connections that each side has.
class SideCountsTest {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);

    @Test
    void aConnectionThatTheServerNeverHadIsCountedOnTheClientsSideAlone() {
        SideCounts counts = of(accept(accept(client(client(trace(Mode.LOOPBACK), 1, 40001), 2, 40002), 1, 40001), 2, 40002));
        assertEquals(new SideCounts(2, 2, 0, true), counts);
        assertFalse(counts.differ());
        SideCounts one = of(accept(client(client(trace(Mode.LOOPBACK), 1, 40001), 2, 40002), 1, 40001));
        assertEquals(new SideCounts(2, 1, 0, true), one);
        assertTrue(one.fewerAccepted() && one.differ());
    }

    @Test
    void aServerThatNobodyWatchedDoesNotDiffer() {
        assertFalse(of(client(client(trace(Mode.CLIENT), 1, 40001), 2, 40002)).differ());
    }

    @Test
    void aSocketThatMetItselfHasNoServer() {
        assertFalse(of(client(trace(Mode.LOOPBACK), 1, 7007)).fewerAccepted());
    }

    @Test
    void aClientThatNeverConnectedIsNoConnection() {
        TraceBuilder trace = client(trace(Mode.LOOPBACK), 1, 40001).connection(2)
                .done(Lane.CLIENT, Stage.LOOKUP, 5, 6, new Outcome.Answers(LookupSource.RESOLVER, List.of(), List.of()));
        assertEquals(new SideCounts(1, 1, 0, true), of(accept(trace, 1, 40001)));
    }

    @Test
    void anAttemptThatLostItsRaceIsNone() {
        TraceBuilder race = client(client(trace(Mode.LOOPBACK).attempt(1), 1, 40001).attempt(2), 1, 40002)
                .mark(20, Lane.CLIENT, new RaceEvent.Won()).attempt(0);
        assertEquals(new SideCounts(1, 1, 0, true), of(accept(accept(race, 1, 40001), 2, 40002)));
    }

    @Test
    void aFailureOfTheServerAloneIsADifference() {
        SideCounts counts = of(accept(client(trace(Mode.LOOPBACK), 1, 40001), 1, 40001)
                .failed(Lane.SERVER, Stage.WRITE, 30, 31, TraceBuilder.failure(ErrorCode.EPIPE, Operation.WRITE, null, null)));
        assertEquals(new SideCounts(1, 1, 1, true), counts);
        assertTrue(counts.differ() && !counts.fewerAccepted());
    }

    private static TraceBuilder trace(Mode mode) {
        return new TraceBuilder("localhost:7007", mode);
    }

    private static TraceBuilder client(TraceBuilder trace, int number, int port) {
        return trace.connection(number).done(Lane.CLIENT, Stage.CONNECT, number, number + 0.5, new Outcome.Connected(tuple(port)));
    }

    private static TraceBuilder accept(TraceBuilder trace, int number, int port) {
        return trace.connection(number).done(Lane.SERVER, Stage.ACCEPT, 9 + number, 9.5 + number,
                new Outcome.Accepted(tuple(port).reversed(), 1, 1));
    }

    private static FourTuple tuple(int port) {
        return new FourTuple(new Endpoint("127.0.0.1", port), SERVER);
    }

    private static SideCounts of(TraceBuilder trace) {
        return TraceIndex.of(trace.trace()).counts();
    }
}
