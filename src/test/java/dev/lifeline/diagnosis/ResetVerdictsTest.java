package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.CloseKind;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Verdict;
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
                        () -> assertFalse(verdict.proved().contains("disappeared"), verdict::toString),
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
}
