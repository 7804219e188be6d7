package dev.lifeline.view;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Traces with fixed times and their verdicts, one for each thing that a view must be able to show.
public final class TraceFixtures {

    /// A trace and what it amounts to.
    public record Fixture(Trace trace, Verdict verdict) {
    }

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    private static final Endpoint CLIENT = new Endpoint("127.0.0.1", 52814);
    private static final String GOOD = "Both programs saw the connection, and bytes crossed it in both directions.";
    private static final String NOT_GOOD =
            "That the same holds from another host: loopback passes no cable, no router and no firewall.";

    private TraceFixtures() {
    }

    public static Map<String, Fixture> all() {
        Map<String, Fixture> all = new LinkedHashMap<>();
        all.put("happy", happy());
        all.put("refused", refused());
        all.put("race-timeout", raceTimeout());
        all.put("race-won", raceWon());
        all.put("hold", hold());
        all.put("interrupted", interrupted());
        all.put("dropped", dropped());
        all.put("long-names", longNames());
        all.put("unexpected", unexpected());
        all.put("repeat", repeat());
        all.put("serve", serve(3));
        all.put("play", PlayFixtures.relay());
        all.put("pools", PlayFixtures.pools());
        all.putAll(KernelFixtures.all());
        return all;
    }

    static Fixture happy() {
        TraceBuilder life = loopback("localhost:7007");
        opening(life);
        life.connection(1).done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted(1));
        exchange(life, 0);
        return new Fixture(life.trace(), completed());
    }

    static Fixture refused() {
        Endpoint local = new Endpoint("127.0.0.1", 40212);
        Endpoint remote = new Endpoint("127.0.0.1", 9);
        TraceBuilder life = new TraceBuilder("127.0.0.1:9", Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE)
                .skipped(Lane.CLIENT, Stage.LOOKUP, 11, "a literal address: nothing to look up")
                .done(Lane.CLIENT, Stage.ROUTE, 14, 82, route("127.0.0.1"))
                .failed(Lane.CLIENT, Stage.CONNECT, 95, 215, failure(ErrorCode.ECONNREFUSED, local, remote));
        return new Fixture(life.trace(), new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT, ErrorCode.ECONNREFUSED,
                Operation.CONNECT, local, remote,
                "The host answered the SYN with a reset: nothing listens on that address and port.",
                "The route is good, and the host is up: it answered in 0.12 ms.",
                "That the service is down. It may listen on another port, address or family.", "ss -ltn 'sport = :9'"));
    }

    static Fixture raceTimeout() {
        Endpoint six = new Endpoint("2001:db8::10", 443);
        Endpoint four = new Endpoint("192.0.2.10", 443);
        TraceBuilder life = new TraceBuilder("www.example.com:443", Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE)
                .done(Lane.CLIENT, Stage.LOOKUP, 120, 18_420, answers(LookupSource.RESOLVER, "2001:db8::10", "192.0.2.10"))
                .done(Lane.CLIENT, Stage.ROUTE, 18_500, 18_560,
                        new Outcome.RouteChosen(six, new Endpoint("2001:db8::5", 0), "eth0", 1500))
                .mark(18_600, Lane.CLIENT, new RaceEvent.Ordered("rfc8305", List.of(six, four)))
                .attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 18_700, 3_018_900,
                        failure(ErrorCode.TIMEOUT, new Endpoint("2001:db8::5", 41022), six))
                .attempt(2).failed(Lane.CLIENT, Stage.CONNECT, 268_900, 3_019_100,
                        failure(ErrorCode.TIMEOUT, new Endpoint("192.0.2.77", 41024), four));
        return new Fixture(life.trace(), new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT, ErrorCode.TIMEOUT,
                Operation.CONNECT, null, four, "Both addresses stayed silent until the deadline of 3 s.",
                "The name has addresses, and this host has a route to them.",
                "That the host is down. A firewall that drops packets looks the same, and so does a full accept queue.",
                "trace connect www.example.com:443 --timeout 10s -4"));
    }

    static Fixture raceWon() {
        Endpoint six = new Endpoint("::1", 7007);
        TraceBuilder life = new TraceBuilder("localhost:7007", Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE)
                .done(Lane.CLIENT, Stage.LOOKUP, 10, 321, answers(LookupSource.HOSTS_FILE, "::1", "127.0.0.1"))
                .done(Lane.CLIENT, Stage.ROUTE, 330, 360, route("::1"))
                .mark(361, Lane.CLIENT, new RaceEvent.LeftOut(new Endpoint("fe80::1", 7007), "link-local without a zone"));
        life.attempt(1).open(Lane.CLIENT, Stage.CONNECT, 400, six)
                .attempt(2).done(Lane.CLIENT, Stage.CONNECT, 250_500, 250_620, connected())
                .mark(250_621, Lane.CLIENT, new RaceEvent.Won())
                .attempt(1).mark(250_640, Lane.CLIENT, new RaceEvent.Abandoned("attempt 2 won first"))
                .attempt(0).done(Lane.CLIENT, Stage.FIRST_BYTE, 250_700, 251_100, moved("SSH-2.0-OpenSSH_9.6\r\n"))
                .done(Lane.CLIENT, Stage.CLOSE, 251_200, 251_400, closed(21, 0));
        return new Fixture(life.trace(), completed());
    }

    public static Fixture hold() {
        TraceBuilder life = loopback("localhost:7007");
        opening(life);
        long held = life.add(480, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "late-accept=200ms"));
        life.mark(200_580, Lane.SERVER, new HoldEvent.HoldEnded(held));
        life.done(Lane.SERVER, Stage.ACCEPT, 200_590, 200_610, accepted(1));
        exchange(life, 200_020);
        return new Fixture(life.trace(), completed());
    }

    static Fixture interrupted() {
        Endpoint remote = new Endpoint("203.0.113.7", 5432);
        TraceBuilder life = new TraceBuilder("db.example:5432", Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE)
                .done(Lane.CLIENT, Stage.LOOKUP, 10, 12_300, answers(LookupSource.RESOLVER, "203.0.113.7"))
                .done(Lane.CLIENT, Stage.ROUTE, 12_310, 12_340,
                        new Outcome.RouteChosen(remote, new Endpoint("192.0.2.77", 0), "eth0", 1500))
                .open(Lane.CLIENT, Stage.CONNECT, 12_400, remote)
                .mark(1_480_000, Lane.CLIENT, new RunEvent.Interrupted("INT"));
        return new Fixture(life.trace(), new Verdict(Verdict.Result.INTERRUPTED, Stage.CONNECT, Lane.CLIENT,
                ErrorCode.INTERRUPTED, Operation.CONNECT, null, remote, "The run was interrupted while connect was under way.",
                "The name has an address, and this host has a route to it.",
                "That the host does not answer: it had 1.5 s.", null));
    }

    static Fixture dropped() {
        TraceBuilder life = loopback("localhost:7007");
        opening(life);
        life.done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted(1));
        life.done(Lane.CLIENT, Stage.FIRST_BYTE, 702, 785, moved("\u001b[2J\u001b[Hroot#"))
                .done(Lane.CLIENT, Stage.DATA, 790, 2_400_000,
                        new Outcome.Moved(new Bytes(1_073_741_824L, "....", true), 65_000, Ending.LIMIT))
                .mark(2_400_100, Lane.CLIENT, new RunEvent.EventsDropped(128_400)).breaksOff();
        return new Fixture(life.trace(), new Verdict(Verdict.Result.INCOMPLETE, Stage.CLOSE, Lane.CLIENT, null, null, null, null,
                "The recording breaks off before close.", "The connection stood, and 1,073,741,824 bytes came.",
                "How the connection ended.", null));
    }

    static Fixture longNames() {
        String name = "a-host-with-a-very-long-name.in-a-department.of-an-organisation.with-many-levels.example.internal:65535";
        Endpoint local = new Endpoint("2001:db8:85a3:1234:5678:8a2e:370:7334", 52814);
        Endpoint remote = new Endpoint("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", 65535);
        TraceBuilder life = new TraceBuilder(name, Mode.CLIENT)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.FIRST_BYTE, Stage.CLOSE)
                .done(Lane.CLIENT, Stage.LOOKUP, 100, 12_800, answers(LookupSource.RESOLVER, remote.address(),
                        "2001:db8:ffff:ffff:ffff:ffff:ffff:fffe", "198.51.100.200"))
                .done(Lane.CLIENT, Stage.ROUTE, 12_900, 12_950,
                        new Outcome.RouteChosen(remote, new Endpoint(local.address(), 0), "br-0123456789ab", 1500))
                .done(Lane.CLIENT, Stage.CONNECT, 13_000, 31_000, new Outcome.Connected(new FourTuple(local, remote)))
                .failed(Lane.CLIENT, Stage.FIRST_BYTE, 31_100, 62_000,
                        new Failure(ErrorCode.UNKNOWN, Operation.READ, local, remote,
                                "\u001b[31mDie Verbindung ist kaputt\u202e"));
        return new Fixture(life.trace(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT, ErrorCode.UNKNOWN,
                Operation.READ, local, remote, "The wait for the first byte ended in an error that this version cannot name.",
                "The connection stood.", "Which side ended it.", "trace explain -"));
    }

    static Fixture unexpected() {
        TraceBuilder life = loopback("localhost:7007");
        opening(life);
        life.done(Lane.SERVER, Stage.ACCEPT, 577, 591, accepted(1));
        exchange(life, 0);
        life.mark(920, Lane.CLIENT, new RunEvent.ExpectationChecked("pang", false, "pong\\n"));
        return new Fixture(life.trace(), new Verdict(Verdict.Result.UNEXPECTED, Stage.FIRST_BYTE, Lane.CLIENT, null,
                Operation.READ, CLIENT, SERVER, "The text \"pang\" was expected, and \"pong\\n\" came.", GOOD,
                "That another server answers so.", null));
    }

    static Fixture repeat() {
        TraceBuilder life = loopback("localhost:7007").connections(50);
        for (int i = 1; i <= 50; i++) {
            double at = i * 10_000;
            life.connection(i).done(Lane.CLIENT, Stage.ROUTE, at, at + 21, route("127.0.0.1"));
            Endpoint local = new Endpoint("127.0.0.1", 50_000 + i);
            if (i % 20 == 0) {
                life.failed(Lane.CLIENT, Stage.CONNECT, at + 30, at + 80, failure(ErrorCode.ECONNREFUSED, local, SERVER));
                continue;
            }
            FourTuple tuple = new FourTuple(local, SERVER);
            life.done(Lane.CLIENT, Stage.CONNECT, at + 30, at + 90 + i, new Outcome.Connected(tuple))
                    .done(Lane.SERVER, Stage.ACCEPT, at + 300 - i, at + 320, new Outcome.Accepted(tuple.reversed(), i, 1))
                    .done(Lane.CLIENT, Stage.FIRST_BYTE, at + 330, at + 360 + i * i, moved("pong\n"))
                    .done(Lane.CLIENT, Stage.CLOSE, at + 4_000, at + 4_120, closed(5, 5));
        }
        return new Fixture(life.trace(), new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT, ErrorCode.ECONNREFUSED,
                Operation.CONNECT, null, SERVER, "2 of 50 connections were refused.", "The host is up.",
                "That the service was down the whole time.", "ss -ltn 'sport = :7007'"));
    }

    /// A server with this many connections of other programs.
    public static Fixture serve(int connections) {
        TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.SERVER).connections(connections)
                .plan(Lane.SERVER, Stage.BIND, Stage.ACCEPT, Stage.FIRST_BYTE, Stage.WRITE, Stage.CLOSE);
        life.connection(0).done(Lane.SERVER, Stage.BIND, 10, 95, new Outcome.Listening(SERVER, 128));
        for (int i = 1; i <= connections; i++) {
            double at = i * 1_000;
            FourTuple tuple = new FourTuple(SERVER, new Endpoint("127.0.0.1", 50_000 + i));
            life.connection(i).done(Lane.SERVER, Stage.ACCEPT, at, at + 20, new Outcome.Accepted(tuple, i, 1))
                    .done(Lane.SERVER, Stage.FIRST_BYTE, at + 30, at + 200, moved("GET / HTTP/1.1\r\n"))
                    .done(Lane.SERVER, Stage.CLOSE, at + 300, at + 420,
                            new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 16, 0));
        }
        return new Fixture(life.trace(), completed());
    }

    /// Times and numbers as only a recording made by an enemy has them.
    public static Fixture extreme(int connections) {
        Endpoint remote = new Endpoint("x".repeat(300) + "\u001b]0;owned\u0007", 65_535);
        TraceBuilder life = new TraceBuilder("\u001b[2J" + "y".repeat(300), Mode.CLIENT).connections(connections);
        for (int i = 1; i <= connections; i++) {
            life.connection(i).attempt(2_000_000_000 - i)
                    .failed(Lane.CLIENT, Stage.FIRST_BYTE, i, 9e15, failure(ErrorCode.EAI_AGAIN, null, remote))
                    .done(Lane.CLIENT, Stage.CONNECT, i * 30e6, i * 30e6 + 3e6 + i, connected())
                    .open(Lane.CLIENT, Stage.DATA, -9e15, remote)
                    .done(Lane.CLIENT, Stage.CLOSE, 50, 40, closed(Long.MAX_VALUE, Long.MIN_VALUE));
        }
        return new Fixture(life.trace(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT, ErrorCode.EAI_AGAIN,
                null, null, remote, "z".repeat(500), "\u0000\u202e", "", "\u001b[31mrm -rf"));
    }

    /// One connection of this many writes.
    public static Fixture manyStages(int count) {
        TraceBuilder life = new TraceBuilder("localhost:7007", Mode.CLIENT);
        for (int i = 0; i < count; i++) {
            life.done(Lane.CLIENT, Stage.WRITE, i, i + 0.5, moved("x"));
        }
        return new Fixture(life.trace(), completed());
    }

    private static TraceBuilder loopback(String target) {
        return new TraceBuilder(target, Mode.LOOPBACK).plan(Lane.SERVER, Stage.BIND)
                .plan(Lane.CLIENT, Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT).plan(Lane.SERVER, Stage.ACCEPT)
                .plan(Lane.CLIENT, Stage.WRITE).plan(Lane.SERVER, Stage.FIRST_BYTE, Stage.WRITE)
                .plan(Lane.CLIENT, Stage.FIRST_BYTE).plan(Lane.SERVER, Stage.CLOSE).plan(Lane.CLIENT, Stage.CLOSE);
    }

    private static void opening(TraceBuilder life) {
        life.connection(0).done(Lane.SERVER, Stage.BIND, 2, 40, new Outcome.Listening(SERVER, 128));
        life.connection(1).done(Lane.CLIENT, Stage.LOOKUP, 44, 311, answers(LookupSource.HOSTS_FILE, "::1", "127.0.0.1"))
                .done(Lane.CLIENT, Stage.ROUTE, 313, 334, route("127.0.0.1"))
                .done(Lane.CLIENT, Stage.CONNECT, 351, 445, connected());
    }

    private static void exchange(TraceBuilder life, double later) {
        life.done(Lane.CLIENT, Stage.WRITE, later + 595, later + 610, moved("ping\n"))
                .done(Lane.SERVER, Stage.FIRST_BYTE, later + 640, later + 691, moved("ping\n"))
                .done(Lane.SERVER, Stage.WRITE, later + 692, later + 705, moved("pong\n"))
                .done(Lane.CLIENT, Stage.FIRST_BYTE, later + 702, later + 785, moved("pong\n"))
                .done(Lane.CLIENT, Stage.CLOSE, later + 790, later + 910, closed(5, 5))
                .done(Lane.SERVER, Stage.CLOSE, later + 830, later + 880,
                        new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5));
    }

    private static Verdict completed() {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", GOOD, NOT_GOOD, null);
    }

    private static Failure failure(ErrorCode code, Endpoint local, Endpoint remote) {
        return TraceBuilder.failure(code, Operation.CONNECT, local, remote);
    }

    private static Outcome answers(LookupSource source, String... addresses) {
        return new Outcome.Answers(source, List.of(addresses), List.of(addresses));
    }

    private static Outcome route(String address) {
        return new Outcome.RouteChosen(new Endpoint(address, 7007), new Endpoint(address, 0), "lo", 65_536);
    }

    private static Outcome connected() {
        return new Outcome.Connected(new FourTuple(CLIENT, SERVER));
    }

    private static Outcome accepted(long wakeUp) {
        return new Outcome.Accepted(new FourTuple(SERVER, CLIENT), wakeUp, 1);
    }

    private static Outcome moved(String text) {
        return new Outcome.Moved(Bytes.of(text.getBytes(StandardCharsets.US_ASCII)), 1, Ending.COMPLETE);
    }

    private static Outcome closed(long read, long written) {
        return new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, read, written);
    }
}
