package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which of several failures decides: the order that [Deciding] documents, in every pair and both ways round.
class DecidingTest {

    /// From the farthest to the nearest: an answer of the destination, one from the way, silence, what never left, what nobody knows.
    private static final List<List<ErrorCode>> FARTHEST_FIRST = List.of(
            List.of(ErrorCode.ECONNREFUSED, ErrorCode.ECONNRESET), List.of(ErrorCode.EHOSTUNREACH, ErrorCode.EHOSTDOWN),
            List.of(ErrorCode.ETIMEDOUT, ErrorCode.TIMEOUT),
            List.of(ErrorCode.EADDRNOTAVAIL, ErrorCode.ENETUNREACH, ErrorCode.EACCES, ErrorCode.EINVAL, ErrorCode.EMFILE),
            List.of(ErrorCode.UNKNOWN));
    private static final Endpoint V6 = new Endpoint("2001:db8::9", 80);
    private static final Endpoint V4 = new Endpoint("192.0.2.9", 80);

    @Test
    void theAttemptThatGotFarthestDecidesWhicheverFailedFirst() {
        for (int far = 0; far < FARTHEST_FIRST.size(); far++) {
            for (int near = far + 1; near < FARTHEST_FIRST.size(); near++) {
                for (ErrorCode one : FARTHEST_FIRST.get(far)) {
                    for (ErrorCode other : FARTHEST_FIRST.get(near)) {
                        assertEquals(one, race(one, other).run().failure().code());
                        assertEquals(one, race(other, one).run().failure().code());
                    }
                }
            }
        }
    }

    @Test
    void atTheSameDistanceTheFirstDecides() {
        for (List<ErrorCode> alike : FARTHEST_FIRST) {
            for (ErrorCode code : alike) {
                assertEquals(alike.getFirst(), race(alike.getFirst(), code).run().failure().code());
                assertEquals(1, race(alike.getFirst(), code).run().attempt());
            }
        }
    }

    @Test
    void oneAttemptIsNoRaceAndWhatFailedLaterIsNoPartOfOne() {
        assertEquals(List.of(), Deciding.of(facts(TraceBuilder.client("a:80")
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4))).race());
        assertEquals(2, race(ErrorCode.TIMEOUT, ErrorCode.TIMEOUT).race().size());
        Deciding before = Deciding.of(facts(TraceBuilder.client("a:80")
                .fails(Lane.CLIENT, 1, 0, Stage.BIND, ErrorCode.EADDRINUSE, null, null)
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, V6)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4)));
        assertEquals(Stage.BIND, before.run().stage());
        assertEquals(List.of(), before.race());
    }

    @Test
    void aStageThatWasStoppedDecidesNothing() {
        assertNull(Deciding.of(facts(TraceBuilder.client("a:80")
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, V4))));
    }

    @Test
    void theConnectionsThatFailedAreCountedOnceEach() {
        Deciding decided = Deciding.of(facts(TraceBuilder.client("a:80").connections(3)
                .fails(Lane.CLIENT, 1, 0, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4)
                .fails(Lane.CLIENT, 1, 0, Stage.CLOSE, ErrorCode.ENOTCONN, null, V4)
                .fails(Lane.CLIENT, 2, 0, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4)));
        assertEquals(2, decided.connections());
    }

    @Test
    void theServersLaneHasTheEvidenceOfTheClientsConnection() {
        Trace trace = loopback(2, 2);
        Facts facts = Facts.of(trace);
        UnfinishedStage run = Deciding.inLane(facts, Lane.SERVER).run();
        assertTrue(Evidenced.of(facts, run, ErrorCode.TIMEOUT).about().figures().unread(Lane.SERVER) > 0);
        Facts others = Facts.of(loopback(2, 1));
        UnfinishedStage same = Deciding.inLane(others, Lane.SERVER).run();
        assertEquals(0, Evidenced.of(others, same, ErrorCode.TIMEOUT).about().figures().unread(Lane.SERVER));
    }

    @Test
    void aServerThatServedNoClientOfOursHasNoEvidenceOfOne() {
        Verdict verdict = Diagnosis.of(new TraceBuilder(Mode.LOOPBACK, "localhost:7007").source("packet")
                .fails(Lane.SERVER, 0, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, null, null)
                .kernel(Sights.LOCAL.socket(Lane.SERVER, Sights.socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                .build());
        assertFalse(verdict.proved().contains("socket table"), verdict.proved());
    }

    @Test
    void whatAClientThrewAwayItselfDecidesOnlyWhereThereIsNoOther() {
        TraceBuilder alone = filtered(TraceBuilder.client("a:80").connections(1), 1);
        assertEquals(ErrorCode.TIMEOUT, Deciding.of(facts(alone)).run().failure().code());

        TraceBuilder beside = filtered(filtered(TraceBuilder.client("a:80").connections(3), 1), 2)
                .started(Lane.CLIENT, 3, 1, Stage.CONNECT, null, V4)
                .finished(Lane.CLIENT, 3, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(new Endpoint("192.0.2.7", 40_000), V4)));
        assertNull(Deciding.of(facts(beside)));
        assertEquals(0, facts(beside).index().failedConnections(Lane.CLIENT).cardinality());
        assertEquals("connected. 2 of 3 connections failed because of the client itself: it had its socket discard what came.",
                Diagnosis.of(beside.build()).happened());

        TraceBuilder refused = filtered(TraceBuilder.client("a:80").connections(2), 1)
                .fails(Lane.CLIENT, 2, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4);
        Deciding decided = Deciding.of(facts(refused));
        assertEquals(2, decided.run().connection());
        assertEquals(1, decided.connections());

        TraceBuilder open = filtered(TraceBuilder.client("a:80").connections(2), 1).event(Lane.CLIENT, 1, 0, new StreamEvent.IncomingFiltered(false))
                .event(Lane.CLIENT, 0, 0, new RunEvent.Remark("of no connection"));
        assertEquals(1, Deciding.of(facts(open)).run().connection(), "what belongs to no connection is none");
    }

    private static TraceBuilder filtered(TraceBuilder trace, int connection) {
        return trace.event(Lane.CLIENT, connection, 0, new StreamEvent.IncomingFiltered(true))
                .fails(Lane.CLIENT, connection, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, V4);
    }

    /// The server's first connection is the client's second; a look at bytes that are unread is joined with one of the client's.
    private static Trace loopback(int client, int lookOf) {
        Endpoint from = TraceBuilder.CLIENT_END;
        Endpoint to = TraceBuilder.SERVER_END;
        Trace trace = TraceBuilder.loopback().started(Lane.CLIENT, client, 1, Stage.CONNECT, null, to)
                .finished(Lane.CLIENT, client, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(from, to))).accepted()
                .started(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, to, from)
                .event(Lane.KERNEL, lookOf, 0, Sights.LOCAL.socket(Lane.SERVER,
                        Sights.socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                .failed(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, to, from).build();
        assertTrue(trace.events().stream().anyMatch(event -> event.body() instanceof KernelEvent.SocketSeen));
        return trace;
    }

    private static Deciding race(ErrorCode first, ErrorCode second) {
        return Deciding.of(facts(TraceBuilder.client("a:80").fails(Lane.CLIENT, 1, 1, Stage.CONNECT, first, null, V6)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, second, null, V4)));
    }

    private static Facts facts(TraceBuilder trace) {
        return Facts.of(trace.build());
    }
}
