package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.StreamEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A reset whose other end was watched: what its own lane says is not asked again.
class ResetVerdictsTest {

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"RESET_BY_A_SERVER_THAT_HAD_READ", "RESET_BY_A_SERVER_THAT_HAD_ANSWERED",
            "RESET_FOUND_BY_A_WRITE", "RESET_FOR_UNREAD_BYTES"})
    void noPartOfThePathIsMissing(Fault fault) {
        for (Witnesses witnesses : Witnesses.ALL) {
            if (witnesses.server()) {
                Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
                assertAll(() -> assertTrue(verdict.proved().contains("its own lane says so"), verdict::toString),
                        () -> assertFalse(verdict.proved().contains("the gap lies"), verdict::toString),
                        () -> assertFalse(verdict.notProved().contains("box"), verdict::toString));
            }
        }
    }

    @Test
    void theResetCameWhenItCameAndNotWhenItWasRead() {
        Verdict verdict = Diagnosis.of(Fault.RESET_BY_A_SERVER_THAT_HAD_READ.trace());
        assertTrue(verdict.proved().contains("The RST was captured 89.8 ms before this stage began"), verdict.proved());
        Verdict later = Diagnosis.of(Fault.RESET_AFTER_DATA.trace());
        assertTrue(later.proved().contains("The RST was captured, in the name"), later.proved());
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"RESET_FOR_A_FULL_QUEUE", "RESET_WHILE_HALF_OPEN"})
    void aResetBeforeAcceptIsToldByTheLastLookBeforeIt(Fault fault) {
        for (Witnesses witnesses : Witnesses.ALL) {
            if (witnesses.kernel()) {
                Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
                assertTrue(verdict.proved().contains("ESTABLISHED here and SYN_RECV there (690 ms before"), verdict::toString);
                assertFalse(verdict.notProved().contains("Which part"), verdict::toString);
                assertEquals(fault == Fault.RESET_FOR_A_FULL_QUEUE, verdict.proved().contains("the queue held 3 of 2"));
            }
        }
    }

    @Test
    void aConnectionThatWasAcceptedSinceWasNotHalfOpen() {
        TraceBuilder trace = TraceBuilder.loopback().connected()
                .kernel(LOCAL.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, null), -1))
                .kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.NEW_SYN_RECV, 0, 0, 0, null), -1)).accepted()
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server());
        assertFalse(Diagnosis.of(trace.build()).proved().contains("SYN_RECV"));
    }

    @Test
    void aServerThatClosedLaterDidNotCauseIt() {
        TraceBuilder trace = TraceBuilder.loopback().connected().accepted()
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server())
                .closed(Lane.SERVER, CloseKind.RESET, 0, 0);
        assertFalse(Diagnosis.of(trace.build()).proved().contains("its own lane says so"));
    }

    @Test
    void whoOnlyGaveItsDescriptorBackDidNotResetIt() {
        TraceBuilder trace = TraceBuilder.loopback().connected().accepted().closed(Lane.SERVER, CloseKind.ABANDONED, 0, 0)
                .packet(LOCAL.segment(Lane.SERVER, TcpFlags.RST, 1, 0, 0, 0, false))
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server());
        assertEquals(-1, Diagnosis.of(trace.build()).proved().indexOf("its own lane says so"));
    }

    @Test
    void aResetThatTheCloseOnlyFoundCameWhileNobodyRead() {
        Verdict found = Diagnosis.of(Fault.RESET_BEFORE_THE_CLOSE.trace());
        assertEquals(Stage.FIRST_BYTE, found.stage());
        assertEquals(ErrorCode.ECONNRESET, found.code());
        assertTrue(found.happened().contains("before this side closed it: the close only found it"), found.happened());
        assertFalse(found.proved().contains("Everything before"), found.proved());
        Verdict during = Diagnosis.of(TraceBuilder.client("db.example:5432").connected()
                .started(Lane.CLIENT, 1, 0, Stage.CLOSE, null, null).event(Lane.CLIENT, 1, 0, new StreamEvent.OutputShut())
                .failed(Lane.CLIENT, 1, 0, Stage.CLOSE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server()).build());
        assertEquals(Stage.CLOSE, during.stage());
        assertFalse(during.happened().contains("before"), during.happened());
    }

    @Test
    void onlyBytesThatABareResetAnsweredAfterTheEndAreSurelyNotRead() {
        assertTrue(Diagnosis.of(Fault.REQUEST_AFTER_AN_EMPTY_END.trace()).proved().contains("Surely not read: the 5 bytes"));
        assertFalse(Diagnosis.of(Fault.REQUEST_AFTER_THE_END.trace()).proved().contains("in order"));
        for (Fault other : new Fault[] {Fault.RESET_AFTER_DATA, Fault.RESET_WITHOUT_RST, Fault.RESET_OVER_UNREAD_BYTES,
            Fault.WENT_WELL_BY_FINS}) {
            assertFalse(Diagnosis.of(other.trace()).proved().contains("Surely"), other::name);
        }
        TraceBuilder unsure = TraceBuilder.client("198.51.100.9:5432").source("packet").connected(LOCAL.client(), LOCAL.server())
                .packet(LOCAL.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false)).writes(Lane.CLIENT, 5)
                .packet(LOCAL.segment(Lane.CLIENT, TcpFlags.ACK, 1, 1, 5, false))
                .packet(LOCAL.segment(Lane.SERVER, TcpFlags.RST, 1, 0, 0, 0, false))
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server());
        assertFalse(Diagnosis.of(unsure.build()).proved().contains("Surely"), "sent before any FIN");
    }

    @Test
    void aResetThatNobodyCapturedHasNoTime() {
        for (boolean looked : new boolean[] {false, true}) {
            TraceBuilder trace = TraceBuilder.client("db:5432").connected(LOCAL.client(), LOCAL.server());
            trace = !looked ? trace : trace.kernel(LOCAL.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, null), -1));
            Verdict verdict = Diagnosis.of(trace.fails(Lane.CLIENT, 1, 0, Stage.WRITE, ErrorCode.ECONNRESET, LOCAL.client(),
                    LOCAL.server()).build());
            assertEquals(Stage.WRITE, verdict.stage());
            assertFalse(verdict.happened().contains("before this write"), verdict::toString);
        }
    }
}
