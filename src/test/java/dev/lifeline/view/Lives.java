package dev.lifeline.view;

import static dev.lifeline.view.Life.bytes;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.Interest;
import java.util.List;

/// Traces written by hand, each a life that a view must be able to show.
public final class Lives {

    public static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    public static final Endpoint CLIENT = new Endpoint("127.0.0.1", 52814);
    private static final FourTuple SEEN_BY_CLIENT = new FourTuple(CLIENT, SERVER);

    private static final PlannedStage[] BOTH_SIDES = {
        new PlannedStage(Lane.SERVER, Stage.BIND),
        new PlannedStage(Lane.CLIENT, Stage.LOOKUP),
        new PlannedStage(Lane.CLIENT, Stage.ROUTE),
        new PlannedStage(Lane.CLIENT, Stage.CONNECT),
        new PlannedStage(Lane.SERVER, Stage.ACCEPT),
        new PlannedStage(Lane.CLIENT, Stage.WRITE),
        new PlannedStage(Lane.SERVER, Stage.FIRST_BYTE),
        new PlannedStage(Lane.SERVER, Stage.WRITE),
        new PlannedStage(Lane.CLIENT, Stage.FIRST_BYTE),
        new PlannedStage(Lane.CLIENT, Stage.CLOSE),
        new PlannedStage(Lane.SERVER, Stage.CLOSE)};

    private static final PlannedStage[] CLIENT_SIDE = {
        new PlannedStage(Lane.CLIENT, Stage.LOOKUP),
        new PlannedStage(Lane.CLIENT, Stage.ROUTE),
        new PlannedStage(Lane.CLIENT, Stage.CONNECT),
        new PlannedStage(Lane.CLIENT, Stage.FIRST_BYTE),
        new PlannedStage(Lane.CLIENT, Stage.CLOSE)};

    private Lives() {
    }

