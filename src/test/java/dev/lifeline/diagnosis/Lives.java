package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.OWN;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.packed;
import static dev.lifeline.diagnosis.Sights.socket;
import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.SocketState.ESTABLISHED;
import static dev.lifeline.model.SocketState.NEW_SYN_RECV;
import static dev.lifeline.model.SocketState.SYN_SENT;
import static dev.lifeline.model.SocketState.TIME_WAIT;
import static dev.lifeline.model.SocketTimer.KEEPALIVE;
import static dev.lifeline.model.SocketTimer.RETRANSMIT;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;

/// Pieces that the lives of [Fault] are put together from.
final class Lives {

    private Lives() {
    }

    static long ms(long count) {
        return count * 1_000_000;
    }

    static TraceBuilder remote() {
        return TraceBuilder.client("db.example:5432").source("sockdiag").source("packet").lookedUp("198.51.100.9");
    }

    /// The target is elsewhere by all that the client knows; the kernel's route says that it is here.
    static TraceBuilder own() {
        return TraceBuilder.client("192.0.2.8:5432").source("sockdiag").source("packet").source("route")
                .kernel(OWN.route(RouteType.LOCAL));
    }

    static TraceBuilder local() {
        return TraceBuilder.loopback().source("sockdiag").source("packet").planned(CLIENT, Stage.FIRST_BYTE);
    }

    static TraceBuilder syn(TraceBuilder trace, Sights sights) {
        return trace.started(CLIENT, 1, 1, Stage.CONNECT, null, sights.server()).at(ms(1))
                .packet(sights.segment(CLIENT, SYN, 0, 0, 0, false));
    }

    /// The first SYN at 1 ms, the next after 1 s, each later one after twice the time.
    static TraceBuilder synsSent(TraceBuilder trace, Sights sights, int count) {
        TraceBuilder all = syn(trace, sights)
                .kernel(sights.socket(CLIENT, socket(SYN_SENT, 41, 0, 1, RETRANSMIT, 0, info(0, 0, 0, 0)), -1));
        for (int i = 1; i < count; i++) {
            all = all.at(ms(1 + 1_000 * ((1L << i) - 1))).packet(sights.segment(CLIENT, SYN, 0, 0, 0, true))
                    .kernel(sights.socket(CLIENT, socket(SYN_SENT, 41, 0, 1, RETRANSMIT, i, info(0, 0, i, 0)), -1));
        }
        return all;
    }

    static TraceBuilder syns(TraceBuilder trace, Sights sights, int count, long deadline) {
        return connect(synsSent(trace, sights, count), sights, deadline, ErrorCode.TIMEOUT);
    }

    static TraceBuilder connect(TraceBuilder trace, Sights sights, long milliseconds, ErrorCode code) {
        return trace.at(ms(milliseconds)).failed(CLIENT, 1, 1, Stage.CONNECT, code, sights.client(), sights.server());
    }

    /// A look at the client's end, for the reason that the stage ended.
    static TraceBuilder lastSeen(TraceBuilder trace, Sights sights, SocketSnapshot socket) {
        return lastSeen(trace, sights, CLIENT, socket);
    }

    static TraceBuilder lastSeen(TraceBuilder trace, Sights sights, Lane end, SocketSnapshot socket) {
        return trace.kernel(sights.socket(end, socket, trace.last()));
    }

