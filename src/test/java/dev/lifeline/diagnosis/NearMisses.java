package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Lives.local;
import static dev.lifeline.diagnosis.Lives.ms;
import static dev.lifeline.diagnosis.Lives.ping;
import static dev.lifeline.diagnosis.Lives.remote;
import static dev.lifeline.diagnosis.Lives.syn;
import static dev.lifeline.diagnosis.Lives.up;
import static dev.lifeline.diagnosis.Sights.LOCAL;
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

import dev.lifeline.diagnosis.texts.WebLives;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.RunEvent.ExpectationChecked;
import dev.lifeline.model.event.StreamEvent;
import java.util.ArrayList;
import java.util.List;

/// Lives of which all holds that some sentence asks for, but one fact.
public final class NearMisses {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.7", 80);
    private static final Endpoint FAR = new Endpoint("192.0.2.9", 5432);
    private static final Endpoint ANY = new Endpoint("0.0.0.0", 80);

    private NearMisses() {
    }

    /// All of them, with the lives that miss nothing.
    public static List<Trace> all() {
        List<Trace> all = new ArrayList<>(CommonLives.all());
        for (Stage stage : Stage.values()) {
            for (ErrorCode code : ErrorCode.values()) {
                failures(all, stage, code);
            }
        }
        for (TraceBuilder trace : List.of(connectedBeforeTheSynAck(), connectedBeforeTheSynAck().source("sockdiag"), untakenByAWatchedServer(),
                untakenButNotConnected(), several(2), several(3), raced(2), raced(3), itselfWithoutAByte(), answeredByAServer(), routeWithoutAnAnswer(),
                nothingSent())) {
            all.add(trace.build());
        }
        servers(all);
        closes(all);
        ends(all);
        expectations(all);
        names(all);
        all.addAll(QuestionVerdictsTest.traces());
        all.addAll(WebLives.all());
        return all;
    }