    /// Both ends in one process, everything goes well.
    static Trace loopback() {
        Life life = new Life();
        connected(life, 1, 0);
        pingPong(life, 1, 0);
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, BOTH_SIDES);
    }

    /// The server's lane is held before accept; the client is connected all the same.
    public static Trace held() {
        Life life = new Life();
        listen(life);
        names(life, 1);
        life.client(1).attempt(1).begins(351, Stage.CONNECT, null, SERVER)
                .ends(445, Stage.CONNECT, new Outcome.Connected(SEEN_BY_CLIENT));
        life.server(0).at(470, new LoopEvent.Woke(1, 1)).held(480, 200_480, Stage.ACCEPT, "held for a person");
        accept(life, 1, 200_490, SEEN_BY_CLIENT);
        pingPong(life, 1, 200_000);
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, BOTH_SIDES);
    }

    /// The peer answers a megabyte in a thousand chunks.
    static Trace bulk() {
        Life life = new Life();
        connected(life, 1, 0);
        life.client(1).begins(640, Stage.WRITE, CLIENT, SERVER).at(660, new StreamEvent.ChunkWritten(5, 5))
                .ends(662, Stage.WRITE, new Outcome.Moved(bytes("more\n"), 1, Ending.COMPLETE)).begins(670, Stage.FIRST_BYTE);
        life.server(1).at(690, new StreamEvent.ChunkRead(bytes("more\n")))
                .ends(691, Stage.FIRST_BYTE, new Outcome.Moved(bytes("more\n"), 1, Ending.COMPLETE)).begins(695, Stage.WRITE);
        Bytes chunk = new Bytes(3_277, "x".repeat(64), true);
        for (int i = 0; i < 1_000; i++) {
            life.server(1).at(700 + 4 * i, new StreamEvent.ChunkWritten(3_277, 3_277));
            life.client(1).at(702 + 4 * i, new StreamEvent.ChunkRead(chunk));
            if (i == 0) {
                life.ends(702.5, Stage.FIRST_BYTE, new Outcome.Moved(chunk, 1, Ending.COMPLETE)).begins(703, Stage.DATA);
            }
        }
        life.server(1).ends(4_700, Stage.WRITE,
                new Outcome.Moved(new Bytes(3_277_000, "x".repeat(64), true), 1_000, Ending.COMPLETE));
        life.client(1).ends(4_710, Stage.DATA,
                new Outcome.Moved(new Bytes(3_273_723, "x".repeat(64), true), 999, Ending.QUIET));
        close(life, 1, 4_000);
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, BOTH_SIDES);
    }

    /// The server reads the greeting and closes with a reset while the client waits for its first byte.
    static Trace reset() {
        Life life = new Life();
        connected(life, 1, 0);
        life.client(1).begins(640, Stage.WRITE, CLIENT, SERVER).at(660, new StreamEvent.ChunkWritten(5, 5))
                .ends(662, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE)).begins(670, Stage.FIRST_BYTE);
        life.server(1).at(690, new StreamEvent.ChunkRead(bytes("ping\n")))
                .ends(691, Stage.FIRST_BYTE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE))
                .begins(700, Stage.CLOSE).ends(712, Stage.CLOSE, new Outcome.Closed(CloseKind.RESET, null, 5, 0));
        life.client(1).fails(760, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, Operation.READ, CLIENT, SERVER)
                .begins(770, Stage.CLOSE).ends(781, Stage.CLOSE, new Outcome.Closed(CloseKind.ABANDONED, null, 0, 5));
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, BOTH_SIDES);
    }

    /// A server that was listened to for half a second and said nothing.
    static Trace quiet() {
        Life life = new Life();
        names(life, 1);
        life.client(1).attempt(1).begins(351, Stage.CONNECT, null, SERVER).ends(445, Stage.CONNECT, new Outcome.Connected(SEEN_BY_CLIENT));
        life.client(1).begins(640, Stage.FIRST_BYTE, CLIENT, SERVER)
                .ends(500_640, Stage.FIRST_BYTE, new Outcome.Moved(bytes(""), 0, Ending.QUIET))
                .begins(500_700, Stage.CLOSE).ends(500_720, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
        return life.trace(Mode.CLIENT, "localhost:7007", 1, true, CLIENT_SIDE);
    }

    /// A port where nobody listens.
    static Trace refused() {
        Endpoint target = new Endpoint("127.0.0.1", 9);
        Endpoint local = new Endpoint("127.0.0.1", 40212);
        Life life = new Life();
        life.client(1).at(4, new StageEvent.Skipped(Stage.LOOKUP, "a literal address: nothing to look up"))
                .begins(10, Stage.ROUTE, null, target)
                .ends(31, Stage.ROUTE, new Outcome.RouteChosen(target, new Endpoint("127.0.0.1", 0), "lo", 65536));
        life.attempt(1).begins(40, Stage.CONNECT, null, target)
                .fails(160, Stage.CONNECT, ErrorCode.ECONNREFUSED, Operation.CONNECT, local, target);
        return life.trace(Mode.CLIENT, "127.0.0.1:9", 1, true, CLIENT_SIDE);
    }

    /// IPv6 is silent, IPv4 starts after the attempt delay and wins; addresses as long as they get.
    static Trace race() {
        Endpoint six = new Endpoint("2001:db8:85a3:8d3:1319:8a2e:370:7348", 5432);
        Endpoint four = new Endpoint("192.0.2.17", 5432);
        FourTuple won = new FourTuple(new Endpoint("192.0.2.200", 61234), four);
        Life life = new Life();
        life.client(1).begins(2, Stage.LOOKUP).ends(8_311, Stage.LOOKUP, new Outcome.Answers(LookupSource.RESOLVER,
                List.of(six.address(), four.address()), List.of(four.address(), six.address())));
        life.begins(8_320, Stage.ROUTE, null, six).ends(8_341, Stage.ROUTE, new Outcome.RouteChosen(six,
                new Endpoint("2001:db8:85a3:8d3:1319:8a2e:370:1", 0), "enp0s31f6", 1500));
        life.at(8_345, new RaceEvent.Ordered("rfc8305", List.of(six, four)));
        life.attempt(1).begins(8_351, Stage.CONNECT, null, six);
        life.attempt(2).begins(258_360, Stage.CONNECT, null, four)
                .ends(270_445, Stage.CONNECT, new Outcome.Connected(won)).at(270_447, new RaceEvent.Won());
        life.attempt(1).at(270_450, new RaceEvent.Abandoned("attempt 2 connected first"))
                .fails(270_460, Stage.CONNECT, ErrorCode.INTERRUPTED, Operation.CONNECT, null, six);
        life.client(1).begins(270_500, Stage.FIRST_BYTE, won.local(), four);
        life.fails(3_270_500, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, Operation.READ, won.local(), four);
        return life.trace(Mode.CLIENT, "db.example:5432", 1, true, CLIENT_SIDE);
    }

    /// Names and texts that try to move the cursor, and a recording that breaks off.
    static Trace hostile() {
        Life life = new Life();
        life.client(1).begins(1, Stage.LOOKUP)
                .at(2, new RunEvent.Remark("\u001b[2J\u202eclear\u0007\r\n"))
                .ends(300, Stage.LOOKUP, new Outcome.Answers(LookupSource.RESOLVER, List.of("192.0.2.1%\u001b[31m"), List.of()))
                .at(301, new RunEvent.ExpectationChecked("OK\u001b[0m", false, "\u009b31mno"))
                .at(302, new RaceEvent.LeftOut(new Endpoint("fe80::1%\u001b]0;x\u0007", 80), "\u001b[7mno source"))
                .begins(303, Stage.CONNECT, null, new Endpoint("192.0.2.1%\u001b[31m", 80));
        return life.trace(Mode.CLIENT, "\u001b[31mevil\u202e.example\u0007" + "a".repeat(250) + ":80", 1, false, CLIENT_SIDE);
    }

    /// Fifty connections, of which the third lost its server.
    public static Trace fifty() {
        Life life = new Life();
        for (int i = 1; i <= 50; i++) {
            connected(life, i, 10_000 * (i - 1));
            pingPong(life, i, 10_000 * (i - 1));
        }
        return life.trace(Mode.LOOPBACK, "localhost:7007", 50, true, BOTH_SIDES);
    }

    /// A server for clients of other programs.
    static Trace serverOnly() {
        Life life = new Life();
        listen(life);
        accept(life, 1, 577, SEEN_BY_CLIENT);
        life.server(1).at(690, new StreamEvent.ChunkRead(bytes("GET / HTTP/1.1\r\n")))
                .ends(691, Stage.FIRST_BYTE, new Outcome.Moved(bytes("GET / HTTP/1.1\r\n"), 1, Ending.COMPLETE));
        life.at(800, new StreamEvent.EndOfStream()).begins(805, Stage.CLOSE)
                .ends(820, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 16, 0));
        return life.trace(Mode.SERVER, "127.0.0.1:7007", 1, true, new PlannedStage(Lane.SERVER, Stage.BIND),
                new PlannedStage(Lane.SERVER, Stage.ACCEPT), new PlannedStage(Lane.SERVER, Stage.FIRST_BYTE),
                new PlannedStage(Lane.SERVER, Stage.CLOSE));
    }

    /// The recording holds a header and nothing else.
    public static Trace empty() {
        return new Life().trace(Mode.CLIENT, "db.example:5432", 1, false, CLIENT_SIDE);
    }

    private static void listen(Life life) {
        life.server(0).at(1, new LoopEvent.SocketOpened(SocketPurpose.LISTENING)).begins(2, Stage.BIND)
                .ends(30, Stage.BIND, new Outcome.Listening(SERVER, 128)).at(34, new LoopEvent.Registered(Interest.ACCEPT));
    }

    private static void names(Life life, int connection) {
        life.client(connection).begins(40, Stage.LOOKUP).ends(310, Stage.LOOKUP,
                new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("127.0.0.1"), List.of("127.0.0.1")));
        life.begins(313, Stage.ROUTE, null, SERVER)
                .ends(334, Stage.ROUTE, new Outcome.RouteChosen(SERVER, new Endpoint("127.0.0.1", 0), "lo", 65536));
    }

    private static void connected(Life life, int connection, double offset) {
        if (connection == 1) {
            listen(life);
            names(life, connection);
        }
        FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", CLIENT.port() + connection - 1), SERVER);
        life.client(connection).attempt(1).begins(offset + 351, Stage.CONNECT, null, SERVER);
        life.ends(offset + 445, Stage.CONNECT, new Outcome.Connected(tuple));
        life.server(0).at(offset + 560, new LoopEvent.Woke(connection, 1));
        accept(life, connection, offset + 577, tuple);
    }

    private static void accept(Life life, int connection, double micros, FourTuple tuple) {
        life.server(connection).begins(micros, Stage.ACCEPT, SERVER, null)
                .ends(micros + 14, Stage.ACCEPT, new Outcome.Accepted(tuple.reversed(), connection, 1));
        life.server(0).at(micros + 16, new LoopEvent.AcceptLoopEnded(1));
        life.server(connection).begins(micros + 20, Stage.FIRST_BYTE, tuple.remote(), tuple.local());
    }

    private static void pingPong(Life life, int connection, double offset) {
        life.client(connection).begins(offset + 640, Stage.WRITE, CLIENT, SERVER)
                .at(offset + 660, new StreamEvent.ChunkWritten(5, 5))
                .ends(offset + 662, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE))
                .begins(offset + 670, Stage.FIRST_BYTE);
        life.server(connection).at(offset + 690, new StreamEvent.ChunkRead(bytes("ping\n")))
                .ends(offset + 691, Stage.FIRST_BYTE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE))
                .begins(offset + 702, Stage.WRITE).at(offset + 710, new StreamEvent.ChunkWritten(5, 5))
                .ends(offset + 711, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
        life.client(connection).at(offset + 752, new StreamEvent.ChunkRead(bytes("ping\n")))
                .ends(offset + 753, Stage.FIRST_BYTE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
        close(life, connection, offset);
    }

    private static void close(Life life, int connection, double offset) {
        life.client(connection).begins(offset + 790, Stage.CLOSE).at(offset + 800, new StreamEvent.OutputShut());
        life.server(connection).at(offset + 830, new StreamEvent.EndOfStream()).begins(offset + 840, Stage.CLOSE)
                .ends(offset + 860, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5));
        life.client(connection).at(offset + 900, new StreamEvent.EndOfStream())
                .ends(offset + 910, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 5, 5));
    }
}
