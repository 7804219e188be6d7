package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {

    @Test
    void anAddressOfTheOtherFamilyWasNotLookedUp() {
        for (String target : List.of("127.0.0.1:80", "[::1]:80")) {
            Verdict verdict = Diagnosis.of(TraceBuilder.client(target)
                    .fails(Lane.CLIENT, 0, 0, Stage.LOOKUP, ErrorCode.EAI_NODATA, null, null).build());
            assertTrue(verdict.proved().contains("An address is not looked up"), verdict.proved());
        }
    }

    @Test
    void aNameWithoutAnAddressWasAskedForBothFamilies() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 0, 0, Stage.LOOKUP, ErrorCode.EAI_NODATA, null, null).build());
        assertTrue(verdict.happened().endsWith("of the kind that was asked for: \"text of EAI_NODATA\"."), verdict.happened());
        assertFalse(verdict.notProved().contains("other family"), verdict.notProved());
    }

    private static final Endpoint V6 = new Endpoint("2001:db8::9", 80);
    private static final Endpoint V4 = new Endpoint("192.0.2.9", 80);
    private static final Endpoint LOCAL = new Endpoint("192.0.2.7", 40000);

    @Test
    void aRunThatWentWellSaysWhatItDidAndWhatItLeavesOpen() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").lookedUp("192.0.2.9").connected(LOCAL, V4)
                .writes(Lane.CLIENT, 5).reads(Lane.CLIENT, "pong\n").closed(Lane.CLIENT, CloseKind.ORDERLY, 5, 5).build());
        assertEquals(Result.COMPLETED, verdict.result());
        assertEquals("connected, answered, closed", verdict.happened());
        assertTrue(verdict.proved().contains("The name has 1 address (resolver)."), verdict.proved());
        assertTrue(verdict.proved().contains("The kernel took 5 bytes; 5 bytes came in."), verdict.proved());
        assertTrue(verdict.notProved().contains("its side is not observed"), verdict.notProved());
        assertNull(verdict.stage());
        assertNull(verdict.code());
        assertNull(verdict.next());
    }

    @Test
    void aConnectWithoutBytesProvesOnlyTcp() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").connected(LOCAL, V4)
                .closed(Lane.CLIENT, CloseKind.ORDERLY, 0, 0).build());
        assertEquals("connected, closed", verdict.happened());
        assertTrue(verdict.notProved().startsWith("That the application is healthy: only TCP was checked."), verdict.notProved());
    }

    @Test
    void aConnectionWithItselfMetNoServer() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("192.0.2.9:80").connected(V4, V4).writes(Lane.CLIENT, 5)
                .reads(Lane.CLIENT, "ping\n").closed(Lane.CLIENT, CloseKind.ORDERLY, 5, 5).build());
        assertEquals("connected to itself, read its own bytes, closed", verdict.happened());
        assertTrue(verdict.proved().contains("The connection is with itself: 192.0.2.9:80 is its source and its destination"),
                verdict.proved());
        assertTrue(verdict.proved().contains("No server took part."), verdict.proved());
        assertEquals("Anything about a server: that needs another source port.", verdict.notProved());
        assertEquals("ss -ltn 'sport = :80'", verdict.next());
    }

    @Test
    void aFailureOfAConnectionWithItselfSaysSoToo() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("192.0.2.9:80").connected(V4, V4)
                .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, V4, V4)
                .failed(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, V4, V4).build());
        assertEquals(Result.FAILED, verdict.result());
        assertTrue(verdict.proved().contains("No server took part."), verdict.proved());
    }

    @Test
    void aSignalInterruptsAndTheOpenStageIsTold() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").lookedUp("192.0.2.9")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, V4).pause(3_000_000_000L)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, V4)
                .event(Lane.CLIENT, 0, 0, new RunEvent.Interrupted("INT")).build());
        assertEquals(Result.INTERRUPTED, verdict.result());
        assertEquals(Stage.CONNECT, verdict.stage());
        assertEquals(ErrorCode.INTERRUPTED, verdict.code());
        assertEquals("The run was interrupted by INT while this was under way: connect to 192.0.2.9:80, for 3 s.",
                verdict.happened());
        assertEquals("How connect would have ended.", verdict.notProved());
        assertEquals("ip route get 192.0.2.9", verdict.next());
    }

    @Test
    void aBrokenRecordingTellsTheStageThatWasOpen() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null)
                .brokenOff().build());
        assertEquals(Result.INCOMPLETE, verdict.result());
        assertEquals(Stage.LOOKUP, verdict.stage());
        assertNull(verdict.code());
        assertTrue(verdict.happened().startsWith("The recording breaks off while this was under way: lookup"),
                verdict.happened());
        assertEquals("Nothing: no stage finished.", verdict.proved());
    }

    @Test
    void anEmptyRecordingIsIncompleteAndSaysNothingElse() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").brokenOff().build());
        assertEquals(Result.INCOMPLETE, verdict.result());
        assertEquals("The recording breaks off between two stages (nothing happened).", verdict.happened());
    }

    @Test
    void aFailedStageOfABrokenRecordingIsStillTold() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 1, 0, Stage.LOOKUP, ErrorCode.ENOTFOUND, null, null).brokenOff().build());
        assertEquals(Result.INCOMPLETE, verdict.result());
        assertEquals(ErrorCode.ENOTFOUND, verdict.code());
        assertTrue(verdict.happened().startsWith("The recording breaks off. Before that: The system's resolver"),
                verdict.happened());
    }

    @Test
    void anExpectationThatDidNotHoldIsUnexpectedAndNoFailure() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").connected(LOCAL, V4).reads(Lane.CLIENT, "nope")
                .event(Lane.CLIENT, 1, 0, new RunEvent.ExpectationChecked("pong", false, "nope")).build());
        assertEquals(Result.UNEXPECTED, verdict.result());
        assertEquals(Stage.FIRST_BYTE, verdict.stage());
        assertTrue(verdict.happened().endsWith("Expected was \"pong\"; \"nope\" came."), verdict.happened());
        assertEquals(V4, verdict.remote());
    }

    private static Verdict waitingForPong(Stage stage, ErrorCode code, int checked) {
        return Diagnosis.of(TraceBuilder.client("db.example:80").connected(LOCAL, V4)
                .fails(Lane.CLIENT, 1, 0, stage, code, LOCAL, V4)
                .event(Lane.CLIENT, checked, 0, new RunEvent.ExpectationChecked("pong", false, "")).build());
    }

    @Test
    void anErrorIsGreaterNewsThanAnExpectation() {
        Verdict verdict = waitingForPong(Stage.FIRST_BYTE, ErrorCode.ECONNRESET, 1);
        assertEquals(Result.FAILED, verdict.result());
        assertTrue(verdict.happened().endsWith("The expected text \"pong\" had not come."), verdict.happened());
        assertEquals(Result.FAILED, waitingForPong(Stage.FIRST_BYTE, ErrorCode.ETIMEDOUT, 1).result(),
                "the kernel gave up, not the person");
        assertEquals(Result.FAILED, waitingForPong(Stage.WRITE, ErrorCode.TIMEOUT, 1).result(), "nothing was waited for yet");
        assertEquals(Result.FAILED, waitingForPong(Stage.FIRST_BYTE, ErrorCode.TIMEOUT, 2).result(), "that of another connection");
    }

    @Test
    void aWaitForTheExpectedTextThatRunsOutIsUnexpected() {
        for (Stage stage : List.of(Stage.FIRST_BYTE, Stage.DATA, Stage.IDLE)) {
            Verdict verdict = waitingForPong(stage, ErrorCode.TIMEOUT, 1);
            assertEquals(Result.UNEXPECTED, verdict.result());
            assertEquals(stage, verdict.stage());
            assertEquals(ErrorCode.TIMEOUT, verdict.code());
            assertTrue(verdict.happened().startsWith("The expected text \"pong\" did not come. "), verdict.happened());
            assertEquals(1, verdict.happened().split("pong", -1).length - 1, "it is said once: " + verdict.happened());
        }
    }

    @Test
    void anAttemptThatLostTheRaceIsNoFailure() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V6)
                .started(Lane.CLIENT, 1, 2, Stage.CONNECT, null, V4)
                .finished(Lane.CLIENT, 1, 2, Stage.CONNECT, new Outcome.Connected(new FourTuple(LOCAL, V4)))
                .event(Lane.CLIENT, 1, 2, new RaceEvent.Won())
                .closed(Lane.CLIENT, CloseKind.ORDERLY, 0, 0).build());
        assertEquals(Result.COMPLETED, verdict.result());
    }

    @Test
    void anAbandonedAttemptIsNoFailure() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, V6)
                .started(Lane.CLIENT, 1, 2, Stage.CONNECT, null, V4)
                .finished(Lane.CLIENT, 1, 2, Stage.CONNECT, new Outcome.Connected(new FourTuple(LOCAL, V4)))
                .event(Lane.CLIENT, 1, 1, new RaceEvent.Abandoned("another attempt won"))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, V6).build());
        assertEquals(Result.COMPLETED, verdict.result());
    }

    @Test
    void whenAllAttemptsFailEachIsNamedAndTheFarthestDecides() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered("rfc8305", List.of(V6, V4)))
                .event(Lane.CLIENT, 1, 0, new RaceEvent.LeftOut(new Endpoint("2001:db8::a", 80), "no route"))
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, V6)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4).build());
        assertEquals(ErrorCode.ECONNREFUSED, verdict.code());
        assertEquals(V4, verdict.remote());
        assertTrue(verdict.happened().endsWith("Both attempts failed: [2001:db8::9]:80 TIMEOUT; "
                + "192.0.2.9:80 ECONNREFUSED; [2001:db8::a]:80 left out (no route)."), verdict.happened());
    }

    @Test
    void anAddressWithoutARouteFailsOnceInTheRaceThoughItsRouteFailedBefore() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 1, 1, Stage.ROUTE, ErrorCode.ENETUNREACH, null, V6)
                .event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered("rfc8305", List.of(V6, V4)))
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ENETUNREACH, null, V6)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4).build());
        assertEquals(Stage.CONNECT, verdict.stage());
        assertTrue(verdict.happened().contains("Both attempts failed: [2001:db8::9]:80 ENETUNREACH; 192.0.2.9:80 "
                + "ECONNREFUSED."), verdict.happened());
    }

    @Test
    void aRaceWhoseOneOwnFailureHadNoRouteEndsAtItsConnect() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 1, 2, Stage.ROUTE, ErrorCode.ENETUNREACH, null, V6)
                .event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered("node-24", List.of(V4, V6)))
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, V4)
                .event(Lane.CLIENT, 1, 1, new RaceEvent.Abandoned("no answer within 250 ms"))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, V4)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ENETUNREACH, null, V6).build());
        assertEquals(Stage.CONNECT, verdict.stage());
        assertFalse(verdict.happened().contains("attempts failed"), verdict.happened());
    }

    @Test
    void attemptsWithTheSameErrorAreDecidedByTheFirst() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80")
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, V6)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ETIMEDOUT, null, V4).build());
        assertEquals(V6, verdict.remote());
        assertEquals(ErrorCode.TIMEOUT, verdict.code());
    }

    @Test
    void aServerThatCannotBindDecidesBeforeItsClient() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connections(2)
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, TraceBuilder.SERVER_END)
                .fails(Lane.SERVER, 0, 0, Stage.BIND, ErrorCode.EADDRINUSE, TraceBuilder.SERVER_END, null).build());
        assertEquals(Lane.SERVER, verdict.lane());
        assertEquals(Stage.BIND, verdict.stage());
        assertEquals("ss -tanp 'sport = :7007'", verdict.next());
        assertFalse(verdict.happened().contains("connections failed"), "a bind is no connection: " + verdict.happened());
    }

    @Test
    void whatTheServerMeetsAfterTheClientIsDoneIsToldButNoFailure() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected().accepted().closed(Lane.CLIENT, CloseKind.RESET, 0, 0)
                .fails(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, null, null).build());
        assertEquals(Result.COMPLETED, verdict.result());
        assertEquals("connected, reset. The server's side saw ECONNRESET at first byte.", verdict.happened());
    }

    @Test
    void aServerFailureDecidesWhereTheClientNeverGotThrough() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected()
                .fails(Lane.SERVER, 0, 0, Stage.ACCEPT, ErrorCode.EMFILE, TraceBuilder.SERVER_END, null).build());
        assertEquals(Lane.SERVER, verdict.lane());
        assertEquals(ErrorCode.EMFILE, verdict.code());
    }

    @Test
    void stoppingTheServerAtTheEndIsNoInterruption() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected().accepted().closed(Lane.CLIENT, CloseKind.ORDERLY, 0, 0)
                .fails(Lane.SERVER, 0, 0, Stage.ACCEPT, ErrorCode.INTERRUPTED, null, null).build());
        assertEquals(Result.COMPLETED, verdict.result());
    }

    @Test
    void aSilentServerThatNeverAcceptedIsToldByTheMissingEvent() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().planned(Lane.CLIENT, Stage.FIRST_BYTE).connected()
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, null, null).build());
        assertEquals(Stage.FIRST_BYTE, verdict.stage());
        assertTrue(verdict.happened().contains("the server's accept never returned this connection"), verdict.happened());
        assertTrue(verdict.notProved().contains("the accept queue, the backlog"), verdict.notProved());
        assertEquals(TraceBuilder.SERVER_END, verdict.remote());
    }

    @Test
    void theMissingEventIsToldForABrokenRecordingToo() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected().accepted().writes(Lane.CLIENT, 5)
                .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).brokenOff().build());
        assertTrue(verdict.happened().endsWith(
                "Until then: The server accepted, but never read the bytes that the client wrote."), verdict.happened());
    }

    @Test
    void aConnectionThatTheServerNeverTookIsNotProvedToBeServed() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected().closed(Lane.CLIENT, CloseKind.HALF, 0, 0).build());
        assertEquals(Result.COMPLETED, verdict.result());
        assertTrue(verdict.notProved().contains("the server's accept never returned this connection"), verdict.notProved());
    }

    @Test
    void ofSeveralConnectionsTheFirstThatFailedDecidesAndAllAreCounted() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:80").connections(3).connected(LOCAL, V4)
                .fails(Lane.CLIENT, 2, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, V4)
                .fails(Lane.CLIENT, 3, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, V4).build());
        assertEquals(ErrorCode.TIMEOUT, verdict.code());
        assertTrue(verdict.happened().endsWith("2 of 3 connections failed; this is the first."), verdict.happened());
    }

    /// Also where both sides would have been watched: a scenario may have no client.
    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"SERVER", "LOOPBACK"})
    void aServerToWhichNobodyCameListened(Mode mode) {
        Verdict verdict = Diagnosis.of(new TraceBuilder(mode, "localhost:7007").done(Lane.SERVER, Stage.BIND,
                new Outcome.Listening(TraceBuilder.SERVER_END, 50)).build());
        assertEquals("listened, nobody came", verdict.happened());
        assertEquals("The server listened on 127.0.0.1:7007.", verdict.proved());
    }

    @Test
    void whereNothingConnectedThereAreNoTwoEnds() {
        Verdict verdict = Diagnosis.of(TraceBuilder.loopback().done(Lane.CLIENT, Stage.LOOKUP, new Outcome.Answers(LookupSource.DNS,
                List.of("127.0.0.1"), List.of("127.0.0.1"), null)).build());
        assertEquals("Not reached, though asked for: connect, close. That anything accepts a connection there.",
                verdict.notProved());
    }

    @Test
    void droppedEventsAreSaidToBeUnknown() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("a:80").connected(LOCAL, V4)
                .event(Lane.CLIENT, 0, 0, new RunEvent.EventsDropped(7)).build());
        assertTrue(verdict.notProved().endsWith("What was in the 7 events that the recorder had no room for."),
                verdict.notProved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$(reboot)", "a;rm -rf x", "`id`", "a b", "--help", "\u001b[31mred", "a'b", "a\nb", "a\u202eb"})
    void aHostileNameNeverReachesACommand(String host) {
        for (ErrorCode code : ErrorCode.values()) {
            for (Stage stage : Stage.values()) {
                Verdict verdict = Diagnosis.of(TraceBuilder.client(host + ":80")
                        .fails(Lane.CLIENT, 1, 0, stage, code, null, stage == Stage.LOOKUP ? null : V4).build());
                assertFalse(verdict.next() != null && verdict.next().contains(host), verdict.next());
                assertTrue(verdict.happened().chars().allMatch(c -> c >= 0x20 && c < 0x7F), verdict.happened());
            }
        }
    }

    @Test
    void theSameTraceGivesTheSameVerdict() {
        TraceBuilder trace = TraceBuilder.loopback().connected().fails(Lane.CLIENT, 1, 0, Stage.DATA, ErrorCode.EOF, null, null);
        assertEquals(Diagnosis.of(trace.build()), Diagnosis.of(trace.build()));
    }

    /// What a person did to the run is said before what the run proves, and among its news.
    @Test
    void aFaultIsSaidBeforeAllElse() {
        TraceBuilder plain = TraceBuilder.client("localhost:7007").connected();
        Verdict without = Diagnosis.of(plain.build());
        Verdict with = Diagnosis.of(TraceBuilder.client("localhost:7007").event(Lane.SERVER, 0, 0, new RunEvent.FaultAdded(1, FaultKind.LATENCY, 200_000_000, 0, 0, 1))
                .connected().build());
        assertTrue(with.proved().contains("latency"), with::proved);
        assertTrue(with.proved().endsWith(" " + without.proved()), with::proved);
        assertTrue(with.news().contains("latency"), with::news);
    }
}