    /// One failed stage, as each observer has it.
    private static void failures(List<Trace> all, Stage stage, ErrorCode code) {
        for (Lane lane : List.of(CLIENT, SERVER)) {
            Mode mode = lane == CLIENT ? Mode.CLIENT : Mode.SERVER;
            Endpoint here = lane == CLIENT ? TraceBuilder.CLIENT_END : TraceBuilder.SERVER_END;
            Endpoint there = lane == CLIENT ? TraceBuilder.SERVER_END : TraceBuilder.CLIENT_END;
            for (long sent : new long[] {0, 5}) {
                all.add(sent(new TraceBuilder(mode, "db.example:5432"), lane, sent).fails(lane, 1, 0, stage, code, SOURCE, FAR).build());
                all.add(sent(new TraceBuilder(mode, "127.0.0.1:7007"), lane, sent).fails(lane, 1, 0, stage, code, null, there).build());
                // The server's failure decides, for the client still has something to do.
                all.add(sent(TraceBuilder.loopback().connected().accepted(), lane, sent).fails(lane, 1, 0, stage, code, here, there).build());
            }
            all.add(new TraceBuilder(mode, "a:80").fails(lane, 1, 0, stage, code, new Endpoint("192.0.2.7", 0), null).build());
        }
        for (CloseKind how : CloseKind.values()) {
            Trace closed = ping(up(local(), LOCAL).accepted(), LOCAL, true)
                    .kernel(LOCAL.socket(SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, info(0, 5, 0, 65_536)), -1)).at(ms(900))
                    .closed(SERVER, how, 0, 0).packet(LOCAL.segment(SERVER, RST | ACK, 1, 6, 0, 0, false))
                    .fails(CLIENT, 1, 0, stage, code, LOCAL.client(), LOCAL.server()).build();
            for (Witnesses witnesses : Witnesses.ALL) {
                all.add(witnesses.of(closed));
            }
        }
    }

    private static TraceBuilder sent(TraceBuilder trace, Lane lane, long bytes) {
        return bytes == 0 ? trace : trace.writes(lane, bytes);
    }

    /// The clocks of the capture and of the program differ by more than the program was late.
    private static TraceBuilder connectedBeforeTheSynAck() {
        FourTuple tuple = new FourTuple(REMOTE.client(), REMOTE.server());
        return syn(TraceBuilder.client("db.example:5432").source("packet"), REMOTE).finished(CLIENT, 1, 1, Stage.CONNECT, new Outcome.Connected(tuple))
                .packet(REMOTE.segment(SERVER, SYN | ACK, 0, 1, 0, false)).packet(REMOTE.segment(CLIENT, ACK, 1, 1, 0, false));
    }

    private static TraceBuilder untakenByAWatchedServer() {
        return untaken(up(local(), LOCAL)).closed(CLIENT, CloseKind.HALF, 0, 0);
    }

    /// The recorder had no room for connect.
    private static TraceBuilder untakenButNotConnected() {
        TraceBuilder trace = TraceBuilder.client("localhost:7007").lookedUp("127.0.0.1").source("packet")
                .packet(LOCAL.segment(CLIENT, SYN, 0, 0, 0, false)).packet(LOCAL.segment(SERVER, SYN | ACK, 0, 1, 0, false)).packet(LOCAL.segment(CLIENT, ACK, 1, 1, 0, false));
        return untaken(trace).event(CLIENT, 0, 0, new RunEvent.EventsDropped(3)).brokenOff();
    }

    private static TraceBuilder untaken(TraceBuilder trace) {
        return trace.at(ms(200)).packet(LOCAL.segment(SERVER, SYN | ACK, 0, 1, 0, true))
                .packet(LOCAL.segment(CLIENT, ACK, 1, 1, 0, true));
    }

    /// A race that nobody won, of so many attempts.
    private static TraceBuilder raced(int attempts) {
        List<Endpoint> order = new ArrayList<>();
        for (int i = 1; i <= attempts; i++) {
            order.add(new Endpoint("192.0.2." + i, 80));
        }
        TraceBuilder trace = TraceBuilder.client("race.test:80").event(CLIENT, 1, 0, new RaceEvent.Ordered("rfc8305", order));
        for (int i = 1; i <= attempts; i++) {
            trace.fails(CLIENT, 1, i, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, order.get(i - 1));
        }
        return trace;
    }

    private static TraceBuilder several(int count) {
        TraceBuilder trace = TraceBuilder.client("a:80").connections(count);
        for (int i = 1; i <= count; i++) {
            trace.started(CLIENT, i, 1, Stage.CONNECT, null, FAR).finished(CLIENT, i, 1, Stage.CONNECT,
                    new Outcome.Connected(new FourTuple(new Endpoint("192.0.2.7", 40_000 + i), FAR)));
        }
        return trace;
    }

    private static TraceBuilder itselfWithoutAByte() {
        return TraceBuilder.client("127.0.0.1:7007").connected(TraceBuilder.SERVER_END, TraceBuilder.SERVER_END)
                .closed(CLIENT, CloseKind.ORDERLY, 0, 0);
    }

    /// The client spoke first, as is right; seen from the server that is what came before its own bytes arrived.
    private static TraceBuilder answeredByAServer() {
        return new TraceBuilder(Mode.SERVER, "127.0.0.1:7007").source("packet").accepted()
                .packet(LOCAL.segment(CLIENT, PSH | ACK, 1, 1, 4, false)).reads(SERVER, "ping").writes(SERVER, 4)
                .packet(LOCAL.segment(SERVER, PSH | ACK, 1, 5, 4, false));
    }

    /// Servers that waited for a first byte in vain.
    private static void servers(List<Trace> all) {
        for (Ending how : Ending.values()) {
            for (long sent : new long[] {0, 5}) {
                all.add(sent(new TraceBuilder(Mode.SERVER, "127.0.0.1:7007").accepted(), SERVER, sent)
                        .done(SERVER, Stage.FIRST_BYTE, new Outcome.Moved(new Bytes(0, "", false), 0, how)).build());
            }
        }
    }

    /// Packets were watched, and none had to be sent.
    private static TraceBuilder nothingSent() {
        return TraceBuilder.client("db.example:5432").source("packet").lookedUp("198.51.100.9").kernel(REMOTE.route(1_500));
    }

    /// The kernel was asked for the way, and the program's own stage has no outcome.
    private static TraceBuilder routeWithoutAnAnswer() {
        return TraceBuilder.client("198.51.100.9:5432").source("route").kernel(REMOTE.route(1_500)).connected(REMOTE.client(), REMOTE.server());
    }

    /// Closes that were not orderly, with what an orderly one leaves behind.
    private static void closes(List<Trace> all) {
        for (CloseKind how : CloseKind.values()) {
            all.add(up(remote(), REMOTE).packet(REMOTE.segment(SERVER, RST | ACK, 1, 1, 0, 0, false)).closed(CLIENT, how, 0, 0).build());
            all.add(up(remote(), REMOTE).packet(REMOTE.segment(SERVER, FIN | ACK, 1, 1, 0, false))
                    .packet(REMOTE.segment(CLIENT, FIN | ACK, 1, 2, 0, false)).closed(CLIENT, how, 0, 0).build());
            all.add(up(remote(), REMOTE).closed(CLIENT, how, 0, 0)
                    .kernel(REMOTE.destroyed(CLIENT, socket(SocketState.TIME_WAIT, 0, 0, 0, info(2, 0, 0, 65_536)))).build());
        }
        // It had ended its own stream before, so that its kernel may have been the one that was answered.
        all.add(up(remote(), REMOTE).event(CLIENT, 1, 0, new StreamEvent.OutputShut())
                .fails(CLIENT, 1, 0, Stage.CLOSE, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server()).build());
        // The server had spoken, and reset without its FIN: what was sent may have been read.
        all.add(ping(up(remote(), REMOTE).packet(REMOTE.segment(SERVER, PSH | ACK, 1, 1, 5, false)).reads(CLIENT, "hello"), REMOTE, false)
                .packet(REMOTE.segment(SERVER, RST, 6, 0, 0, 0, false))
                .fails(CLIENT, 1, 0, Stage.DATA, ErrorCode.ECONNRESET, REMOTE.client(), REMOTE.server()).build());
    }

    /// Runs that were cut short, between stages and within one.
    private static void ends(List<Trace> all) {
        for (Lane lane : List.of(CLIENT, SERVER)) {
            for (Endpoint end : new Endpoint[] {null, FAR}) {
                Mode mode = lane == CLIENT ? Mode.CLIENT : Mode.SERVER;
                all.add(new TraceBuilder(mode, "a:80").started(lane, 1, 0, Stage.FIRST_BYTE, null, end).brokenOff().build());
                all.add(new TraceBuilder(mode, "a:80").started(lane, 1, 0, Stage.FIRST_BYTE, null, end)
                        .event(lane, 0, 0, new RunEvent.Interrupted("INT")).build());
            }
        }
        all.add(TraceBuilder.client("a:80").lookedUp("192.0.2.9").brokenOff().build());
        all.add(TraceBuilder.client("a:80").lookedUp("192.0.2.9").event(CLIENT, 0, 0, new RunEvent.Interrupted("TERM")).build());
        all.add(TraceBuilder.client("a:80").fails(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, FAR).build());
        // Two attempts, of which nobody knows where they went.
        all.add(TraceBuilder.client("a:80").fails(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, null)
                .fails(CLIENT, 1, 2, Stage.CONNECT, ErrorCode.TIMEOUT, null, null).build());
    }

    /// An expected text that did not come, with and without another in its place.
    private static void expectations(List<Trace> all) {
        for (String came : List.of("", "nope")) {
            all.add(TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server())
                    .event(CLIENT, 1, 0, new ExpectationChecked("pong", false, came)).build());
            all.add(TraceBuilder.client("a:80").connected(REMOTE.client(), REMOTE.server())
                    .fails(CLIENT, 1, 0, Stage.DATA, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server())
                    .event(CLIENT, 1, 0, new ExpectationChecked("pong", false, came)).build());
        }
    }

    /// Look-ups that were slow, and destinations that are none.
    private static void names(List<Trace> all) {
        all.add(TraceBuilder.client("db.example:80").started(CLIENT, 1, 0, Stage.LOOKUP, null, null).at(ms(5_000))
                .failed(CLIENT, 1, 0, Stage.LOOKUP, ErrorCode.EAI_AGAIN, null, null).build());
        for (String target : List.of("0.0.0.0:80", "blocked.test:80")) {
            for (Endpoint end : List.of(ANY, FAR, new Endpoint("127.0.0.1", 80))) {
                all.add(TraceBuilder.client(target).lookedUp("0.0.0.0", "192.0.2.9")
                        .fails(CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, end).build());
            }
        }
    }
}
