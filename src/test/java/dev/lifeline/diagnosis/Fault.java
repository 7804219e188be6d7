package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Lives.connect;
import static dev.lifeline.diagnosis.Lives.halfOpen;
import static dev.lifeline.diagnosis.Lives.lastSeen;
import static dev.lifeline.diagnosis.Lives.lateRequest;
import static dev.lifeline.diagnosis.Lives.local;
import static dev.lifeline.diagnosis.Lives.ms;
import static dev.lifeline.diagnosis.Lives.own;
import static dev.lifeline.diagnosis.Lives.ping;
import static dev.lifeline.diagnosis.Lives.pong;
import static dev.lifeline.diagnosis.Lives.probes;
import static dev.lifeline.diagnosis.Lives.remote;
import static dev.lifeline.diagnosis.Lives.resetEarlier;
import static dev.lifeline.diagnosis.Lives.resetUnaccepted;
import static dev.lifeline.diagnosis.Lives.resets;
import static dev.lifeline.diagnosis.Lives.stillHalfOpen;
import static dev.lifeline.diagnosis.Lives.syn;
import static dev.lifeline.diagnosis.Lives.syns;
import static dev.lifeline.diagnosis.Lives.synsSent;
import static dev.lifeline.diagnosis.Lives.untaken;
import static dev.lifeline.diagnosis.Lives.up;
import static dev.lifeline.diagnosis.Lives.waited;
import static dev.lifeline.diagnosis.Lives.well;
import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.OWN;
import static dev.lifeline.diagnosis.Sights.packed;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.V6;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.SocketState.CLOSE;
import static dev.lifeline.model.SocketState.CLOSE_WAIT;
import static dev.lifeline.model.SocketState.ESTABLISHED;
import static dev.lifeline.model.SocketState.FIN_WAIT2;
import static dev.lifeline.model.SocketState.NEW_SYN_RECV;
import static dev.lifeline.model.SocketState.SYN_SENT;
import static dev.lifeline.model.SocketTimer.NONE;
import static dev.lifeline.model.SocketTimer.PROBE;
import static dev.lifeline.model.SocketTimer.RETRANSMIT;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;

import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.function.Supplier;