    /// The SYN-ACK comes again, and an ACK answers it each time.
    static TraceBuilder untaken(TraceBuilder trace) {
        return trace.at(ms(200)).packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, true))
                .packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, true)).at(ms(600))
                .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, true)).packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, true));
    }

    static TraceBuilder up(TraceBuilder trace, Sights sights) {
        return syn(trace, sights).at(ms(1) + 7_000)
                .packet(packed(sights.segment(SERVER, SYN | ACK, 0, 1, 0, false), 60, 64))
                .at(ms(1) + 9_000).packet(sights.segment(CLIENT, ACK, 1, 1, 0, false)).at(ms(1) + 94_000)
                .finished(CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(
                        new FourTuple(sights.client(), sights.server())));
    }

    static TraceBuilder ping(TraceBuilder trace, Sights sights, boolean acknowledged) {
        TraceBuilder sent = trace.writes(CLIENT, 5).packet(sights.segment(CLIENT, PSH | ACK, 1, 1, 5, false));
        return acknowledged ? sent.packet(sights.segment(SERVER, ACK, 1, 6, 0, false)) : sent;
    }

    static TraceBuilder pong(TraceBuilder trace, Sights sights) {
        return trace.packet(sights.segment(SERVER, PSH | ACK, 1, 6, 5, false)).reads(CLIENT, "pong\n");
    }

    static TraceBuilder waited(TraceBuilder trace, Sights sights, Stage stage, ErrorCode code) {
        return trace.started(CLIENT, 1, 0, stage, null, null).at(ms(1_000))
                .failed(CLIENT, 1, 0, stage, code, sights.client(), sights.server());
    }

    static TraceBuilder stillHalfOpen(TraceBuilder trace) {
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(NEW_SYN_RECV, 0, 0, 0, null), trace.last() - 1));
    }

    static TraceBuilder halfOpen(TraceBuilder trace) {
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), -1))
                .kernel(LOCAL.socket(SERVER, socket(NEW_SYN_RECV, 0, 0, 0, null), -1));
    }

    /// A reset at 990 ms, in a read that began 10 ms before; the sockets are gone after it.
    static TraceBuilder resetUnaccepted(TraceBuilder trace) {
        TraceBuilder read = trace.at(ms(980)).started(CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).at(ms(990))
                .packet(LOCAL.segment(SERVER, RST, 1, 0, 0, 0, false))
                .failed(CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server());
        return read.kernel(new KernelEvent.SocketGone(SERVER, new FourTuple(LOCAL.server(), LOCAL.client()), NEW_SYN_RECV));
    }

    /// The server closes with a reset at 900 ms.
    static TraceBuilder resets(TraceBuilder trace) {
        return trace.at(ms(900)).closed(SERVER, CloseKind.RESET, 5, 0)
                .packet(LOCAL.segment(SERVER, RST | ACK, 1, 6, 0, 0, false));
    }

    static TraceBuilder lateRequest(TraceBuilder trace, long fin) {
        return trace.packet(REMOTE.segment(SERVER, FIN | ACK, fin, 1, 0, false)).writes(CLIENT, 5)
                .packet(REMOTE.segment(CLIENT, PSH | ACK, 1, fin + 1, 5, false))
                .packet(REMOTE.segment(SERVER, RST, fin + 1, 0, 0, 0, false));
    }

    static TraceBuilder resetEarlier(TraceBuilder trace, Stage stage) {
        return trace.at(ms(100)).packet(REMOTE.segment(SERVER, RST | ACK, 1, 1, 0, 0, false)).at(ms(1_000))
                .started(CLIENT, 1, 0, stage, null, null).at(ms(1_001))
                .failed(CLIENT, 1, 0, stage, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server());
    }

    static TraceBuilder probes(TraceBuilder trace) {
        return trace.at(ms(300)).packet(REMOTE.segment(CLIENT, ACK, 0, 1, 0, true)).at(ms(600))
                .packet(REMOTE.segment(CLIENT, ACK, 0, 1, 0, true))
                .kernel(REMOTE.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, KEEPALIVE, 2, info(1, 0, 0, 65_536)), -1));
    }

    static TraceBuilder well(TraceBuilder trace, Sights sights, long retransmits) {
        return trace.packet(sights.segment(CLIENT, FIN | ACK, 6, 6, 0, false)).closed(CLIENT, CloseKind.ORDERLY, 5, 5)
                .kernel(sights.destroyed(CLIENT, socket(TIME_WAIT, 0, 0, 0, info(7, 5, retransmits, 65_536))));
    }
}
