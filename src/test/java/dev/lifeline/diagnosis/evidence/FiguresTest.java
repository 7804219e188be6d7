package dev.lifeline.diagnosis.evidence;

import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Evidenced;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.KernelEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures of one stage, from one packet or look more or less.
class FiguresTest {

    private static final long MS = 1_000_000;

    /// Connected after a handshake of that length; the wait for the first byte ends at 1 s.
    private static TraceBuilder up(long synAck) {
        return TraceBuilder.client("db.example:5432").source("packet").at(0).packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, false))
                .at(synAck).packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false)).packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, false))
                .connected(REMOTE.client(), REMOTE.server());
    }

    private static TraceBuilder waited(TraceBuilder trace, Stage stage, ErrorCode code) {
        return trace.started(CLIENT, 1, 0, stage, null, null).at(1_000 * MS).failed(CLIENT, 1, 0, stage, code, REMOTE.client(), REMOTE.server());
    }

    private static Evidenced found(TraceBuilder trace) {
        Facts facts = Facts.of(trace.build());
        UnfinishedStage run = Deciding.of(facts).run();
        return Evidenced.of(facts, run, run.failure().code());
    }

    private static EvidenceFigures figures(TraceBuilder trace) {
        return found(trace).about().figures();
    }

    /// @param handshake from SYN to SYN-ACK, in ms
    /// @param watched how long after the FIN something was still seen, in ms
    @ParameterizedTest
    @CsvSource({"1, 199, -1", "1, 200, 200", "1, 250, 250", "200, 300, -1", "200, 400, -1", "200, 401, 401"})
    void aFinIsOpenOnlyWhenAnAnswerHadTimeToCome(long handshake, long watched, long open) {
        TraceBuilder trace = waited(up(handshake * MS), Stage.FIRST_BYTE, ErrorCode.TIMEOUT).at(1_001 * MS)
                .packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)).at((1_001 + watched) * MS)
                .kernel(new KernelEvent.CounterRose("TCPTimeouts", 1));
        assertEquals(open < 0 ? -1 : open * MS, figures(trace).finOpen());
    }

    /// Only a bare RST of the other end, to a FIN that was sent after the wait, says that nobody had the connection there.
    @ParameterizedTest
    @CsvSource({"1001, SERVER, 4, true", "1001, SERVER, 20, false", "1001, SERVER, 16, false", "1001, CLIENT, 4, false", "900, SERVER, 4, false"})
    void aFinIsRefusedByABareReset(long fin, Lane from, int flags, boolean refused) {
        for (boolean stepped : new boolean[] {false, true}) {
            TraceBuilder trace = up(MS).started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null);
            TraceBuilder early = fin < 1_000 ? trace.at(fin * MS).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)) : trace;
            TraceBuilder failed = early.at(1_000 * MS).failed(CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server());
            TraceBuilder ended = fin < 1_000 ? failed : failed.at(fin * MS).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false));
            ended = ended.at(1_300 * MS).packet(REMOTE.segment(from, flags, 1, 2, 0, 0, false));
            EvidenceFigures figures = figures(stepped ? ended.kernel(new KernelEvent.ClockStepped(5 * MS)) : ended);
            assertEquals(refused && !stepped, figures.finRefused());
            assertEquals(-1, refused || fin < 1_000 || stepped ? figures.finOpen() : -1);
        }
    }

    @Test
    void aHoleIsNoneWhereTheCaptureMayHaveMissedIt() {
        TraceBuilder trace = waited(up(MS).packet(REMOTE.segment(SERVER, PSH | ACK, 11, 1, 5, false)), Stage.DATA, ErrorCode.TIMEOUT);
        assertEquals(10, figures(trace).hole());
        assertEquals(0, figures(trace.kernel(new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"))).hole());
        TraceBuilder set = waited(up(MS).packet(REMOTE.segment(SERVER, PSH | ACK, 11, 1, 5, false)), Stage.DATA, ErrorCode.TIMEOUT);
        assertEquals(0, figures(set.kernel(new KernelEvent.ClockStepped(5 * MS))).hole());
    }

    @Test
    void listenersThatShareAPortAreThoseSeenByTheEnd() {
        TraceBuilder trace = waited(up(MS).kernel(shared(2)), Stage.FIRST_BYTE, ErrorCode.TIMEOUT).kernel(shared(3));
        assertEquals(2, figures(trace).witness().sockets().listenersAlike());
        TraceBuilder other = up(MS).kernel(new KernelEvent.ListenerSeen(new Endpoint("198.51.100.9", 81), 0, 5, Occasion.CHANGE, -1, 2));
        assertEquals(0, figures(waited(other, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)).witness().sockets().listenersAlike());
    }

    private static KernelEvent shared(int alike) {
        return new KernelEvent.ListenerSeen(REMOTE.server(), 1, 5, Occasion.CHANGE, -1, alike);
    }

    /// @param flags of the other end's last packet
    /// @param at when it was seen, in ms; the handshake's answer came at 1 ms, and the wait ends at 1 s
    @ParameterizedTest
    @CsvSource({"FIRST_BYTE, EOF, FIN, 4, 3", "FIRST_BYTE, ECONNRESET, RST, 4, 3", "FIRST_BYTE, EOF, FIN, 1, 0", "FIRST_BYTE, EOF, FIN, 1000, 999",
        "FIRST_BYTE, EOF, FIN, 1001, -1", "FIRST_BYTE, EOF, RST, 4, -1", "FIRST_BYTE, ECONNRESET, FIN, 4, -1", "FIRST_BYTE, TIMEOUT, FIN, 4, -1",
        "IDLE, EOF, FIN, 4, -1"})
    void theEndOfTheWaitIsTimedByThePacketThatMadeIt(Stage stage, ErrorCode code, String flags, long at, long after) {
        for (boolean stepped : new boolean[] {false, true}) {
            TraceBuilder trace = up(MS).started(CLIENT, 1, 0, stage, null, null).at(at * MS)
                    .packet(REMOTE.segment(SERVER, (flags.equals("FIN") ? FIN : RST) | ACK, 1, 1, 0, false)).at(1_000 * MS)
                    .failed(CLIENT, 1, 0, stage, code, REMOTE.client(), REMOTE.server());
            trace = stepped ? trace.kernel(new KernelEvent.ClockStepped(5 * MS)) : trace;
            assertEquals(after < 0 || stepped ? -1 : after * MS, figures(trace).endAfter());
        }
    }

    @ParameterizedTest
    @CsvSource({"ECONNREFUSED, false, true", "ECONNRESET, false, true", "TIMEOUT, false, false", "ECONNREFUSED, true, false"})
    void aRefusalIsTimedByItsRst(ErrorCode code, boolean stepped, boolean timed) {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").source("packet").started(CLIENT, 1, 0, Stage.CONNECT, null, null).at(MS)
                .packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, false)).at(2 * MS).packet(REMOTE.segment(SERVER, RST | ACK, 0, 1, 0, false))
                .at(25 * MS).failed(CLIENT, 1, 0, Stage.CONNECT, code, REMOTE.client(), REMOTE.server());
        assertEquals(timed, figures(stepped ? trace.kernel(new KernelEvent.ClockStepped(5 * MS)) : trace).isRefusalTimed());
    }

    @Test
    void theTimeOfAnAnswerIsThatSinceTheSynAndNotSinceTheBeginning() {
        TraceBuilder late = TraceBuilder.client("db.example:5432").source("packet").at(500 * MS).packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, false))
                .at(501 * MS).packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false)).packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, false))
                .connected(REMOTE.client(), REMOTE.server());
        TraceBuilder trace = waited(late, Stage.FIRST_BYTE, ErrorCode.TIMEOUT).at(1_001 * MS)
                .packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)).at(1_251 * MS).kernel(new KernelEvent.CounterRose("TCPTimeouts", 1));
        assertEquals(250 * MS, figures(trace).finOpen());
    }

    @Test
    void aFinThatThisSideSentBeforeIsNotThatOfItsEnd() {
        TraceBuilder before = waited(up(MS).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)), Stage.FIRST_BYTE, ErrorCode.TIMEOUT)
                .at(2_000 * MS).packet(REMOTE.segment(SERVER, ACK, 1, 2, 0, false));
        assertFalse(figures(before).finTaken());
        assertEquals(-1, figures(before).finOpen());
    }

    @ParameterizedTest
    @CsvSource({"FIN_WAIT2, 1, true", "TIME_WAIT, 1, true", "FIN_WAIT1, 1, false", "FIN_WAIT2, 0, false"})
    void theSocketTableKnowsOfTheFinToo(SocketState state, long after, boolean taken) {
        TraceBuilder trace = waited(up(MS), Stage.FIRST_BYTE, ErrorCode.TIMEOUT).at((1_000 + after) * MS)
                .kernel(REMOTE.socket(CLIENT, socket(state, 41, 0, 0, null), -1));
        assertEquals(taken, figures(trace).finTaken());
    }

    @Test
    void anAnswerThatCameAfterAPartOfTheRequestAnswersNotAllOfIt() {
        for (long acknowledged : new long[] {5, 6}) {
            TraceBuilder trace = waited(up(MS).writes(CLIENT, 5).packet(REMOTE.segment(SERVER, PSH | ACK, 1, acknowledged, 5, false)),
                    Stage.DATA, ErrorCode.ECONNRESET);
            assertEquals(acknowledged == 6, figures(trace).answeredAll());
        }
        assertFalse(figures(waited(up(MS).packet(REMOTE.segment(SERVER, PSH | ACK, 1, 1, 5, false)), Stage.DATA, ErrorCode.ECONNRESET))
                .answeredAll(), "nothing was asked");
    }

    @Test
    void ofARequestThatWasRefusedInPartTheRestWasNotRead() {
        TraceBuilder trace = waited(up(MS).writes(CLIENT, 2).packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 2, false))
                .packet(REMOTE.segment(SERVER, FIN | ACK, 1, 3, 0, false)).writes(CLIENT, 3)
                .packet(REMOTE.segment(CLIENT, PSH | ACK, 3, 2, 3, false)).packet(REMOTE.segment(SERVER, RST, 2, 0, 0, 0, false)),
                Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
        assertEquals(3, figures(trace).neverRead());
    }

    @ParameterizedTest
    @CsvSource({"UNICAST, true", "LOCAL, true", "BLACKHOLE, false", "MULTICAST, false"})
    void anInterfaceIsThatOfARouteThatLeadsThere(RouteType type, boolean known) {
        TraceBuilder trace = waited(TraceBuilder.client("db.example:5432").kernel(new KernelEvent.RouteAnswered(REMOTE.server(),
                new KernelRoute(type, "eth0", null, null, 1_500, 254))).connected(REMOTE.client(), REMOTE.server()), Stage.FIRST_BYTE,
                ErrorCode.TIMEOUT);
        if (known) {
            assertEquals("eth0", figures(trace).device());
        } else {
            assertNull(figures(trace).device());
        }
    }

    /// Keep-alive probes were not answered, and the kernel gave up.
    ///
    /// @param queued bytes that the socket table has not acknowledged; -1 where nobody looked
    /// @param acknowledged whether the capture has the acknowledgement
    @ParameterizedTest
    @CsvSource({"0, -1, false, KEEP_ALIVE", "5, 0, false, KEEP_ALIVE", "5, 5, false, ", "5, -1, true, KEEP_ALIVE", "5, -1, false, ",
        "5, 5, true, KEEP_ALIVE"})
    void probesExplainTheEndWhereNothingElseWasOut(long sent, long queued, boolean acknowledged, EvidenceFinding finding) {
        TraceBuilder trace = sent == 0 ? up(MS) : up(MS).writes(CLIENT, sent).packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 5, false));
        trace = acknowledged ? trace.packet(REMOTE.segment(SERVER, ACK, 1, 6, 0, false)) : trace;
        trace = trace.at(300 * MS).packet(REMOTE.segment(CLIENT, ACK, 0, 1, 0, true)).at(600 * MS)
                .packet(REMOTE.segment(CLIENT, ACK, 0, 1, 0, true));
        trace = queued < 0 ? trace : trace.kernel(REMOTE.socket(CLIENT,
                socket(SocketState.ESTABLISHED, 41, 0, queued, SocketTimer.KEEPALIVE, 2, null), -1));
        assertEquals(finding, found(waited(trace, Stage.IDLE, ErrorCode.ETIMEDOUT)).finding());
    }

    /// One probe may still be answered.
    @ParameterizedTest
    @CsvSource({"1, ", "2, KEEP_ALIVE"})
    void silenceUnderKeepAliveTakesTwoProbes(int probes, EvidenceFinding finding) {
        TraceBuilder trace = up(MS).kernel(REMOTE.socket(CLIENT,
                socket(SocketState.ESTABLISHED, 41, 0, 0, SocketTimer.KEEPALIVE, probes, null), -1));
        assertEquals(finding, found(waited(trace, Stage.IDLE, ErrorCode.TIMEOUT)).finding());
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, UNACKED"})
    void aTimerThatRunsIsNoRetransmission(int again, EvidenceFinding finding) {
        TraceBuilder trace = waited(up(MS).writes(CLIENT, 5), Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        trace.kernel(REMOTE.socket(CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 5, SocketTimer.RETRANSMIT, again, null), trace.last()));
        assertEquals(finding, found(trace).finding());
    }

    @ParameterizedTest
    @CsvSource({"6, '1 s, 3 s, 7 s, 15 s, 31 s'", "7, '1 s, 3 s, 7 s, 15 s, 31 s ...'"})
    void fiveIntervalsAreTold(int syns, String intervals) {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").source("packet").started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server());
        for (int i = 0; i < syns; i++) {
            trace.at(((1L << i) - 1) * 1_000 * MS).packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, i > 0));
        }
        assertEquals(intervals, figures(trace.at(100_000 * MS).failed(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, REMOTE.server()))
                .synIntervals());
    }

    /// A SYN-ACK that came again, and the kernel's own figures of this side.
    @ParameterizedTest
    @CsvSource({"1, 0, false", "2, 0, true", "1, 1, true"})
    void theKernelsFiguresSayThatTheOtherEndTookTheConnection(long acked, long received, boolean took) {
        TraceBuilder trace = up(MS).at(200 * MS).packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, true));
        trace = trace.kernel(REMOTE.socket(CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, info(acked, received, 0, 65_536)), -1));
        StageEvidence witness = figures(waited(trace, Stage.IDLE, ErrorCode.ETIMEDOUT)).witness();
        assertEquals(took, StreamFindings.took(witness));
        assertEquals(!took, StreamFindings.untaken(witness));
    }

    @Test
    void aServerThatWaitsForAcceptHasThePacketsOfItsWait() {
        TraceBuilder trace = new TraceBuilder(dev.lifeline.model.TraceHeader.Mode.SERVER, "198.51.100.9:5432").source("packet").at(10 * MS)
                .packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, false)).at(20 * MS).started(SERVER, 0, 0, Stage.ACCEPT, REMOTE.server(), null)
                .at(30 * MS).packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, true)).at(1_000 * MS)
                .failed(SERVER, 0, 0, Stage.ACCEPT, ErrorCode.TIMEOUT, REMOTE.server(), null);
        assertEquals(1, figures(trace).witness().wire().syns(), "and not those from before");
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.1, ICMP_OTHER", "192.0.2.7, ICMP_SELF", "198.51.100.9, ICMP_TARGET", "127.0.0.1, ICMP_SELF", "192.0.2.77, ICMP_SELF"})
    void anIcmpErrorHasItsSender(String offender, EvidenceFinding finding) {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").kernel(new KernelEvent.RouteAnswered(REMOTE.server(),
                new KernelRoute(RouteType.UNICAST, "eth0", null, "192.0.2.77", 1_500, 254)))
                .started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server()).kernel(new KernelEvent.ErrorOrigin(offender, 3, 1, "host unreachable"))
                .failed(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.EHOSTUNREACH, REMOTE.client(), REMOTE.server());
        assertEquals(finding, found(trace).finding());
    }

    @Test
    void bytesThatLayUnreadAreThoseOfTheLastLookWhileItWasOpen() {
        TraceBuilder trace = up(MS).kernel(REMOTE.socket(SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                .kernel(REMOTE.socket(SERVER, socket(SocketState.CLOSE_WAIT, 42, 7, 0, null), -1))
                .kernel(REMOTE.socket(SERVER, socket(SocketState.FIN_WAIT2, 42, 9, 0, null), -1));
        assertEquals(6, figures(waited(trace, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)).leftUnread(), "its FIN is none");
    }

    @Test
    void aSocketInTimeWaitIsNeverForgotten() {
        for (SocketState state : new SocketState[] {SocketState.TIME_WAIT, SocketState.CLOSE}) {
            TraceBuilder trace = up(MS).kernel(REMOTE.socket(SERVER, socket(state, 0, 0, 0, null), -1))
                    .kernel(REMOTE.socket(SERVER, socket(SocketState.ESTABLISHED, 42, 0, 0, null), -1));
            EvidenceFigures seen = figures(waited(trace, Stage.FIRST_BYTE, ErrorCode.ECONNRESET));
            assertTrue(state == SocketState.TIME_WAIT ? seen.timeWaitHolder() == SERVER : seen.timeWaitHolder() == null);
        }
    }
}
