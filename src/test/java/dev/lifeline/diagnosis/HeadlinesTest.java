package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Lives.connect;
import static dev.lifeline.diagnosis.Lives.local;
import static dev.lifeline.diagnosis.Lives.ms;
import static dev.lifeline.diagnosis.Lives.ping;
import static dev.lifeline.diagnosis.Lives.pong;
import static dev.lifeline.diagnosis.Lives.remote;
import static dev.lifeline.diagnosis.Lives.syn;
import static dev.lifeline.diagnosis.Lives.syns;
import static dev.lifeline.diagnosis.Lives.up;
import static dev.lifeline.diagnosis.Lives.waited;
import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.SocketState.ESTABLISHED;
import static dev.lifeline.model.SocketState.NEW_SYN_RECV;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.PortHolder;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.HeadlineWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Each life has a headline of its own; with one fact reversed it is another one, and with less evidence it says less.
class HeadlinesTest {

    /// Columns of a headline beside the longest IPv4 target; an address of IPv6 in it may take more.
    private static final int ROOM = 56;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyHeadlineFitsBesideAnIpv4Target(Fault fault) {
        TraceIndex index = TraceIndex.of(fault.trace());
        String headline = HeadlineWords.of(index, Diagnosis.of(index), Glyphs.UNICODE);
        assertTrue(headline.length() <= ROOM + (headline.contains("2001:") ? 4 : 0), headline);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "REMOTE_SILENCE                        | no answer to 4 SYNs in 8.0 s (TIMEOUT)",
        "REMOTE_SILENCE_WITH_A_GAP             | not connected in 2.0 s (TIMEOUT)",
        "REMOTE_KERNEL_GAVE_UP                 | no answer to 7 SYNs in 2 m 14 s (ETIMEDOUT)",
        "REMOTE_NOTHING_LEFT                   | not connected in 3.2 s (TIMEOUT)",
        "REMOTE_ANSWERED_LATE                  | not connected in 1.5 s (TIMEOUT)",
        "REMOTE_ANSWERED_WHILE_THE_CLOCK_WAS_SET | not connected (TIMEOUT)",
        "HANDSHAKE_STUCK                       | no answer to 2 SYNs in 2.0 s; half open there (TIMEOUT)",
        "FULL_ACCEPT_QUEUE                     | accept queue full (2 of 1): no answer to 2 SYNs in 2.0 s (TIMEOUT)",
        "DROPPED_ON_THIS_MACHINE               | no answer to 2 SYNs in 2.0 s (TIMEOUT)",
        "REMOTE_REFUSED                        | refused by RST 0.30 ms after the SYN (ECONNREFUSED)",
        "REMOTE_REFUSED_WITHOUT_RST            | refused (ECONNREFUSED)",
        "REMOTE_ROUTER_SAID_NO                 | unreachable: host unreachable, said by 203.0.113.1 (EHOSTUNREACH)",
        "REMOTE_ROUTER_FORBIDS                 | unreachable: forbidden by 203.0.113.1 (EHOSTUNREACH)",
        "A_RULE_HERE_FORBIDS                   | unreachable: forbidden by this machine (EHOSTUNREACH)",
        "ROUTE_NONE                            | unreachable: this machine has no route to it (ENETUNREACH)",
        "ROUTE_BLACKHOLE                       | unreachable: this machine's route is a blackhole (EINVAL)",
        "ROUTE_FROM_A_SOURCE_THAT_DOES_NOT_FIT | failed at route: Invalid argument (EINVAL)",
        "RESET_DURING_CONNECT                  | reset by the server 50 µs after the SYN (ECONNRESET)",
        "RESET_ONCE_ESTABLISHED                | reset by the server 50 µs after the handshake (ECONNRESET)",
        "RESET_BEFORE_THE_CLOSE                | reset by the server 99 ms after the handshake (ECONNRESET)",
        "RESET_AFTER_DATA                      | reset by the server 0.90 s after the request (ECONNRESET)",
        "RESET_BY_A_SERVER_THAT_HAD_ANSWERED   | reset by the server after 5 of its bytes (ECONNRESET)",
        "RESET_WITHOUT_RST                     | reset while the first byte was awaited (ECONNRESET)",
        "RESET_BY_THIS_SIDE                    | reset by this side, found by the write (EPIPE)",
        "RESET_BY_ANOTHER_BOX                  | reset 0.90 s after the request (ECONNRESET)",
        "RESET_IN_PLACE_OF_A_FIN               | reset by the server 50 ms after this side's FIN (ECONNRESET)",
        "REQUEST_AFTER_AN_EMPTY_END            | closed at once, without a byte (EOF)",
        "NOT_ACCEPTED                          | open and silent: not accepted, no answer in 1.0 s (TIMEOUT)",
        "DEFERRED_ACCEPT                       | half open on the server's side: nothing came in 1.0 s (TIMEOUT)",
        "SERVER_DOES_NOT_READ                  | open and silent: not all read, no answer in 1.0 s (TIMEOUT)",
        "NOBODY_SPEAKS_FIRST                   | open and silent: nothing came in 1.0 s (TIMEOUT)",
        "ANSWER_NOT_READ                       | failed at first byte: deadline passed after 1.0 s (TIMEOUT)",
        "ANSWER_LEFT_IN_THE_SOCKET             | failed at first byte: deadline passed after 1.0 s (TIMEOUT)",
        "REMOTE_SILENT_AFTER_DATA              | silent after 5 bytes: nothing more in 1.0 s (TIMEOUT)",
        "REMOTE_NEVER_SPOKE                    | 5 bytes not acknowledged in 1.0 s, sent again once (TIMEOUT)",
        "WINDOW_CLOSED                         | write blocked for 0.90 s (TIMEOUT)",
        "ACK_NOT_TAKEN                         | connected here, not taken there: 3 SYN-ACKs (TIMEOUT)",
        "WENT_WELL                             | answered 0.60 ms after the request, closed in order",
        "WENT_WELL_WITH_A_CLOCK_STEP           | answered, closed in order",
        "REQUEST_AFTER_THE_END                 | server spoke first after 0.19 ms, then reset",
        "KEEP_ALIVE_GAVE_UP                    | failed at idle: Connection timed out (ETIMEDOUT)",
        "NOBODY_CAME                           | failed at accept: deadline passed after 2.0 s (TIMEOUT)"})
    void eachLifeHasItsOwn(Fault fault, String headline) {
        assertEquals(headline, headline(fault.trace()));
    }

    /// A route explains the error that it makes, and no other.
    @ParameterizedTest
    @CsvSource({"BLACKHOLE, EINVAL", "UNREACHABLE, EHOSTUNREACH", "PROHIBIT, EACCES", "NONE, ENETUNREACH"})
    void aRouteExplainsItsOwnError(RouteType type, ErrorCode error) {
        for (ErrorCode code : List.of(ErrorCode.EINVAL, ErrorCode.EHOSTUNREACH, ErrorCode.EACCES, ErrorCode.ENETUNREACH)) {
            for (int attempt : new int[] {1, 2}) {
                String headline = headline(TraceBuilder.client("db.example:5432").source("route").kernel(REMOTE.route(type))
                        .fails(CLIENT, 1, attempt, Stage.ROUTE, code, null, REMOTE.server()).build());
                assertEquals(code == error && attempt == 1, headline.contains("this machine"), headline);
            }
        }
    }

    /// Of a race that nobody won, the attempt is told that got farthest: a refusal is an answer.
    @ParameterizedTest
    @CsvSource({"ENETUNREACH, ECONNREFUSED, refused (ECONNREFUSED)", "ECONNREFUSED, ENETUNREACH, refused (ECONNREFUSED)",
        "ENETUNREACH, EHOSTUNREACH, unreachable: No route to host (EHOSTUNREACH)", "ECONNREFUSED, ECONNRESET, refused (ECONNREFUSED)"})
    void theFarthestOfARaceIsTold(ErrorCode one, ErrorCode other, String headline) {
        Endpoint second = new Endpoint("198.51.100.10", 5432);
        assertEquals(headline, headline(TraceBuilder.client("db.example:5432").fails(CLIENT, 1, 1, Stage.CONNECT, one, null, REMOTE.server())
                .fails(CLIENT, 1, 2, Stage.CONNECT, other, null, second).build()));
    }

    @ParameterizedTest
    @CsvSource({"700, not whole after 1.0 s: 6 bytes had come (TIMEOUT)", "400, silent after 6 bytes: nothing more in 1.0 s (TIMEOUT)"})
    void whoStillSendsIsNotSilent(long lastByte, String headline) {
        TraceBuilder trickling = pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE).at(ms(100)).started(CLIENT, 1, 0, Stage.RESPONSE, null, null)
                .at(ms(lastByte)).event(CLIENT, 1, 0, new StreamEvent.ChunkRead(Bytes.of(new byte[] {'x'}))).at(ms(1_100))
                .failed(CLIENT, 1, 0, Stage.RESPONSE, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server());
        assertEquals(headline, headline(trickling.build()));
    }

    /// Each time is from one moment to another, and none of them is near the beginning.
    @Test
    void theTimesOfAHeadlineAreDifferences() {
        TraceBuilder asked = up(remote(), REMOTE).at(ms(300)).packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 5, false)).writes(CLIENT, 5);
        assertEquals("reset by the server 0.60 s after the request (ECONNRESET)", headline(asked.at(ms(900))
                .packet(REMOTE.segment(SERVER, RST | ACK, 1, 6, 0, 0, false))
                .fails(CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server()).build()));
        TraceBuilder ended = up(remote(), REMOTE).at(ms(300)).packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 5, false)).writes(CLIENT, 5);
        assertEquals("closed 0.60 s after the request, without a byte (EOF)", headline(ended.at(ms(900))
                .packet(REMOTE.segment(SERVER, FIN | ACK, 1, 6, 0, false))
                .fails(CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.EOF, REMOTE.client(), REMOTE.server()).build()));
        TraceBuilder lost = up(remote(), REMOTE).at(ms(300)).packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 9, false)).writes(CLIENT, 9)
                .packet(REMOTE.segment(SERVER, ACK, 1, 5, 0, false)).at(ms(500)).packet(REMOTE.segment(CLIENT, PSH | ACK, 5, 1, 5, true));
        assertEquals("5 bytes not acknowledged in 0.70 s, sent again once (TIMEOUT)", headline(lost.started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null)
                .at(ms(1_000)).failed(CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server()).build()));
    }

    @Test
    void whoSpeaksAtThisSidesEndDidNotTakeTheWholeTime() {
        TraceBuilder end = up(remote(), REMOTE).at(ms(4_000)).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)).at(ms(4_003))
                .packet(REMOTE.segment(SERVER, PSH | ACK, 1, 2, 5, false)).reads(CLIENT, "late\n")
                .packet(REMOTE.segment(SERVER, FIN | ACK, 6, 2, 0, false)).closed(CLIENT, CloseKind.ORDERLY, 5, 0);
        assertEquals("server spoke 3.0 ms after this side's FIN, closed in order", headline(end.build()));
    }

    @Test
    void whoClosesWithoutAByteIsNotWhoIsUp() {
        TraceBuilder server = up(remote(), REMOTE).at(ms(2)).packet(REMOTE.segment(SERVER, FIN | ACK, 1, 1, 0, false)).at(ms(3))
                .packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 2, 0, false)).closed(CLIENT, CloseKind.ORDERLY, 0, 0);
        assertEquals("closed at once, without a byte", headline(server.build()));
        TraceBuilder client = up(remote(), REMOTE).at(ms(2)).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)).at(ms(3))
                .packet(REMOTE.segment(SERVER, FIN | ACK, 1, 2, 0, false)).closed(CLIENT, CloseKind.ORDERLY, 0, 0);
        assertEquals("connected in 9.0 µs, nothing asked, closed in order", headline(client.build()));
    }

    @Test
    void aCloseThatComesLateIsNotAtOnce() {
        TraceBuilder late = up(remote(), REMOTE).at(ms(5_001)).packet(REMOTE.segment(SERVER, FIN | ACK, 1, 1, 0, false));
        assertEquals("closed after 5.0 s, without a byte (EOF)",
                headline(waitedUntil(late, 5_002, ErrorCode.EOF).build()));
        TraceBuilder asked = ping(up(remote(), REMOTE), REMOTE, true).at(ms(201)).packet(REMOTE.segment(SERVER, FIN | ACK, 1, 6, 0, false));
        assertEquals("closed 0.20 s after the request, without a byte (EOF)",
                headline(waitedUntil(asked, 203, ErrorCode.EOF).build()));
    }

    @Test
    void aServerThatKeepsItOpenIsOpenAndSilentWhetherAskedOrNot() {
        assertEquals("connected, nothing asked: nothing came in 1.0 s", headline(halfClosed(up(remote(), REMOTE), 1_000).build()));
        assertEquals("open and silent: nothing came in 1.0 s", headline(quiet(up(remote(), REMOTE)).build()));
        assertEquals("open and silent: no answer in 1.0 s", headline(quiet(ping(up(remote(), REMOTE), REMOTE, true)).build()));
        // A close that waits for nobody says nothing of the server.
        assertEquals("connected in 9.0 µs, nothing asked, closed", headline(halfClosed(up(remote(), REMOTE), 0).build()));
    }

    @Test
    void notAcceptedIsSaidOnlyOfALookNearTheEnd() {
        assertEquals("open and silent: not accepted, no byte in 1.0 s", headline(looked(995, ESTABLISHED).build()));
        assertEquals("open and silent: nothing came in 1.0 s", headline(looked(100, ESTABLISHED).build()));
        assertEquals("half open on the server's side: nothing came in 1.0 s", headline(looked(995, NEW_SYN_RECV).build()));
        assertEquals("open and silent: nothing came in 1.0 s", headline(looked(100, NEW_SYN_RECV).build()));
    }

    private static TraceBuilder looked(long at, SocketState state) {
        TraceBuilder all = up(local(), LOCAL).started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(at))
                .kernel(LOCAL.socket(SERVER, socket(state, 0, 0, 0, state == ESTABLISHED ? info(0, 0, 0, 65_536) : null), -1));
        return all.at(ms(1_001)).finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(Bytes.of(new byte[0]), 0, Ending.QUIET));
    }

    @Test
    void notAllReadIsSaidOnlyOfALookNearTheEndThatShowedIt() {
        assertEquals("open and silent: not all read, no answer in 1.0 s", headline(unread(995, 5, ESTABLISHED)));
        assertEquals("open and silent: no answer in 1.0 s", headline(unread(100, 5, ESTABLISHED)));
        assertEquals("open and silent: no answer in 1.0 s", headline(unread(995, 0, ESTABLISHED)));
        // The socket table counts the FIN behind the bytes, too.
        assertEquals("open and silent: no answer in 1.0 s", headline(unread(995, 1, SocketState.CLOSE_WAIT)));
        assertEquals("open and silent: not all read, no answer in 1.0 s", headline(unread(995, 6, SocketState.CLOSE_WAIT)));
    }

    private static Trace unread(long at, int bytes, SocketState state) {
        TraceBuilder all = ping(up(local(), LOCAL).accepted(), LOCAL, true).started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(at))
                .kernel(LOCAL.socket(SERVER, socket(state, 42, bytes, 0, info(0, 5, 0, 65_536)), -1));
        return all.at(ms(1_001)).finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(Bytes.of(new byte[0]), 0, Ending.QUIET)).build();
    }

    /// A recording may hold what no program of ours records.
    @Test
    void aWaitWithAnotherStagesOutcomeIsNoEndOfAStream() {
        TraceBuilder trace = up(local(), LOCAL).started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(900))
                .finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Connected(new FourTuple(LOCAL.client(), LOCAL.server())));
        assertEquals("open and silent: nothing came in 0.90 s", headline(trace.build()));
    }

    @Test
    void nobodyListensOnlyWhereTheTableShowedIt() {
        Endpoint elsewhere = new Endpoint("127.0.0.2", LOCAL.server().port());
        assertEquals("refused 12 µs after the SYN: nobody listens (ECONNREFUSED)", headline(refused(List.of(), true)));
        assertEquals("refused 12 µs after the SYN: listens elsewhere (ECONNREFUSED)", headline(refused(List.of(elsewhere), true)));
        assertEquals("refused 12 µs after the SYN, yet something listens (ECONNREFUSED)",
                headline(refused(List.of(LOCAL.server()), true)));
        assertEquals("refused by RST 12 µs after the SYN (ECONNREFUSED)", headline(refused(List.of(), false)));
    }

    private static Trace refused(List<Endpoint> listeners, boolean whole) {
        TraceBuilder trace = connect(syn(local(), LOCAL).at(ms(1) + 12_000).packet(LOCAL.segment(SERVER, RST | ACK, 0, 1, 0, false)), LOCAL,
                2, ErrorCode.ECONNREFUSED);
        List<PortHolder> holders = new ArrayList<>();
        for (Endpoint each : listeners) {
            holders.add(new PortHolder(SocketState.LISTEN, each, null, false, 0, 1, 0, null));
        }
        return trace.kernel(new KernelEvent.PortLooked(LOCAL.server(), true, holders, 0, true, whole, trace.last())).build();
    }

    @Test
    void aQueueIsFullOnlyByALookDuringTheConnect() {
        assertEquals("accept queue full (129 of 128): no answer to 2 SYNs (TIMEOUT)", headline(queue(129, 128)));
        assertEquals("no answer to 2 SYNs in 2.0 s (TIMEOUT)", headline(queue(128, 128)));
        TraceBuilder before = local().kernel(LOCAL.listener(2, 1, -1)).at(ms(500));
        assertEquals("no answer to 2 SYNs in 2.0 s (TIMEOUT)", headline(connect(syn(before, LOCAL).at(ms(1_001))
                .packet(LOCAL.segment(CLIENT, SYN, 0, 0, 0, true)), LOCAL, 2_500, ErrorCode.TIMEOUT).build()));
    }

    private static Trace queue(long queued, long limit) {
        TraceBuilder trace = syns(local(), LOCAL, 2, 2_000);
        return trace.kernel(LOCAL.listener(queued, limit, trace.last())).build();
    }

    @Test
    void aResetSaysByWhomAndAfterWhat() {
        TraceBuilder fin = up(remote(), REMOTE).started(CLIENT, 1, 0, Stage.CLOSE, null, null).at(ms(2))
                .packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false)).at(ms(522))
                .packet(REMOTE.segment(SERVER, RST | ACK, 1, 2, 0, false))
                .failed(CLIENT, 1, 0, Stage.CLOSE, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server());
        assertEquals("reset by the server 0.52 s after this side's FIN (ECONNRESET)", headline(fin.build()));
        TraceBuilder answered = pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE).at(ms(52))
                .packet(REMOTE.segment(SERVER, FIN | ACK, 6, 6, 0, false)).at(ms(60))
                .packet(REMOTE.segment(SERVER, RST, 7, 0, 0, false)).at(ms(61));
        assertEquals("closed by the server; what came there later was reset (ECONNRESET)", headline(answered
                .started(CLIENT, 1, 0, Stage.WRITE, null, null)
                .failed(CLIENT, 1, 0, Stage.WRITE, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server()).build()));
    }

    @Test
    void withoutPacketsOnlyALongWaitHasAFigure() {
        assertEquals("answered after 2.0 s, closed in order", headline(answered(2_000).build()));
        assertEquals("answered, closed in order", headline(answered(49).build()));
    }

    /// The first data of either side is the handshake's, and which packet holds the request cannot be seen.
    @Test
    void insideTlsNoPacketIsTheRequest() {
        assertTrue(headline(pong(ping(up(remote(), REMOTE), REMOTE, true).pause(ms(3)), REMOTE).build()).endsWith(" after the request"));
        TraceBuilder secured = up(remote(), REMOTE).done(Lane.CLIENT, Stage.TLS, new Outcome.Secured("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, null,
                false, 1, 1));
        assertEquals("answered", headline(pong(ping(secured, REMOTE, true).pause(ms(3)), REMOTE).build()));
    }

    private static TraceBuilder answered(long milliseconds) {
        Bytes bytes = Bytes.of("pong\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return TraceBuilder.client("127.0.0.1:7007").connected().writes(CLIENT, 5).at(ms(10))
                .started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(10 + milliseconds))
                .finished(CLIENT, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(bytes, 1, Ending.COMPLETE)).closed(CLIENT, CloseKind.ORDERLY, 5, 5);
    }

    @Test
    void packetsThatAreMissingTellNoFigure() {
        TraceBuilder whole = pong(ping(up(remote(), REMOTE), REMOTE, true).at(ms(40)), REMOTE);
        assertEquals("answered 39 ms after the request", headline(whole.build()));
        assertEquals("answered", headline(whole.kernel(new KernelEvent.EvidenceLost("packet", 1, LossKind.MISSED, "the ring was full"))
                .build()));
    }

    @Test
    void whatWasReadBeforeTheSilenceIsCounted() {
        TraceBuilder some = pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE);
        assertEquals("silent after 5 bytes: nothing more in 1.0 s (TIMEOUT)",
                headline(waited(some.at(ms(2)), REMOTE, Stage.IDLE, ErrorCode.TIMEOUT).build()));
        TraceBuilder cut = pong(ping(up(remote(), REMOTE), REMOTE, true).at(ms(3)), REMOTE);
        assertEquals("answered 1.5 ms after the request, ended after 5 bytes (EOF)",
                headline(waited(cut, REMOTE, Stage.DATA, ErrorCode.EOF).build()));
    }

    @Test
    void severalConnectionsAreCountedByTheirLives() {
        TraceBuilder some = TraceBuilder.client("127.0.0.1:7007").connections(3).connected();
        assertEquals("3 connections: 1 up, 2 not made", headline(some.closed(CLIENT, CloseKind.ORDERLY, 0, 0).build()));
        TraceBuilder mixed = TraceBuilder.client("127.0.0.1:7007").connections(2).connected().closed(CLIENT, CloseKind.ORDERLY, 0, 0)
                .fails(CLIENT, 2, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, TraceBuilder.SERVER_END);
        assertEquals("2 connections: 1 up, 1 refused", headline(mixed.build()));
    }

    private static TraceBuilder halfClosed(TraceBuilder trace, long milliseconds) {
        return trace.at(ms(2)).started(CLIENT, 1, 0, Stage.CLOSE, null, null).packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 1, 0, false))
                .at(ms(2 + milliseconds)).finished(CLIENT, 1, 0, Stage.CLOSE, new Outcome.Closed(CloseKind.HALF, CLIENT, 0, 0));
    }

    private static TraceBuilder quiet(TraceBuilder trace) {
        TraceBuilder begun = trace.started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null);
        return begun.pause(ms(1_000)).finished(CLIENT, 1, 0, Stage.FIRST_BYTE,
                new Outcome.Moved(Bytes.of(new byte[0]), 0, Ending.QUIET));
    }

    private static TraceBuilder waitedUntil(TraceBuilder trace, long milliseconds, ErrorCode code) {
        return trace.started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(milliseconds))
                .failed(CLIENT, 1, 0, Stage.FIRST_BYTE, code, REMOTE.client(), REMOTE.server());
    }

    private static String headline(Trace trace) {
        TraceIndex index = TraceIndex.of(trace);
        String words = HeadlineWords.of(index, Diagnosis.of(index), Glyphs.UNICODE);
        String code = HeadlineWords.code(index, Diagnosis.of(index));
        return code.isEmpty() ? words : words + " (" + code + ")";
    }
}
