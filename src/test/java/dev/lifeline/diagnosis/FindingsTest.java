package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import org.junit.jupiter.api.Test;

/// Where a rule must hold back: evidence that looks like a finding and is none.
class FindingsTest {

    private static final EvidenceLost GAP = new EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full");

    @Test
    void aLookAtTheAftermathIsNoLookAtTheWait() {
        TraceBuilder trace = waited(ErrorCode.TIMEOUT);
        assertNull(found(trace.kernel(REMOTE.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), 0))).finding());
    }

    @Test
    void theResetWithWhichThisSideGivesUpIsNotTheCause() {
        TraceBuilder trace = waited(ErrorCode.ECONNRESET).packet(REMOTE.segment(Lane.CLIENT, TcpFlags.RST, 6, 0, 0, 0, false));
        assertEquals(EvidenceFinding.RST_UNSEEN, found(trace).finding());
    }

    @Test
    void aCaptureWithAGapOrASetClockHasNoHole() {
        assertEquals(EvidenceFinding.ANSWER_GAP, found(holed(Stage.DATA)).finding());
        assertEquals(EvidenceFinding.ANSWER_GAP, found(holed(Stage.IDLE)).finding());
        assertNotEquals(EvidenceFinding.ANSWER_GAP, found(holed(Stage.WRITE)).finding());
        assertNotEquals(EvidenceFinding.ANSWER_GAP, found(holed(Stage.DATA).kernel(GAP)).finding());
        assertNotEquals(EvidenceFinding.ANSWER_GAP, found(holed(Stage.DATA).kernel(new KernelEvent.ClockStepped(5_000_000))).finding());
    }

    private static TraceBuilder holed(Stage stage) {
        return failed(connected().packet(REMOTE.segment(Lane.SERVER, TcpFlags.ACK, 11, 1, 5, false)), stage, ErrorCode.TIMEOUT);
    }

    @Test
    void aCaptureWithAGapDoesNotMissAReset() {
        assertNull(found(waited(ErrorCode.ECONNRESET).kernel(GAP)).finding());
    }

    @Test
    void aFullQueueHereIsNotThatOfAnotherMachine() {
        Endpoint everywhere = new Endpoint("::", REMOTE.server().port());
        TraceBuilder trace = TraceBuilder.client("db.example:5432")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .kernel(new KernelEvent.ListenerSeen(everywhere, 2, 1, Occasion.CHANGE, -1))
                .kernel(new KernelEvent.CounterRose("ListenOverflows", 2))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server());
        assertNull(found(trace).finding());
        assertFalse(Diagnosis.of(trace.build()).proved().contains("ListenOverflows"), () -> Diagnosis.of(trace.build()).proved());
    }

    @Test
    void thePacketsOfAnotherAttemptAtTheSameAddressAreNotItsOwn() {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").source("packet")
                .started(Lane.CLIENT, 1, 2, Stage.CONNECT, null, REMOTE.server())
                .packet(REMOTE.segment(Lane.SERVER, TcpFlags.RST, 0, 1, 0, 0, false))
                .failed(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, REMOTE.server());
        assertEquals(EvidenceFinding.NO_SYN, found(trace).finding());
    }

    @Test
    void bytesThatNoProgramWillReadAreNotUnread() {
        Endpoint server = LOCAL.server();
        TraceBuilder trace = new TraceBuilder(Mode.SERVER, "localhost:7007")
                .done(Lane.SERVER, Stage.ACCEPT, new Outcome.Accepted(new FourTuple(server, LOCAL.client()), 1, 1))
                .started(Lane.SERVER, 1, 0, Stage.DATA, null, null)
                .failed(Lane.SERVER, 1, 0, Stage.DATA, ErrorCode.TIMEOUT, server, LOCAL.client());
        trace.kernel(LOCAL.socket(Lane.CLIENT, socket(SocketState.FIN_WAIT2, 0, 5, 0, null), trace.last()));
        assertNull(found(trace).finding());
    }

    @Test
    void theSynIsNotAByteOfData() {
        TraceBuilder trace = silent();
        trace.kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 1, info(5, 0, 0, 9)), trace.last()));
        assertNull(found(trace).finding());
        TraceBuilder all = silent();
        all.kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, info(6, 0, 0, 9)), all.last()));
        assertEquals(EvidenceFinding.ACKED, found(all).finding());
    }

    @Test
    void whatWasSentAgainAndThenAcknowledgedIsAcknowledged() {
        TraceBuilder trace = connected().packet(REMOTE.segment(Lane.CLIENT, TcpFlags.ACK, 1, 1, 5, false))
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.ACK, 1, 1, 5, true))
                .packet(REMOTE.segment(Lane.SERVER, TcpFlags.ACK, 1, 6, 0, false));
        assertEquals(EvidenceFinding.ACKED, found(failed(trace, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)).finding());
    }

    @Test
    void aRouteThatLetTheSynOutIsNotTheCause() {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").kernel(REMOTE.route(RouteType.UNREACHABLE))
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.EHOSTUNREACH, null, REMOTE.server());
        assertNull(found(trace).finding());
    }

    @Test
    void aSegmentThatIsNoAnswerIsNoSilenceEither() {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").source("packet")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false))
                .packet(REMOTE.segment(Lane.SERVER, TcpFlags.ACK, 9, 1, 0, false))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, REMOTE.server());
        assertNull(found(trace).finding());
    }

    @Test
    void aWindowMayHaveOpenedInAGap() {
        TraceBuilder trace = connected().packet(REMOTE.segment(Lane.SERVER, TcpFlags.ACK, 1, 1, 0, 0, false));
        assertEquals(EvidenceFinding.ZERO_WINDOW, found(failed(trace, Stage.WRITE, ErrorCode.TIMEOUT)).finding());
        assertNotEquals(EvidenceFinding.ZERO_WINDOW, found(trace.kernel(GAP)).finding());
    }

    @Test
    void aClosedWindowOverUnreadBytesIsNamedWithWhatWaitsForIt() {
        Verdict verdict = Diagnosis.of(Fault.WINDOW_CLOSED_OVER_UNREAD_BYTES.trace());
        assertEquals(EvidenceFinding.UNREAD, found(Fault.WINDOW_CLOSED_OVER_UNREAD_BYTES.trace()).finding());
        assertTrue(verdict.proved().contains("says window 0: the receive buffer there is full"), verdict.proved());
        assertFalse(found(Fault.WINDOW_CLOSED_AND_ALL_ACKNOWLEDGED.trace()).about().hold(Condition.STOPPED));
    }

    @Test
    void theWindowOfAHandshakeSaysNothingOfALaterOne() {
        TraceBuilder trace = connected()
                .packet(REMOTE.segment(Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK, 0, 1, 0, 0, false));
        assertNull(found(failed(trace, Stage.WRITE, ErrorCode.TIMEOUT)).finding());
    }

    @Test
    void theFinalFiguresOfASocketThatClosedLaterAreNotThoseOfTheWait() {
        TraceBuilder trace = silent().kernel(REMOTE.destroyed(Lane.CLIENT, socket(SocketState.CLOSE, 0, 0, 0, info(6, 0, 4, 9))));
        assertEquals(0, found(trace).about().figures().witness().sockets().retransmits(Lane.CLIENT));
    }

    @Test
    void aTimerThatRanOutIsNoSynThatWasSentAgain() {
        Evidenced evidence = found(connecting(2, info(0, 0, 0, 0)));
        assertEquals(EvidenceFinding.SYN_HELD, evidence.finding());
        assertFalse(evidence.about().hold(Condition.RESENT));
        assertEquals(EvidenceFinding.SYN_SENT, found(connecting(2, info(0, 0, 1, 0))).finding());
        assertEquals(EvidenceFinding.SYN_SENT, found(connecting(2, null)).finding(), "what was sent again was not counted");
    }

    @Test
    void whoDoesNotAnswerIsTheNextHop() {
        KernelRoute route = new KernelRoute(RouteType.UNICAST, "eth0", "192.0.2.1", null, 0, 254);
        TraceBuilder trace = connecting(1, info(0, 0, 0, 0)).kernel(new KernelEvent.RouteAnswered(REMOTE.server(), route));
        assertEquals("ip neigh show 192.0.2.1", Diagnosis.of(trace.build()).next());
    }

    /// A connect without an answer, and a look at its socket half a second before its end.
    private static TraceBuilder connecting(int expired, TcpInfo info) {
        return TraceBuilder.client("db.example:5432").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .at(1_000_000_000)
                .kernel(REMOTE.socket(Lane.CLIENT,
                        socket(SocketState.SYN_SENT, 41, 0, 1, SocketTimer.RETRANSMIT, expired, info), -1))
                .at(1_500_000_000)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, REMOTE.server());
    }

    private static TraceBuilder connected() {
        return TraceBuilder.client("db.example:5432").source("packet").connected(REMOTE.client(), REMOTE.server())
                .writes(Lane.CLIENT, 5);
    }

    private static TraceBuilder failed(TraceBuilder trace, Stage stage, ErrorCode code) {
        return trace.started(Lane.CLIENT, 1, 0, stage, null, null)
                .failed(Lane.CLIENT, 1, 0, stage, code, REMOTE.client(), REMOTE.server());
    }

    private static TraceBuilder silent() {
        return failed(connected(), Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
    }

    /// A wait for the first byte, with a packet of the connection that says nothing.
    private static TraceBuilder waited(ErrorCode code) {
        return failed(connected().packet(REMOTE.segment(Lane.CLIENT, TcpFlags.ACK, 1, 1, 0, false)), Stage.FIRST_BYTE, code);
    }

    private static Evidenced found(TraceBuilder trace) {
        return found(trace.build());
    }

    private static Evidenced found(Trace trace) {
        Facts facts = Facts.of(trace);
        UnfinishedStage run = Deciding.of(facts).run();
        return Evidenced.of(facts, run, run.failure().code());
    }
}
