package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Whose end, whose stop and whose plan it was: that of the other side says nothing.
class EndedGuardsTest {

    @Test
    void severalConnectionsAreCountedAndOneIsNot() {
        TraceBuilder trace = TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server());
        assertTrue(Diagnosis.of(trace.build()).happened().startsWith("connected"));
        trace.started(Lane.CLIENT, 2, 1, Stage.CONNECT, null, REMOTE.server())
                .finished(Lane.CLIENT, 2, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(REMOTE.client(), REMOTE.server())));
        assertTrue(Diagnosis.of(trace.build()).happened().startsWith("2 connections:"), () -> Diagnosis.of(trace.build()).happened());
    }

    @Test
    void whatTheOtherLaneWasToDoIsNotMissingFromThisOne() {
        assertNull(MissingEvent.of(TraceBuilder.loopback().connected().accepted().build()));
        assertNull(MissingEvent.of(TraceBuilder.loopback().planned(Lane.SERVER, Stage.FIRST_BYTE).connected().accepted().build()));
        assertEquals(Milestone.CLIENT_FIRST_DATA, MissingEvent.of(TraceBuilder.loopback().planned(Lane.CLIENT, Stage.FIRST_BYTE)
                .connected().accepted().build()).milestone());
    }

    @Test
    void theTimeOfASynThatWasSentAgainIsCountedFromTheFirst() {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:5432").source("packet").at(10_000_000_000L)
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false)).at(11_000_000_000L)
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, true)).at(12_000_000_000L)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server()).build());
        assertTrue(verdict.happened().contains("Its SYN was sent twice (again after 1 s)"), verdict.happened());
    }

    @Test
    void aServerThatIsStoppedIsHowARunEndsAndAClientThatIsStoppedIsNot() {
        for (Lane lane : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            Verdict verdict = Diagnosis.of(TraceBuilder.loopback().connected().accepted().fails(lane, 1, 0, Stage.DATA,
                    ErrorCode.INTERRUPTED, null, null).build());
            assertEquals(lane == Lane.CLIENT ? Result.INTERRUPTED : Result.COMPLETED, verdict.result());
        }
    }

    @Test
    void whatTheServerWasDoingIsToldWhereTheClientDidNothing() {
        TraceBuilder both = TraceBuilder.loopback().started(Lane.SERVER, 0, 0, Stage.ACCEPT, null, null).brokenOff();
        assertEquals(Stage.ACCEPT, Diagnosis.of(both.build()).stage());
        both.started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null);
        assertEquals(Stage.LOOKUP, Diagnosis.of(both.build()).stage());
        assertNull(Diagnosis.of(TraceBuilder.client("a:80").started(Lane.SERVER, 0, 0, Stage.ACCEPT, null, null).brokenOff().build())
                .stage());
    }

    @ParameterizedTest
    @EnumSource(value = ErrorCode.class, names = {"ECONNRESET", "EPIPE", "EOF", "TIMEOUT"})
    void aConnectionThatTheServerClosedLostNothingOnItsWay(ErrorCode code) {
        TraceBuilder trace = TraceBuilder.loopback().planned(Lane.CLIENT, Stage.FIRST_BYTE).connected().accepted()
                .closed(Lane.SERVER, CloseKind.ORDERLY, 0, 0)
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, code, TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END);
        assertEquals(code == ErrorCode.TIMEOUT, Diagnosis.of(trace.build()).proved().contains("the gap lies between"));
    }

    @Test
    void whoWasOnceInTimeWaitWasInTimeWait() {
        TraceBuilder trace = TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server())
                .kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.TIME_WAIT, 0, 0, 0, null), -1))
                .kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.CLOSE, 0, 0, 0, info(1, 0, 0, 9)), -1));
        Progress progress = Progress.last(Facts.of(trace.build()));
        assertTrue(progress.about().hold(Condition.TIME_WAIT));
        assertFalse(Progress.last(Facts.of(TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server()).build())).about()
                .hold(Condition.TIME_WAIT));
    }

    @Test
    void anEndThatOnlyTheConnectionNamesIsHereToo() {
        Facts here = Facts.of(TraceBuilder.client("a:80").connected().fails(Lane.CLIENT, 1, 0, Stage.DATA, ErrorCode.EOF, null, null).build());
        assertTrue(ThisMachineTest.here(here, here.failed().getFirst()));
        Facts there = Facts.of(TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server())
                .fails(Lane.CLIENT, 1, 0, Stage.DATA, ErrorCode.EOF, null, null).build());
        assertFalse(ThisMachineTest.here(there, there.failed().getFirst()));
        assertEquals(REMOTE.client(), Diagnosis.of(there.index()).local());
    }

    /// What every retry wants to know is told where the connection ended, and of what was sent.
    @Test
    void theFateOfARequestIsAskedWhereTheConnectionEnded() {
        assertFalse(told(asked()).contains("was processed"), "it may still be answered");
        assertTrue(told(asked().closed(Lane.CLIENT, CloseKind.HALF, 0, 5)).contains("was processed"));
        assertTrue(told(asked().packet(REMOTE.segment(Lane.SERVER, TcpFlags.RST | TcpFlags.ACK, 1, 6, 0, 0, false))).contains("was processed"));
        assertFalse(told(asked().closed(Lane.CLIENT, CloseKind.RESET, 0, 5)).contains("was processed"), "this side broke it off");
        TraceBuilder silent = TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server());
        assertFalse(told(silent.closed(Lane.CLIENT, CloseKind.HALF, 0, 0)).contains("was processed"), "nothing was asked");
    }

    private static TraceBuilder asked() {
        return TraceBuilder.client("a:80").source("packet").connected(REMOTE.client(), REMOTE.server()).writes(Lane.CLIENT, 5);
    }

    @Test
    void whatACaptureLostIsToldOfAStageThatWasUnderWay() {
        for (boolean underWay : new boolean[] {true, false}) {
            TraceBuilder trace = asked().kernel(new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"));
            trace = underWay ? trace.started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null) : trace;
            String told = told(trace.brokenOff());
            assertEquals(underWay, told.contains("lost"), told);
        }
    }

    @Test
    void aWriteThatFoundNoResetIsItsOwnStage() {
        for (ErrorCode code : new ErrorCode[] {ErrorCode.ECONNRESET, ErrorCode.EPIPE}) {
            Verdict verdict = Diagnosis.of(asked().at(100_000_000)
                    .packet(REMOTE.segment(Lane.SERVER, TcpFlags.RST | TcpFlags.ACK, 1, 1, 0, 0, false)).at(900_000_000)
                    .fails(Lane.CLIENT, 1, 0, Stage.WRITE, code, REMOTE.client(), REMOTE.server()).build());
            assertEquals(code == ErrorCode.EPIPE ? Stage.WRITE : Stage.FIRST_BYTE, verdict.stage());
        }
    }

    @Test
    void countersOfQueuesBelongToWaitsOfTheClientForAQueueHere() {
        assertTrue(counted(Lane.CLIENT, ErrorCode.TIMEOUT));
        assertTrue(counted(Lane.CLIENT, ErrorCode.ETIMEDOUT));
        assertTrue(counted(Lane.CLIENT, ErrorCode.ECONNRESET));
        assertFalse(counted(Lane.CLIENT, ErrorCode.ECONNREFUSED), "an answer");
        assertFalse(counted(Lane.SERVER, ErrorCode.TIMEOUT), "the server's own wait");
    }

    /// Of an established connection they tell something only where the server's kernel has none to hand out.
    @ParameterizedTest
    @CsvSource({"NOT_ACCEPTED, false", "HALF_OPEN_WITH_ROOM, true", "RESET_WHILE_HALF_OPEN, true", "RESET_FOR_A_FULL_QUEUE, true",
        "SERVER_DOES_NOT_ANSWER, false", "RESET_FOR_UNREAD_BYTES, false"})
    void countersOfQueuesBelongToConnectionsThatTheQueueHasNot(Fault fault, boolean told) {
        Trace trace = fault.trace();
        List<TraceEvent> events = new ArrayList<>(trace.events());
        events.add(new TraceEvent(1_000, trace.events().getLast().at(), Lane.KERNEL, Evidence.KERNEL, 0, 0, new KernelEvent.CounterRose("ListenDrops", 7)));
        Verdict verdict = Diagnosis.of(new Trace(trace.header(), events, trace.complete()));
        assertEquals(told, verdict.proved().contains("ListenDrops by 7"), verdict.proved());
    }

    private static boolean counted(Lane lane, ErrorCode code) {
        TraceBuilder trace = new TraceBuilder(lane == Lane.CLIENT ? Mode.CLIENT : Mode.SERVER, "127.0.0.1:7007").source("sockdiag")
                .fails(lane, 1, 1, Stage.CONNECT, code, TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END)
                .kernel(new KernelEvent.CounterRose("ListenOverflows", 2));
        return told(trace).contains("ListenOverflows");
    }

    @Test
    void aStageOfTheServerThatFailedIsNotUnderWay() {
        Verdict verdict = Diagnosis.of(new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted()
                .closed(Lane.CLIENT, CloseKind.ORDERLY, 0, 0).fails(Lane.SERVER, 1, 0, Stage.DATA, ErrorCode.ECONNRESET, null, null)
                .brokenOff().build());
        assertTrue(verdict.happened().contains("between two stages"), verdict.happened());
    }

    @Test
    void anAttemptWhoseEndIsNotToldWentToItsCandidate() {
        Endpoint first = new Endpoint("2001:db8::9", 80);
        String happened = Diagnosis.of(TraceBuilder.client("a:80")
                .event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered("rfc8305", List.of(first, REMOTE.server())))
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, null)
                .fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.TIMEOUT, null, REMOTE.server()).build()).happened();
        assertTrue(happened.contains("[2001:db8::9]:80 TIMEOUT") && happened.contains("198.51.100.9:5432 TIMEOUT"), happened);
    }

    @Test
    void aSocketThatIsConnectedToItsOwnMachinesAddressIsHere() {
        Endpoint own = new Endpoint("192.0.2.8", 40_000);
        Endpoint target = new Endpoint("192.0.2.8", 80);
        Facts facts = Facts.of(TraceBuilder.client("a:80").connected(own, target)
                .fails(Lane.CLIENT, 1, 0, Stage.DATA, ErrorCode.EOF, null, target).build());
        assertTrue(ThisMachineTest.here(facts, facts.failed().getFirst()));
        Facts other = Facts.of(TraceBuilder.client("a:80").connected(own, target)
                .fails(Lane.CLIENT, 1, 0, Stage.DATA, ErrorCode.EOF, new Endpoint("192.0.2.9", 1), target).build());
        assertFalse(ThisMachineTest.here(other, other.failed().getFirst()), "the failure's own end comes first");
    }

    @Test
    void eightStagesThatWereUnderWayAreNamedAndOfMoreTheRestIsCounted() {
        for (int count : new int[] {8, 9}) {
            TraceBuilder trace = TraceBuilder.client("a:80").connections(count);
            for (int i = 1; i <= count; i++) {
                trace.started(Lane.CLIENT, i, 1, Stage.CONNECT, null, REMOTE.server());
            }
            String happened = Diagnosis.of(trace.brokenOff().build()).happened();
            assertEquals(count == 9, happened.contains("and 1 more"), happened);
            assertFalse(happened.contains("and 0 more"), happened);
        }
    }

    private static String told(TraceBuilder trace) {
        Verdict verdict = Diagnosis.of(trace.build());
        return verdict.happened() + " " + verdict.proved() + " " + verdict.notProved();
    }
}
