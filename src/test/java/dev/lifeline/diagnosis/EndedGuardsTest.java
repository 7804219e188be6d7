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
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertEquals(code == ErrorCode.TIMEOUT, Diagnosis.of(trace.build()).proved().contains("disappeared"));
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
}
