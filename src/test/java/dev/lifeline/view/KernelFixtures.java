package dev.lifeline.view;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.WirePackets;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.socket.SynFacts;
import dev.lifeline.view.TraceFixtures.Fixture;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Traces that hold what the kernel said and what packets showed, with the figures that a machine really gives.
public final class KernelFixtures {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 52814), SERVER);
    private static final SynFacts SYN = new SynFacts(64, 65_495, 65_495, 7, true, true);

    private KernelFixtures() {
    }

    public static Map<String, Fixture> all() {
        Map<String, Fixture> all = new LinkedHashMap<>();
        all.put("evidence", evidence());
        all.put("evidence-hold", hold());
        all.put("evidence-refused", refused());
        all.put("evidence-silent", silent());
        all.put("evidence-icmp", icmp());
        all.put("evidence-zero-window", zeroWindow());
        all.put("evidence-not-accepted", notAccepted());
        all.put("evidence-race", race());
        all.put("evidence-serve", serve());
        all.put("evidence-repeat", repeat());
        return all;
    }

    /// One connection on loopback with all that can be known of it.
    static Fixture evidence() {
        TraceBuilder life = loopback();
        WirePackets wire = opening(life);
        life.connection(1).done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted());
        wire.listener(448, 1, 128).socket(447, Lane.CLIENT, Occasion.EVENT, established(48_211, 0, 0))
                .socket(446, Lane.SERVER, Occasion.EVENT, established(0, 0, 0));
        descriptors(wire, 593);
        exchange(life, wire, 0);
        return new Fixture(life.inOrder().trace(), well("Both programs and the kernel between them saw the connection."));
    }

    /// The server's program is held before accept; the kernel has connected the client all the same.
    static Fixture hold() {
        TraceBuilder life = loopback();
        WirePackets wire = opening(life);
        life.connection(0);
        long held = life.add(480, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "late-accept=200ms"));
        life.mark(200_580, Lane.SERVER, new HoldEvent.HoldEnded(held));
        life.connection(1).done(Lane.SERVER, Stage.ACCEPT, 200_590, 200_610, accepted());
        wire.socket(447, Lane.CLIENT, Occasion.EVENT, established(48_211, 0, 0))
                .socket(446, Lane.SERVER, Occasion.EVENT, established(0, 0, 0)).listener(448, 1, 128)
                .socket(482, Lane.CLIENT, Occasion.EVENT, established(48_211, 0, 0))
                .socket(483, Lane.SERVER, Occasion.EVENT, established(0, 0, 0)).listener(484, 1, 128);
        descriptors(wire, 200_612);
        exchange(life, wire, 200_020);
        return new Fixture(life.inOrder().trace(), well("The client was connected before the server's program accepted."));
    }

    /// A port where nobody listens: the reset was seen.
    static Fixture refused() {
        Endpoint local = new Endpoint("127.0.0.1", 40212);
        Endpoint remote = new Endpoint("127.0.0.1", 9);
        TraceBuilder life = client("127.0.0.1:9");
        life.skipped(Lane.CLIENT, Stage.LOOKUP, 11, "a literal address: nothing to look up")
                .done(Lane.CLIENT, Stage.ROUTE, 14, 82, route(remote, "127.0.0.1", "lo", 65_536));
        life.attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 95, 215,
                TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, local, remote));
        new WirePackets(life, new FourTuple(local, remote))
                .kernel(83, answered(remote, RouteType.LOCAL, "lo", null, "127.0.0.1", 65_536))
                .syn(104, false).reset(109, Lane.SERVER);
        return new Fixture(life.inOrder().trace(), failed(ErrorCode.ECONNREFUSED, remote,
                "The host answered the SYN with a reset: nothing listens on that address and port.",
                "The reset was seen 5 us after the SYN.", "That the service is down.", "ss -ltn 'sport = :9'"));
    }

    /// A host that never answers, behind a router.
    static Fixture silent() {
        Endpoint local = new Endpoint("192.0.2.77", 41024);
        Endpoint remote = new Endpoint("203.0.113.7", 5432);
        TraceBuilder life = client("203.0.113.7:5432");
        life.skipped(Lane.CLIENT, Stage.LOOKUP, 11, "a literal address: nothing to look up")
                .done(Lane.CLIENT, Stage.ROUTE, 14, 82, route(remote, "192.0.2.77", "eth0", 1500));
        life.attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 95, 4_000_200,
                TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.CONNECT, local, remote));
        new WirePackets(life, new FourTuple(local, remote))
                .kernel(83, answered(remote, RouteType.UNICAST, "eth0", "192.0.2.1", "192.0.2.77", 1500))
                .syn(104, false).syn(1_020_104, true).syn(3_068_104, true)
                .socket(120, Lane.CLIENT, Occasion.EVENT, synSent(997, 0))
                .socket(1_030_000, Lane.CLIENT, Occasion.CHANGE, synSent(2_040, 1))
                .socket(4_000_100, Lane.CLIENT, Occasion.EVENT, synSent(3_120, 2))
                .kernel(4_000_150, new KernelEvent.EvidenceLost("packet", 12, LossKind.MISSED, "the ring buffer was full"));
        return new Fixture(life.inOrder().trace(), failed(ErrorCode.TIMEOUT, remote,
                "The SYN was sent 3 times in 4 s, and nothing came back.", "The SYNs left this host.",
                "That the host is down. A firewall that drops packets looks the same.",
                "trace connect 203.0.113.7:5432 --timeout 10s"));
    }

    /// A router on the way says no, and the route had promised another source address.
    static Fixture icmp() {
        Endpoint local = new Endpoint("2001:db8:1::5", 41024);
        Endpoint remote = new Endpoint("2001:db8:2::7", 443);
        TraceBuilder life = client("www.example.com:443");
        life.done(Lane.CLIENT, Stage.LOOKUP, 11, 800, new Outcome.Answers(LookupSource.DNS, List.of("2001:db8:2::7"), List.of()))
                .done(Lane.CLIENT, Stage.ROUTE, 810, 830, route(remote, "2001:db8:1::5", "eth0", 1500));
        life.attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 840, 2_450,
                TraceBuilder.failure(ErrorCode.EHOSTUNREACH, Operation.CONNECT, local, remote));
        new WirePackets(life, new FourTuple(local, remote))
                .kernel(832, answered(remote, RouteType.UNICAST, "eth0", "fe80::1", "2001:db8:1::99", 1500))
                .kernel(2_460, new KernelEvent.RouteDisagreed("2001:db8:1::99", local))
                .syn(861, false).icmp(2_401, "2001:db8:9::1", "administratively prohibited")
                .kernel(2_470, new KernelEvent.ErrorOrigin("2001:db8:9::1", 1, 1, "administratively prohibited"))
                .kernel(2_480, new KernelEvent.ClockStepped(-1_200_000_000L));
        return new Fixture(life.inOrder().trace(), failed(ErrorCode.EHOSTUNREACH, remote,
                "A router on the way forbids the connection.", "2001:db8:9::1 answered with an ICMP error.",
                "That the host is down: the packet did not reach it.", "traceroute 2001:db8:2::7"));
    }

    /// Keep-alive asks twice, and is answered; then the client closes, and its close waits.
    public static Fixture keptAlive() {
        TraceBuilder life = loopback();
        WirePackets wire = opening(life);
        life.connection(1).done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted());
        wire.segment(1_000_000, Lane.CLIENT, TcpFlags.ACK, 0, 1, 0, 65_535, true)
                .segment(1_000_010, Lane.SERVER, TcpFlags.ACK, 1, 1, 0, 65_535, false)
                .segment(2_000_000, Lane.CLIENT, TcpFlags.ACK, 0, 1, 0, 65_535, true)
                .segment(2_000_010, Lane.SERVER, TcpFlags.ACK, 1, 1, 0, 65_535, false)
                .segment(2_500_010, Lane.CLIENT, TcpFlags.ACK | TcpFlags.FIN, 1, 1, 0, 65_535, false)
                .segment(2_900_000, Lane.SERVER, TcpFlags.ACK, 1, 2, 0, 65_535, false);
        life.done(Lane.CLIENT, Stage.CLOSE, 2_500_000, 2_900_010, new Outcome.Closed(CloseKind.HALF, Lane.CLIENT, 0, 0));
        return new Fixture(life.inOrder().trace(), well("The connection was kept."));
    }

    /// The server's program does not read: its window closes, and the client probes it.
    static Fixture zeroWindow() {
        TraceBuilder life = loopback();
        WirePackets wire = opening(life);
        life.connection(1).done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted());
        descriptors(wire, 593);
        life.done(Lane.CLIENT, Stage.WRITE, 595, 1_204_000, new Outcome.Moved(new Bytes(2_621_440, "x".repeat(64), true), 41,
                Ending.COMPLETE));
        wire.data(600, Lane.CLIENT, 1, 32_768).data(650, Lane.CLIENT, 32_769, 32_768)
                .segment(700, Lane.SERVER, TcpFlags.ACK, 1, 65_537, 0, 0, false)
                .segment(205_000, Lane.CLIENT, TcpFlags.ACK, 65_536, 1, 0, 65_535, true)
                .segment(205_003, Lane.SERVER, TcpFlags.ACK, 1, 65_537, 0, 0, false)
                .segment(620_000, Lane.CLIENT, TcpFlags.ACK, 65_536, 1, 0, 65_535, true)
                .segment(620_004, Lane.SERVER, TcpFlags.ACK, 1, 65_537, 0, 0, false)
                .segment(1_200_100, Lane.SERVER, TcpFlags.ACK, 1, 65_537, 0, 65_535, false)
                .segment(1_200_150, Lane.CLIENT, TcpFlags.ACK, 65_537, 1, 32_768, 65_535, false);
        long held = life.add(640, Lane.SERVER, new HoldEvent.HoldStarted(Stage.FIRST_BYTE, "slow-reader"));
        life.mark(1_200_050, Lane.SERVER, new HoldEvent.HoldEnded(held));
        wire.socket(645, Lane.SERVER, Occasion.EVENT, established(48_215, 32_768, 0))
                .socket(700_000, Lane.CLIENT, Occasion.CHANGE,
                        new SocketSnapshot(SocketState.ESTABLISHED, 101, 48_211, 0, 2_555_904,
                        SocketTimer.PROBE, 840, 2, "cubic", null, WirePackets.info(31, 0)))
                .socket(700_001, Lane.SERVER, Occasion.CHANGE, established(48_215, 65_536, 0));
        life.done(Lane.SERVER, Stage.FIRST_BYTE, 1_200_060, 1_200_090, moved("POST /upload HTTP/1.1\r\n"));
        life.done(Lane.CLIENT, Stage.CLOSE, 1_204_100, 1_204_220, closed());
        return new Fixture(life.inOrder().trace(), well("The server's window was closed for 1.2 s: its program did not read."));
    }

    /// Nobody ever accepts, and the queue of the listener overflows.
    static Fixture notAccepted() {
        TraceBuilder life = loopback();
        WirePackets wire = opening(life);
        wire.socket(446, Lane.SERVER, Occasion.EVENT, established(0, 0, 0))
                .socket(447, Lane.CLIENT, Occasion.EVENT, established(48_211, 0, 0))
                .listener(448, 2, 1).kernel(700_000, new KernelEvent.CounterRose("ListenOverflows", 1))
                .kernel(700_001, new KernelEvent.CounterRose("ListenDrops", 1))
                .kernel(3_000_900, new KernelEvent.CounterRose("ListenOverflows", 3));
        life.connection(1).done(Lane.CLIENT, Stage.WRITE, 595, 610, moved("ping\n"))
                .failed(Lane.CLIENT, Stage.FIRST_BYTE, 620, 3_000_700,
                        TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.READ, TUPLE.local(), SERVER))
                .mark(3_001_000, Lane.CLIENT, new dev.lifeline.model.event.RunEvent.Remark("the server never accepted"));
        wire.data(603, Lane.CLIENT, 1, 5).socket(640, Lane.SERVER, Occasion.EVENT, established(0, 5, 0));
        return new Fixture(life.inOrder().trace(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT,
                ErrorCode.TIMEOUT, Operation.READ, TUPLE.local(), SERVER, "Connected, and no program took the connection.",
                "The kernel held the connection in the accept queue.", "That the server's program is gone.",
                "ss -ltn 'sport = :7007'"));
    }

    /// IPv6 is silent and sends its SYN again; IPv4 wins.
    static Fixture race() {
        Endpoint six = new Endpoint("::1", 7007);
        TraceBuilder life = client("localhost:7007");
        life.done(Lane.CLIENT, Stage.LOOKUP, 10, 321, new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("::1", "127.0.0.1"),
                        List.of()))
                .done(Lane.CLIENT, Stage.ROUTE, 330, 360, route(six, "::1", "lo", 65_536))
                .attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 400, 1_250_660,
                        TraceBuilder.failure(ErrorCode.INTERRUPTED, Operation.CONNECT, null, six));
        new WirePackets(life, new FourTuple(new Endpoint("::1", 40_000), six)).syn(410, false).syn(1_024_410, true);
        life.attempt(2).done(Lane.CLIENT, Stage.CONNECT, 1_250_500, 1_250_620, new Outcome.Connected(TUPLE))
                .mark(1_250_621, Lane.CLIENT, new RaceEvent.Won());
        new WirePackets(life, TUPLE).handshake(1_250_540, 1_250_551, 1_250_560).data(1_250_900, Lane.SERVER, 1, 5);
        life.attempt(1).mark(1_250_640, Lane.CLIENT, new RaceEvent.Abandoned("attempt 2 won first"))
                .attempt(0).done(Lane.CLIENT, Stage.FIRST_BYTE, 1_250_700, 1_251_100, moved("pong\n"))
                .done(Lane.CLIENT, Stage.CLOSE, 1_251_200, 1_251_400, closed());
        return new Fixture(life.inOrder().trace(), well("The second address connected."));
    }

    /// A server whose clients are other programs: their packets were seen all the same.
    static Fixture serve() {
        TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.SERVER)
                .plan(Lane.SERVER, Stage.BIND, Stage.ACCEPT, Stage.FIRST_BYTE);
        life.connection(0).done(Lane.SERVER, Stage.BIND, 10, 95, new Outcome.Listening(SERVER, 128));
        for (int i = 1; i <= 2; i++) {
            double at = i * 1_000;
            FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50_000 + i), SERVER);
            life.connection(i);
            WirePackets wire = new WirePackets(life, tuple).handshake(at - 40, at - 32, at - 20).data(at + 10, Lane.CLIENT, 1, 16);
            life.done(Lane.SERVER, Stage.ACCEPT, at, at + 20, new Outcome.Accepted(tuple.reversed(), i, 1))
                    .done(Lane.SERVER, Stage.FIRST_BYTE, at + 30, at + 200, moved("GET / HTTP/1.1\r\n"));
            wire.kernel(at + 21, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 8 + i, 48_215 + i));
        }
        return new Fixture(life.inOrder().trace(), well("Two connections were accepted."));
    }

    /// Many connections, each with its packets.
    static Fixture repeat() {
        TraceBuilder life = loopback().connections(20);
        for (int i = 1; i <= 20; i++) {
            double at = i * 10_000;
            FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50_000 + i), SERVER);
            life.connection(i).done(Lane.CLIENT, Stage.CONNECT, at + 30, at + 90 + i, new Outcome.Connected(tuple));
            new WirePackets(life, tuple).handshake(at + 38, at + 43, at + 46 + i % 3).data(at + 330, Lane.CLIENT, 1, 5)
                    .data(at + 350, Lane.SERVER, 1, 5);
            life.done(Lane.SERVER, Stage.ACCEPT, at + 80, at + 120 + i, new Outcome.Accepted(tuple.reversed(), i, 1))
                    .done(Lane.SERVER, Stage.FIRST_BYTE, at + 130, at + 342, moved("ping\n"))
                    .done(Lane.CLIENT, Stage.FIRST_BYTE, at + 330, at + 380 + i * i, moved("pong\n"));
        }
        return new Fixture(life.inOrder().trace(), well("All connections completed."));
    }

    private static TraceBuilder loopback() {
        return new TraceBuilder("localhost:7007", Mode.LOOPBACK).plan(Lane.CLIENT, Stage.CONNECT).plan(Lane.SERVER, Stage.ACCEPT)
                .plan(Lane.CLIENT, Stage.FIRST_BYTE);
    }

    private static TraceBuilder client(String target) {
        return new TraceBuilder(target, Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE);
    }

    private static WirePackets opening(TraceBuilder life) {
        life.connection(0).done(Lane.SERVER, Stage.BIND, 2, 40, new Outcome.Listening(SERVER, 128));
        WirePackets wire = new WirePackets(life, TUPLE);
        wire.kernel(42, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.LISTENING, 5, 48_190));
        life.connection(1).done(Lane.CLIENT, Stage.LOOKUP, 44, 311,
                        new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("::1", "127.0.0.1"), List.of()))
                .done(Lane.CLIENT, Stage.ROUTE, 313, 334, route(SERVER, "127.0.0.1", "lo", 65_536));
        wire.kernel(336, answered(SERVER, RouteType.LOCAL, "lo", null, "127.0.0.1", 65_536));
        life.attempt(1).done(Lane.CLIENT, Stage.CONNECT, 351, 445, new Outcome.Connected(TUPLE));
        wire.handshake(356, 361, 365);
        life.attempt(0);
        return wire;
    }

    private static void descriptors(WirePackets wire, double micros) {
        wire.kernel(micros, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 9, 48_215))
                .kernel(micros + 0.5, new KernelEvent.SynSaved(TUPLE.reversed(), SYN))
                .socket(micros + 1, Lane.SERVER, Occasion.EVENT, established(48_215, 0, 0));
    }

    private static void exchange(TraceBuilder life, WirePackets wire, double later) {
        life.done(Lane.CLIENT, Stage.WRITE, later + 595, later + 610, moved("ping\n"))
                .done(Lane.SERVER, Stage.FIRST_BYTE, later + 640, later + 691, moved("ping\n"))
                .done(Lane.SERVER, Stage.WRITE, later + 692, later + 705, moved("pong\n"))
                .done(Lane.CLIENT, Stage.FIRST_BYTE, later + 702, later + 785, moved("pong\n"))
                .done(Lane.CLIENT, Stage.CLOSE, later + 790, later + 910, closed())
                .done(Lane.SERVER, Stage.CLOSE, later + 830, later + 880, closed());
        wire.data(later + 603, Lane.CLIENT, 1, 5).data(later + 701, Lane.SERVER, 1, 5)
                .segment(later + 704, Lane.CLIENT, TcpFlags.ACK, 6, 6, 0, 65_535, false)
                .fin(later + 801, Lane.CLIENT).fin(later + 861, Lane.SERVER)
                .segment(later + 863, Lane.CLIENT, TcpFlags.ACK, 7, 7, 0, 65_535, false)
                .socket(later + 792, Lane.SERVER, Occasion.EVENT, established(48_215, 0, 0))
                .socket(later + 793, Lane.CLIENT, Occasion.EVENT, established(48_211, 0, 0))
                .socket(later + 885, Lane.CLIENT, Occasion.CHANGE, new SocketSnapshot(SocketState.TIME_WAIT, 101, 0, 0, 0,
                        SocketTimer.TIME_WAIT, 59_996, 0, null, null, null))
                .kernel(later + 890, new KernelEvent.SocketGone(Lane.SERVER, TUPLE.reversed(), SocketState.LAST_ACK));
    }

    private static SocketSnapshot established(long inode, long receiveQueue, long sendQueue) {
        return new SocketSnapshot(SocketState.ESTABLISHED, inode == 48_211 ? 101 : 102, inode, receiveQueue, sendQueue,
                SocketTimer.NONE, 0, 0, "cubic", null, WirePackets.info(inode == 48_211 ? 23 : 31, 0));
    }

    private static SocketSnapshot synSent(long expires, int retransmits) {
        return new SocketSnapshot(SocketState.SYN_SENT, 101, 48_211, 0, 1, SocketTimer.RETRANSMIT, expires, retransmits, "cubic",
                null, WirePackets.info(0, retransmits));
    }

    private static KernelEvent answered(Endpoint to, RouteType type, String device, String gateway, String source, int mtu) {
        return new KernelEvent.RouteAnswered(to, new KernelRoute(type, device, gateway, source, mtu,
                type == RouteType.LOCAL ? 255 : 254));
    }

    private static Outcome route(Endpoint to, String source, String device, int mtu) {
        return new Outcome.RouteChosen(to, new Endpoint(source, 0), device, mtu);
    }

    private static Outcome accepted() {
        return new Outcome.Accepted(TUPLE.reversed(), 1, 1);
    }

    private static Outcome closed() {
        return new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5);
    }

    private static Outcome moved(String text) {
        return new Outcome.Moved(Bytes.of(text.getBytes(StandardCharsets.US_ASCII)), 1, Ending.COMPLETE);
    }

    private static Verdict well(String proved) {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", proved,
                "That the same holds from another host.", null);
    }

    private static Verdict failed(ErrorCode code, Endpoint remote, String happened, String proved, String notProved,
                                  String next) {
        return new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT, code, Operation.CONNECT, null, remote, happened,
                proved, notProved, next);
    }
}