/// Lives that went wrong, or well, with all that the programs, the kernel and a capture could say of each.
public enum Fault {
    REMOTE_SILENCE(() -> syns(remote(), REMOTE, 4, 8_000)),
    REMOTE_SILENCE_WITH_A_GAP(() -> syns(remote(), REMOTE, 2, 2_000)
            .kernel(new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"))),
    REMOTE_HAS_AN_OLDER_ONE(() -> connect(syn(remote(), REMOTE).packet(REMOTE.segment(SERVER, ACK, 1, -77, 0, false))
            .packet(REMOTE.segment(CLIENT, SYN, 0, 0, 0, true)).packet(REMOTE.segment(SERVER, ACK, 1, -77, 0, true)), REMOTE, 2_000,
            ErrorCode.TIMEOUT)),
    REMOTE_HAD_AN_OLDER_ONE(() -> well(up(syn(remote(), REMOTE).packet(REMOTE.segment(SERVER, ACK, 1, -77, 0, false))
            .packet(REMOTE.segment(CLIENT, RST, 0, 0, 0, false)), REMOTE), REMOTE, 0)),
    REMOTE_SENT_ON_AND_SILENT(() -> connect(remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
            .kernel(new KernelEvent.Translated(REMOTE.server(), OWN.server())), REMOTE, 2_000, ErrorCode.TIMEOUT)),
    REMOTE_SENT_ON_AND_REFUSED(() -> connect(remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
            .kernel(new KernelEvent.Translated(REMOTE.server(), OWN.server())), REMOTE, 2, ErrorCode.ECONNREFUSED)),
    REMOTE_SYN_WENT_ELSEWHERE(() -> connect(syn(remote(), REMOTE).sentOn(REMOTE.server(), OWN.server()), REMOTE, 2_000,
            ErrorCode.TIMEOUT)),
    REMOTE_SYN_WENT_ELSEWHERE_AND_REFUSED(() -> connect(syn(remote(), REMOTE).sentOn(REMOTE.server(), OWN.server())
            .packet(REMOTE.segment(SERVER, RST | ACK, 0, 1, 0, false)), REMOTE, 2, ErrorCode.ECONNREFUSED)),
    REMOTE_SENT_ON_AND_SEEN(() -> connect(syn(remote(), REMOTE).kernel(new KernelEvent.Translated(REMOTE.server(), OWN.server()))
            .packet(REMOTE.segment(SERVER, RST | ACK, 0, 1, 0, false)), REMOTE, 2, ErrorCode.ECONNREFUSED)),
    REMOTE_KERNEL_GAVE_UP(() -> connect(synsSent(remote(), REMOTE, 7), REMOTE, 134_400, ErrorCode.ETIMEDOUT)),
    REMOTE_NOTHING_LEFT(() -> connect(remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server()).at(ms(3_000))
            .kernel(REMOTE.socket(CLIENT, socket(SYN_SENT, 5, 0, 1, RETRANSMIT, 2, info(0, 0, 2, 0)), -1)), REMOTE, 3_200,
            ErrorCode.TIMEOUT)),
    NO_NEIGHBOUR_YET(() -> {
        TraceBuilder trace = remote().kernel(REMOTE.route(RouteType.UNICAST))
                .started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server()).at(ms(1_040))
                .kernel(REMOTE.socket(CLIENT, socket(SYN_SENT, 5, 0, 1, RETRANSMIT, 1, info(0, 0, 0, 0)), -1));
        return connect(trace, REMOTE, 1_500, ErrorCode.TIMEOUT)
                .kernel(REMOTE.destroyed(CLIENT, socket(CLOSE, 0, 0, 0, NONE, 1, info(0, 0, 0, 0))));
    }),
    REMOTE_SILENCE_AND_A_LISTENER_HERE(() -> syns(remote()
            .kernel(new KernelEvent.ListenerSeen(new Endpoint("::", REMOTE.server().port()), 0, 50, Occasion.CHANGE, -1)), REMOTE,
            3, 4_000)),
    REMOTE_SILENCE_AND_A_LISTENER_HERE_LOST(() -> REMOTE_SILENCE_AND_A_LISTENER_HERE.life.get()
            .kernel(new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"))),
    LOCAL_SILENCE_NO_LOOK_AT_THE_LISTENER(() -> syns(local(), LOCAL, 3, 4_000)),
    REMOTE_ROUTER_SAID_NO_BY_V6(() -> connect(syn(TraceBuilder.client("db.example:5432").source("packet"), V6).at(ms(9))
            .packet(V6.icmp("2001:db8::1", 1, 0, "no route to destination")), V6, 10, ErrorCode.ENETUNREACH)),
    REMOTE_REFUSED(() -> connect(syn(remote(), REMOTE).at(ms(1) + 300_000)
            .packet(REMOTE.segment(SERVER, RST | ACK, 0, 1, 0, false)), REMOTE, 2, ErrorCode.ECONNREFUSED)),
    REMOTE_REFUSED_WITHOUT_RST(() -> connect(syn(remote(), REMOTE), REMOTE, 2, ErrorCode.ECONNREFUSED)),
    REMOTE_REFUSED_WITHOUT_SYN(() -> connect(remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server()), REMOTE, 2,
            ErrorCode.ECONNREFUSED)),
    REMOTE_ROUTER_SAID_NO(() -> connect(syn(remote(), REMOTE).at(ms(9))
            .packet(REMOTE.icmp("203.0.113.1", 3, 1, "host unreachable")), REMOTE, 10, ErrorCode.EHOSTUNREACH)
            .kernel(new KernelEvent.ErrorOrigin("203.0.113.1", 3, 1, "host unreachable"))),
    REMOTE_ROUTER_FORBIDS(() -> connect(syn(remote(), REMOTE).at(ms(9))
            .packet(REMOTE.icmp("203.0.113.1", 3, 13, "communication administratively prohibited")), REMOTE, 10,
            ErrorCode.EHOSTUNREACH)),
    A_RULE_HERE_FORBIDS(() -> connect(syn(remote(), REMOTE).at(ms(9))
            .packet(REMOTE.icmp("192.0.2.7", 3, 13, "communication administratively prohibited")), REMOTE, 10,
            ErrorCode.EHOSTUNREACH)),
    REMOTE_TARGET_SAID_NO(() -> connect(syn(remote(), REMOTE).at(ms(9))
            .packet(REMOTE.icmp("198.51.100.9", 3, 13, "communication administratively prohibited")), REMOTE, 10,
            ErrorCode.EHOSTUNREACH)),
    REMOTE_NO_NEIGHBOUR(() -> connect(remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server()).at(ms(3_000))
            .packet(REMOTE.icmp("192.0.2.7", 3, 1, "host unreachable")), REMOTE, 3_001, ErrorCode.EHOSTUNREACH)),
    ROUTE_BLACKHOLE(() -> remote().kernel(REMOTE.route(RouteType.BLACKHOLE)).started(CLIENT, 1, 1, Stage.CONNECT, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.EINVAL, null, REMOTE.server())),
    ROUTE_UNREACHABLE(() -> remote().kernel(REMOTE.route(RouteType.UNREACHABLE)).started(CLIENT, 1, 1, Stage.ROUTE, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.ROUTE, ErrorCode.EHOSTUNREACH, null, REMOTE.server())),
    ROUTE_NONE(() -> remote().kernel(REMOTE.route(RouteType.NONE)).started(CLIENT, 1, 1, Stage.ROUTE, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.ROUTE, ErrorCode.ENETUNREACH, null, REMOTE.server())),
    ROUTE_PROHIBITED(() -> remote().kernel(REMOTE.route(RouteType.PROHIBIT)).started(CLIENT, 1, 1, Stage.ROUTE, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.ROUTE, ErrorCode.EACCES, null, REMOTE.server())),
    ROUTE_FROM_A_SOURCE_THAT_DOES_NOT_FIT(() -> remote().kernel(new KernelEvent.RouteAnswered(REMOTE.server(),
            new KernelRoute(RouteType.UNICAST, "eth0", null, "192.0.2.7", 1500, 254), "127.0.0.1"))
            .started(CLIENT, 1, 1, Stage.ROUTE, new Endpoint("127.0.0.1", 0), REMOTE.server())
            .failed(CLIENT, 1, 1, Stage.ROUTE, ErrorCode.EINVAL, new Endpoint("127.0.0.1", 0), REMOTE.server())),
    ROUTE_BROADCAST(() -> remote().kernel(REMOTE.route(RouteType.BROADCAST)).started(CLIENT, 1, 1, Stage.ROUTE, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.ROUTE, ErrorCode.EACCES, null, REMOTE.server())),
    ROUTE_MULTICAST(() -> remote().kernel(REMOTE.route(RouteType.MULTICAST)).started(CLIENT, 1, 1, Stage.CONNECT, null,
            REMOTE.server()).failed(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ENETUNREACH, null, REMOTE.server())),
    REMOTE_ANSWERED_LATE(() -> syns(remote(), REMOTE, 2, 1_500).at(ms(1_750))
            .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false))),
    REMOTE_ANSWER_DROPPED_HERE(() -> connect(synsSent(remote(), REMOTE, 2).at(ms(1_020))
            .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, true)), REMOTE, 1_500, ErrorCode.TIMEOUT)),
    REMOTE_TOLD_TOO_LATE(() -> connect(syn(remote(), REMOTE).at(ms(20))
            .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false))
            .packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, false)), REMOTE, 50, ErrorCode.TIMEOUT)),
    INTERRUPTED_IN_SILENCE(() -> connect(synsSent(remote(), REMOTE, 3), REMOTE, 5_000, ErrorCode.INTERRUPTED)
            .event(CLIENT, 0, 0, new RunEvent.Interrupted("INT"))),
    REMOTE_RST_IGNORED(() -> connect(syn(remote(), REMOTE).at(ms(20)).packet(REMOTE.segment(SERVER, RST, 77, 0, 0, 0, false)),
            REMOTE, 50, ErrorCode.TIMEOUT)),
    REMOTE_ANSWERED_WHILE_THE_CLOCK_WAS_SET(() -> connect(syn(remote(), REMOTE).at(ms(20))
            .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false)), REMOTE, 50, ErrorCode.TIMEOUT)
            .kernel(new KernelEvent.ClockStepped(-3_600_000_000_000L))),
    RESET_DURING_CONNECT(() -> connect(syn(local(), LOCAL).at(ms(1) + 50_000)
            .packet(LOCAL.segment(SERVER, RST | ACK, 0, 1, 0, 0, false)), LOCAL, 2, ErrorCode.ECONNRESET)
            .kernel(new KernelEvent.CounterRose("EmbryonicRsts", 1))),
    RESET_ONCE_ESTABLISHED(() -> connect(syn(local(), LOCAL).at(ms(1)).packet(LOCAL.segment(SERVER, SYN | ACK, 0, 1, 0, 0, false))
            .packet(LOCAL.segment(CLIENT, ACK, 1, 1, 0, 0, false)).at(ms(1) + 50_000)
            .packet(LOCAL.segment(SERVER, RST | ACK, 1, 1, 0, 0, false)), LOCAL, 2, ErrorCode.ECONNRESET)),
    FULL_ACCEPT_QUEUE(() -> {
        TraceBuilder trace = syns(local(), LOCAL, 2, 2_000);
        return trace.kernel(LOCAL.listener(2, 1, trace.last()))
                .kernel(new KernelEvent.CounterRose("ListenOverflows", 2))
                .kernel(new KernelEvent.CounterRose("ListenDrops", 2));
    }),
    FULL_ACCEPT_QUEUE_AT_AN_OWN_ADDRESS(() -> {
        TraceBuilder trace = syns(own(), OWN, 2, 2_000);
        return trace.kernel(OWN.listener(2, 1, trace.last())).kernel(new KernelEvent.CounterRose("ListenOverflows", 2));
    }),
    CLOSED_PORT_AT_AN_OWN_ADDRESS(() -> connect(syn(own(), OWN).at(ms(1) + 12_000)
            .packet(OWN.segment(SERVER, RST | ACK, 0, 1, 0, false)), OWN, 2, ErrorCode.ECONNREFUSED)),
    DROPPED_ON_THIS_MACHINE(() -> connect(synsSent(local(), LOCAL, 2).at(ms(1_500)).kernel(LOCAL.listener(0, 50, -1)), LOCAL, 2_000,
            ErrorCode.TIMEOUT)),
    DROPPED_ON_THIS_MACHINE_WITH_A_GAP(() -> connect(synsSent(local(), LOCAL, 2).at(ms(1_500)).kernel(LOCAL.listener(0, 50, -1)),
            LOCAL, 2_000, ErrorCode.TIMEOUT).kernel(new KernelEvent.EvidenceLost("packet", -1, LossKind.MISSED, "the ring was full"))),
    HANDSHAKE_STUCK(() -> connect(synsSent(local(), LOCAL, 2).at(ms(1_500))
            .kernel(LOCAL.socket(SERVER, socket(NEW_SYN_RECV, 0, 0, 0, null), -1)), LOCAL, 2_000, ErrorCode.TIMEOUT)),
    NOT_ACCEPTED(() -> {
        TraceBuilder trace = waited(ping(up(local(), LOCAL), LOCAL, true), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(6, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 0, 5, 0, info(0, 5, 0, 65_536)), trace.last() - 1))
                .kernel(LOCAL.listener(1, 50, trace.last() - 2));
    }),
    NO_WORKER_TOOK_IT(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, true)
            .started(SERVER, 1, 0, Stage.WORKER_QUEUE, LOCAL.server(), LOCAL.client()), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)),
    ALL_WORKERS_ARE_BUSY(() -> {
        FourTuple other = new FourTuple(LOCAL.server(), new Endpoint(LOCAL.client().address(), 50_099));
        TraceBuilder trace = local().started(SERVER, 2, 0, Stage.ACCEPT, null, null)
                .finished(SERVER, 2, 0, Stage.ACCEPT, new Outcome.Accepted(other, 0, 1))
                .event(SERVER, 2, 0, new LoopEvent.WorkerTook(1, 1, 1));
        TraceBuilder waits = waited(ping(up(trace, LOCAL), LOCAL, true), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return waits.kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 0, 5, 0, info(0, 5, 0, 65_536)), waits.last()));
    }),
    THE_SERVER_WORKS_ON_THE_REQUEST(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, true)
            .reads(SERVER, "ping\n").started(SERVER, 1, 0, Stage.HANDLER, LOCAL.server(), LOCAL.client()), LOCAL, Stage.FIRST_BYTE,
            ErrorCode.TIMEOUT)),
    DEFERRED_ACCEPT(() -> {
        TraceBuilder trace = waited(up(local(), LOCAL), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(NEW_SYN_RECV, 0, 0, 0, null), trace.last() - 1));
    }),
    DEFERRED_ACCEPT_THAT_WAS_COUNTED(() -> {
        TraceBuilder trace = waited(halfOpen(up(local(), LOCAL)).kernel(LOCAL.listener(0, 2, -1)), LOCAL, Stage.FIRST_BYTE,
                ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(NEW_SYN_RECV, 0, 0, 0, null), trace.last() - 1))
                .kernel(new KernelEvent.CounterRose("TCPDeferAcceptDrop", 1));
    }),
    DEFERRED_ACCEPT_NO_LOOK_AT_THE_QUEUE(() -> {
        TraceBuilder trace = waited(halfOpen(up(local(), LOCAL)), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return stillHalfOpen(trace).kernel(new KernelEvent.CounterRose("TCPDeferAcceptDrop", 1));
    }),
    DEFERRED_ACCEPT_AND_DATA(() -> {
        TraceBuilder trace = waited(halfOpen(ping(up(local(), LOCAL), LOCAL, false)).kernel(LOCAL.listener(0, 2, -1)), LOCAL,
                Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return stillHalfOpen(trace).kernel(new KernelEvent.CounterRose("TCPDeferAcceptDrop", 1));
    }),
    HALF_OPEN_WITH_ROOM(() -> stillHalfOpen(waited(halfOpen(up(local(), LOCAL)).kernel(LOCAL.listener(0, 2, -1)), LOCAL,
            Stage.FIRST_BYTE, ErrorCode.TIMEOUT))),
    SERVER_DOES_NOT_READ(() -> lastSeen(waited(ping(up(local(), LOCAL).accepted(), LOCAL, true), LOCAL, Stage.FIRST_BYTE,
            ErrorCode.TIMEOUT), LOCAL, SERVER,
            socket(ESTABLISHED, 42, 5, 0, info(0, 5, 0, 65_536)))),
    SERVER_DOES_NOT_ANSWER(() -> lastSeen(waited(ping(up(local(), LOCAL).accepted(), LOCAL, true).reads(SERVER, "ping\n"), LOCAL,
                Stage.FIRST_BYTE, ErrorCode.TIMEOUT), LOCAL, SERVER,
            socket(ESTABLISHED, 42, 0, 0, info(0, 5, 0, 65_536)))),
    BYTES_ARE_DROPPED(() -> lastSeen(waited(ping(up(local(), LOCAL).accepted(), LOCAL, false).at(ms(210))
            .packet(LOCAL.segment(CLIENT, PSH | ACK, 1, 1, 5, true)).at(ms(630)).packet(LOCAL.segment(CLIENT, PSH | ACK, 1, 1, 5,
            true)), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT), LOCAL, socket(ESTABLISHED, 41, 0, 5, RETRANSMIT, 2, info(1, 0, 2,
            65_536)))),
    ANSWER_NOT_READ(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, true).reads(SERVER, "ping\n").writes(SERVER, 5)
            .packet(LOCAL.segment(SERVER, PSH | ACK, 1, 6, 5, false)), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)),
    ANSWER_LEFT_IN_THE_SOCKET(() -> lastSeen(waited(up(local(), LOCAL).accepted().writes(SERVER, 5), LOCAL, Stage.FIRST_BYTE,
            ErrorCode.TIMEOUT), LOCAL, socket(ESTABLISHED, 41, 5, 0, info(1, 5, 0, 65_536)))),
    NOBODY_SPEAKS_FIRST(() -> {
        TraceBuilder trace = waited(up(local(), LOCAL).accepted(), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 42, 0, 0, info(0, 0, 0, 65_536)), trace.last() - 1));
    }),
    REMOTE_ACKNOWLEDGED_NOT_ANSWERED(() -> lastSeen(waited(ping(up(remote(), REMOTE), REMOTE, true), REMOTE, Stage.FIRST_BYTE,
            ErrorCode.TIMEOUT), REMOTE, socket(ESTABLISHED, 41, 0, 0, info(6, 0, 0, 65_536)))),
    REMOTE_SILENT_AFTER_DATA(() -> lastSeen(waited(pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE), REMOTE, Stage.DATA,
            ErrorCode.TIMEOUT), REMOTE, socket(ESTABLISHED, 41, 0, 0, info(6, 5, 0, 65_536)))),
    REMOTE_DROPS_LATER_BYTES(() -> lastSeen(waited(ping(pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE), REMOTE, false)
            .at(ms(250)).packet(REMOTE.segment(CLIENT, PSH | ACK, 6, 6, 5, true)), REMOTE, Stage.DATA, ErrorCode.TIMEOUT), REMOTE,
            socket(ESTABLISHED, 41, 0, 5, RETRANSMIT, 1, info(6, 5, 1, 65_536)))),
    REMOTE_FLOW_FORGOTTEN(() -> waited(ping(up(remote(), REMOTE), REMOTE, false).at(ms(250))
            .packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 5, true)).at(ms(660))
            .packet(REMOTE.segment(CLIENT, PSH | ACK, 1, 1, 5, true)), REMOTE, Stage.FIRST_BYTE, ErrorCode.ETIMEDOUT)
            .kernel(REMOTE.destroyed(CLIENT, socket(ESTABLISHED, 0, 0, 5, NONE, 0, info(1, 0, 2, 65_536))))),
    ACK_NOT_TAKEN(() -> waited(untaken(up(remote(), REMOTE)), REMOTE, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)),
    ACK_NOT_TAKEN_AND_BYTES_SENT(() -> waited(untaken(ping(up(remote(), REMOTE), REMOTE, false)), REMOTE, Stage.FIRST_BYTE,
            ErrorCode.ETIMEDOUT)),
    ACK_NOT_TAKEN_THEN_RESET(() -> waited(untaken(up(remote(), REMOTE)).at(ms(900)).packet(REMOTE.segment(SERVER, RST, 1, 0, 0, 0,
            false)), REMOTE, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    ACK_NOT_TAKEN_AND_NOTHING_ASKED(() -> untaken(up(remote(), REMOTE)).closed(CLIENT, CloseKind.HALF, 0, 0)),
    REMOTE_NEVER_SPOKE(() -> lastSeen(waited(ping(up(remote(), REMOTE), REMOTE, false).at(ms(250)).packet(REMOTE.segment(CLIENT,
            PSH | ACK, 1, 1, 5, true)), REMOTE, Stage.FIRST_BYTE, ErrorCode.TIMEOUT), REMOTE, socket(ESTABLISHED, 41, 0, 5,
            RETRANSMIT, 1, info(1, 0, 1, 65_536)))),
    LOCAL_DROPS_WHAT_IT_TOOK_BEFORE(() -> lastSeen(waited(ping(pong(ping(up(own(), OWN), OWN, true), OWN), OWN, false), OWN,
            Stage.DATA, ErrorCode.TIMEOUT), OWN, socket(ESTABLISHED, 41, 0, 5, RETRANSMIT, 1, info(6, 5, 1, 65_536)))),
    PACKETS_OF_FULL_SIZE_VANISH(() -> lastSeen(waited(ping(up(remote().kernel(REMOTE.route(1_500)), REMOTE), REMOTE, true)
            .writes(CLIENT, 1_448).packet(packed(REMOTE.segment(CLIENT, ACK, 6, 1, 1_448, false), 1_500, 64)).at(ms(250))
            .packet(packed(REMOTE.segment(CLIENT, ACK, 6, 1, 1_448, true), 1_500, 64)), REMOTE, Stage.FIRST_BYTE,
            ErrorCode.TIMEOUT), REMOTE, socket(ESTABLISHED, 41, 0, 1_448, RETRANSMIT, 1, info(6, 0, 1, 65_536)))),
    FIRST_PART_OF_THE_ANSWER_LOST(() -> waited(ping(up(remote(), REMOTE), REMOTE, true)
            .packet(REMOTE.segment(SERVER, PSH | ACK, 1_449, 6, 52, false)), REMOTE, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)),
    RESET_BY_ANOTHER_BOX(() -> waited(ping(up(remote(), REMOTE), REMOTE, true).at(ms(900))
            .packet(packed(REMOTE.segment(SERVER, RST | ACK, 1, 6, 0, 0, false), 40, 63)), REMOTE, Stage.FIRST_BYTE,
            ErrorCode.ECONNRESET)),
    RST_TO_A_REQUEST_WITHOUT_A_FIN(() -> waited(ping(up(own(), OWN), OWN, false).packet(OWN.segment(SERVER, RST, 1, 0, 0, false)),
            OWN, Stage.FIRST_BYTE, ErrorCode.EOF)),
    REMOTE_RST_TO_A_REQUEST_WITHOUT_A_FIN(() -> waited(ping(up(remote(), REMOTE), REMOTE, false)
            .packet(REMOTE.segment(SERVER, RST, 1, 0, 0, false)), REMOTE, Stage.FIRST_BYTE, ErrorCode.EOF)),
    WINDOW_CLOSED(() -> lastSeen(waited(up(remote(), REMOTE).at(ms(100)).packet(REMOTE.segment(CLIENT, ACK, 1, 1, 1_000, false))
            .packet(REMOTE.segment(SERVER, ACK, 1, 1_001, 0, 0, false)), REMOTE, Stage.WRITE, ErrorCode.TIMEOUT), REMOTE,
            socket(ESTABLISHED, 41, 0, 9_000, PROBE, 1, info(1_001, 0, 0, 0)))),
    WINDOW_CLOSED_OVER_UNREAD_BYTES(() -> {
        TraceBuilder trace = waited(up(local(), LOCAL).accepted().writes(CLIENT, 9_000)
                .packet(LOCAL.segment(CLIENT, ACK, 1, 1, 2_048, false)).packet(LOCAL.segment(SERVER, ACK, 1, 2_049, 0, 0, false)),
                LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(ESTABLISHED, 41, 0, 6_952, PROBE, 1, info(2_049, 0, 0, 0)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 42, 2_048, 0, info(0, 2_048, 0, 65_536)), trace.last() - 1));
    }),
    WINDOW_CLOSED_AND_ALL_ACKNOWLEDGED(() -> lastSeen(waited(up(remote(), REMOTE).writes(CLIENT, 1_000).at(ms(100))
            .packet(REMOTE.segment(CLIENT, ACK, 1, 1, 1_000, false)).packet(REMOTE.segment(SERVER, ACK, 1, 1_001, 0, 0, false)),
            REMOTE, Stage.FIRST_BYTE, ErrorCode.TIMEOUT), REMOTE, socket(ESTABLISHED, 41, 0, 0, NONE, 0, info(1_001, 0, 0, 0)))),
    RESET_AFTER_DATA(() -> waited(ping(up(remote(), REMOTE), REMOTE, true).at(ms(900))
            .packet(REMOTE.segment(SERVER, RST | ACK, 1, 6, 0, 0, false)), REMOTE, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_WITHOUT_RST(() -> waited(ping(up(remote(), REMOTE), REMOTE, true), REMOTE, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_OF_A_LOCAL_SERVER(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, false).at(ms(900))
            .packet(LOCAL.segment(SERVER, RST | ACK, 1, 6, 0, 0, false)), LOCAL, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_BY_A_SERVER_THAT_HAD_READ(() -> waited(resets(ping(up(local(), LOCAL).accepted(), LOCAL, true)
            .reads(SERVER, "ping\n")).at(ms(990)), LOCAL, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_BY_A_SERVER_THAT_HAD_ANSWERED(() -> waited(resets(pong(ping(up(local(), LOCAL).accepted(), LOCAL, true)
            .reads(SERVER, "ping\n").writes(SERVER, 5), LOCAL)), LOCAL, Stage.DATA, ErrorCode.ECONNRESET)),
    RESET_FOUND_BY_A_WRITE(() -> waited(resets(up(local(), LOCAL).accepted()), LOCAL, Stage.WRITE, ErrorCode.EPIPE)),
    RESET_FOR_UNREAD_BYTES(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, true).at(ms(900))
            .closed(SERVER, CloseKind.HALF, 0, 0).packet(LOCAL.segment(SERVER, RST | ACK, 1, 6, 0, 0, false)), LOCAL,
            Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_FOR_A_FULL_QUEUE(() -> resetUnaccepted(halfOpen(ping(up(local(), LOCAL), LOCAL, false).at(ms(300)))
            .kernel(LOCAL.listener(3, 2, -1)).kernel(new KernelEvent.CounterRose("ListenOverflows", 2)))),
    RESET_WHILE_HALF_OPEN(() -> resetUnaccepted(halfOpen(up(local(), LOCAL).at(ms(300))).kernel(LOCAL.listener(1, 2, -1)))),
    RESET_AFTER_A_GAP(() -> waited(ping(up(remote(), REMOTE), REMOTE, false).at(ms(900))
            .kernel(new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"))
            .packet(REMOTE.segment(SERVER, RST | ACK, 1, 1, 0, 0, false)), REMOTE, Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    RESET_BY_THIS_SIDE(() -> waited(ping(up(remote(), REMOTE), REMOTE, true).at(ms(900))
            .packet(REMOTE.segment(CLIENT, RST, 6, 0, 0, 0, false)), REMOTE, Stage.WRITE, ErrorCode.EPIPE)),
    REMOTE_DOES_NOT_CLOSE(() -> lastSeen(waited(up(remote(), REMOTE), REMOTE, Stage.CLOSE, ErrorCode.TIMEOUT), REMOTE,
            socket(FIN_WAIT2, 41, 0, 0, info(2, 0, 0, 65_536)))),
    PEER_DOES_NOT_CLOSE(() -> {
        TraceBuilder trace = waited(up(local(), LOCAL).accepted(), LOCAL, Stage.CLOSE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(CLIENT, socket(FIN_WAIT2, 41, 0, 0, info(2, 0, 0, 65_536)), trace.last()))
                .kernel(LOCAL.socket(SERVER, socket(CLOSE_WAIT, 42, 0, 0, info(0, 0, 0, 65_536)), trace.last() - 1));
    }),
    WENT_WELL(() -> well(pong(ping(up(local(), LOCAL).accepted(), LOCAL, true).reads(SERVER, "ping\n").writes(SERVER, 5), LOCAL),
            LOCAL, 0)),
    WENT_WELL_REMOTE_WITH_LOSS(() -> well(pong(ping(up(remote().done(CLIENT, Stage.ROUTE, new Outcome.RouteChosen(REMOTE.server(),
            REMOTE.client(), null, 0)).kernel(REMOTE.route(1_500)), REMOTE), REMOTE, true), REMOTE), REMOTE, 1)),
    WENT_WELL_WITH_ITS_PACKETS_ELSEWHERE(() -> remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
            .finished(CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(REMOTE.client(), REMOTE.server())))
            .kernel(REMOTE.socket(CLIENT, socket(ESTABLISHED, 41, 0, 0, info(1, 0, 0, 65_536)), -1))
            .closed(CLIENT, CloseKind.HALF, 0, 0)),
    WENT_WELL_SENT_ON(() -> remote().started(CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
            .finished(CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(new FourTuple(REMOTE.client(), REMOTE.server())))
            .closed(CLIENT, CloseKind.HALF, 0, 0).kernel(new KernelEvent.Translated(REMOTE.server(), OWN.server()))),
    WENT_WELL_ELSEWHERE(() -> well(up(remote(), REMOTE).sentOn(REMOTE.server(), OWN.server()), REMOTE, 0)),
    WENT_WELL_SENT_ON_AND_SEEN(() -> well(up(remote(), REMOTE), REMOTE, 0).kernel(new KernelEvent.Translated(REMOTE.server(), OWN.server()))),
    WENT_WELL_WITH_A_CLOCK_STEP(() -> well(up(remote(), REMOTE), REMOTE, 0).kernel(new KernelEvent.ClockStepped(2_000_000_000L))
            .kernel(new KernelEvent.RouteDisagreed("192.0.2.8", REMOTE.client()))),
    WENT_WELL_IN_THE_QUEUE(() -> up(local(), LOCAL)
            .kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 0, 0, 0, info(0, 0, 0, 65_536)), -1))
            .closed(CLIENT, CloseKind.HALF, 0, 0)),
    WENT_WELL_AT_BOTH_ENDS(() -> well(pong(ping(up(local(), LOCAL).accepted(), LOCAL, true).reads(SERVER, "ping\n").writes(SERVER, 5),
            LOCAL).packet(LOCAL.segment(SERVER, FIN | ACK, 6, 6, 0, false)), LOCAL, 0).closed(SERVER, CloseKind.ORDERLY, 5, 5)),
    WENT_WELL_BY_FINS(() -> pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE)
            .packet(REMOTE.segment(SERVER, FIN | ACK, 6, 6, 0, false)).packet(REMOTE.segment(CLIENT, FIN | ACK, 6, 7, 0, false))
            .closed(CLIENT, CloseKind.ORDERLY, 5, 5)),
    REQUEST_AFTER_THE_END(() -> lateRequest(up(remote(), REMOTE).packet(REMOTE.segment(SERVER, PSH | ACK, 1, 1, 5, false))
            .reads(CLIENT, "full\n"), 6).closed(CLIENT, CloseKind.ORDERLY, 5, 5)),
    REQUEST_AFTER_AN_EMPTY_END(() -> waited(lateRequest(up(remote(), REMOTE), 1), REMOTE, Stage.FIRST_BYTE, ErrorCode.EOF)),
    RESET_BEFORE_THE_CLOSE(() -> resetEarlier(up(remote(), REMOTE), Stage.CLOSE)),
    RESET_BEFORE_A_WRITE(() -> resetEarlier(up(remote(), REMOTE), Stage.WRITE)),
    RESET_OVER_UNREAD_BYTES(() -> waited(ping(up(local(), LOCAL).accepted(), LOCAL, true)
            .kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 42, 5, 0, info(0, 5, 0, 65_536)), -1)).at(ms(900))
            .closed(SERVER, CloseKind.HALF, 0, 0).packet(LOCAL.segment(SERVER, RST | ACK, 1, 6, 0, 0, false)), LOCAL,
            Stage.FIRST_BYTE, ErrorCode.ECONNRESET)),
    KEEP_ALIVE_GAVE_UP(() -> waited(probes(up(remote(), REMOTE)), REMOTE, Stage.IDLE, ErrorCode.ETIMEDOUT)),
    KEEP_ALIVE_WITHOUT_ANSWER(() -> waited(probes(up(remote(), REMOTE)), REMOTE, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)),
    FIN_WITHOUT_ANSWER(() -> REMOTE_ACKNOWLEDGED_NOT_ANSWERED.life.get().at(ms(1_001))
            .packet(REMOTE.segment(CLIENT, FIN | ACK, 6, 1, 0, false)).at(ms(1_300)).closed(CLIENT, CloseKind.ABANDONED, 0, 5)),
    FIN_WITH_AN_ANSWER(() -> FIN_WITHOUT_ANSWER.life.get().at(ms(1_302)).packet(REMOTE.segment(SERVER, ACK, 1, 7, 0, false))),
    FIN_WITH_A_REFUSAL(() -> FIN_WITHOUT_ANSWER.life.get().packet(REMOTE.segment(SERVER, RST, 1, 0, 0, 0, false))),
    FIN_WITH_A_REFUSAL_AFTER_DATA(() -> waited(pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE), REMOTE, Stage.IDLE, ErrorCode.TIMEOUT)
            .at(ms(1_001)).packet(REMOTE.segment(CLIENT, FIN | ACK, 6, 6, 0, false)).at(ms(1_300)).closed(CLIENT, CloseKind.ABANDONED, 0, 5)
            .packet(REMOTE.segment(SERVER, RST, 6, 0, 0, 0, false))),
    REST_OF_THE_ANSWER_LOST(() -> waited(pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE)
            .packet(REMOTE.segment(SERVER, PSH | ACK, 2_902, 6, 104, false)), REMOTE, Stage.DATA, ErrorCode.TIMEOUT)),
    ANSWERED_WITH_A_HOLE(() -> pong(ping(up(remote(), REMOTE), REMOTE, true), REMOTE)
            .packet(REMOTE.segment(SERVER, PSH | ACK, 2_902, 6, 104, false)).closed(CLIENT, CloseKind.HALF, 5, 5)),
    NOT_ACCEPTED_BY_ONE_OF_SEVERAL(() -> {
        TraceBuilder trace = waited(ping(up(local(), LOCAL), LOCAL, true), LOCAL, Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        return trace.kernel(LOCAL.socket(SERVER, socket(ESTABLISHED, 0, 5, 0, info(0, 5, 0, 65_536)), trace.last()))
                .kernel(new KernelEvent.ListenerSeen(LOCAL.server(), 1, 50, Occasion.EVENT, trace.last() - 1, 2));
    }),
    RESET_IN_PLACE_OF_A_FIN(() -> ping(up(remote(), REMOTE), REMOTE, true).at(ms(900)).packet(REMOTE.segment(CLIENT, FIN | ACK, 6, 1, 0, false))
            .started(CLIENT, 1, 0, Stage.CLOSE, null, null).event(CLIENT, 1, 0, new StreamEvent.OutputShut()).at(ms(950))
            .packet(REMOTE.segment(SERVER, RST | ACK, 1, 7, 0, 0, false))
            .failed(CLIENT, 1, 0, Stage.CLOSE, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server())),
    NOBODY_CAME(() -> new TraceBuilder(Mode.SERVER, "192.0.2.7:5432").source("packet")
            .started(SERVER, 0, 0, Stage.ACCEPT, new Endpoint("192.0.2.7", 5432), null).at(ms(2_000))
            .failed(SERVER, 0, 0, Stage.ACCEPT, ErrorCode.TIMEOUT, new Endpoint("192.0.2.7", 5432), null)),
    NO_CLIENT_REACHED_ACCEPT(() -> new TraceBuilder(Mode.SERVER, "192.0.2.7:5432").source("sockdiag").source("packet")
            .started(SERVER, 0, 0, Stage.ACCEPT, new Endpoint("192.0.2.7", 5432), null).at(ms(800))
            .packet(new Sights(new Endpoint("198.51.100.1", 50_000), new Endpoint("192.0.2.7", 5432), "eth0")
                    .segment(CLIENT, SYN, 0, 0, 0, false)).at(ms(2_000))
            .failed(SERVER, 0, 0, Stage.ACCEPT, ErrorCode.TIMEOUT, new Endpoint("192.0.2.7", 5432), null));

    private final Supplier<TraceBuilder> life;

    Fault(Supplier<TraceBuilder> life) {
        this.life = life;
    }

    /// Everything that there is about it.
    public Trace trace() {
        return life.get().build();
    }
}
