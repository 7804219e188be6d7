package dev.lifeline.diagnosis;


import dev.lifeline.diagnosis.texts.WebLives;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Lives of every sort.
public final class CommonLives {

    private static final Endpoint LISTENING = new Endpoint("0.0.0.0", 7007);

    private CommonLives() {
    }

    /// All of them.
    public static List<Trace> all() {
        List<Trace> all = new ArrayList<>(List.of(QuestionVerdictsTest.slow(true)));
        for (Mode mode : Mode.values()) {
            all.add(new TraceBuilder(mode, "localhost:7007").build());
            all.add(new TraceBuilder(mode, "localhost:7007").lookedUp("127.0.0.1").build());
            all.add(server(mode).build());
            for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
                for (CloseKind how : CloseKind.values()) {
                    all.add(lived(mode, lane, how, 5, "pong").build());
                    all.add(lived(mode, lane, how, 0, "pong").build());
                    all.add(lived(mode, lane, how, 1, "").event(lane, 0, 0, new RunEvent.EventsDropped(7)).build());
                }
            }
            all.add(client(mode, TraceBuilder.CLIENT_END).writes(Lane.CLIENT, 5).build());
            all.add(client(mode, TraceBuilder.CLIENT_END).writes(Lane.CLIENT, 1)
                    .packet(Sights.LOCAL.segment(Lane.SERVER, TcpFlags.ACK, 1, 2, 0, false)).build());
            all.add(ended(client(mode, TraceBuilder.CLIENT_END), Ending.QUIET).build());
            all.add(ended(client(mode, TraceBuilder.CLIENT_END), Ending.END_OF_STREAM).build());
            all.add(client(mode, TraceBuilder.SERVER_END).reads(Lane.CLIENT, "me")
                    .event(Lane.CLIENT, 1, 0, new RunEvent.ExpectationChecked("me", true, "me")).build());
        }
        all.addAll(names());
        all.addAll(slow());
        for (CloseKind how : CloseKind.values()) {
            all.add(slowClose(how, 0).build());
            all.add(slowClose(how, 5).build());
        }
        all.addAll(protocols());
        all.addAll(WebLives.ended());
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                all.add(witnesses.of(fault.trace()));
            }
        }
        return all;
    }

    /// Bytes of a protocol at the port of another.
    private static List<Trace> protocols() {
        String hello = "\u0016\u0003\u0001\u0002\u0000\u0001";
        String ssh = "SSH-2.0-x\r\n";
        List<Trace> all = new ArrayList<>();
        for (String[] pair : List.of(new String[] {"GET / HTTP/1.0\r\n", "\u0015\u0003\u0003\u0000\u0002\u0002\u0046"},
                new String[] {"GET / HTTP/1.0\r\n", "HTTP/1.0 400 x\r\n\r\nClient sent an HTTP request to an HTTPS server."},
                new String[] {hello, "HTTP/1.1 400 x\r\n"},
                new String[] {hello, "HTTP/1.0 400 x\r\n\r\nClient sent an HTTP request to an HTTPS server."}, new String[] {"GET / HTTP/1.0\r\n", ssh},
                new String[] {"GET / HTTP/1.0\r\n", "220 mx.example ESMTP\r\n"}, new String[] {"EHLO a\r\n", "220 mx.example ESMTP\r\n"})) {
            Bytes sent = Bytes.of(pair[0].getBytes(StandardCharsets.US_ASCII));
            all.add(TraceBuilder.client("192.0.2.7:80").connected()
                    .done(Lane.CLIENT, Stage.WRITE, new Outcome.Moved(sent, 1, Ending.COMPLETE)).reads(Lane.CLIENT, pair[1]).build());
        }
        for (String called : List.of(hello, ssh, "GET / HTTP/1.0\r\n")) {
            all.add(server(Mode.SERVER).accepted().reads(Lane.SERVER, called).build());
        }
        return all;
    }

    /// Names that are not what they seem, one that took its time, and an address that is no destination.
    private static List<Trace> names() {
        Outcome longer = new Outcome.Answers(LookupSource.RESOLVER, List.of("192.0.2.1"), List.of("192.0.2.1"), "db.corp.test", "corp.test");
        return List.of(TraceBuilder.client("db:80").done(Lane.CLIENT, Stage.LOOKUP, longer).build(),
                TraceBuilder.client("blocked.test:80").lookedUp("0.0.0.0").build(), TraceBuilder.client("[::]:80").build(),
                TraceBuilder.client("db.test:80").started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null).at(2_000_000_000)
                        .finished(Lane.CLIENT, 1, 0, Stage.LOOKUP, longer).build());
    }

    /// Connects and answers that took long, with and without what shows where.
    private static List<Trace> slow() {
        Bytes bytes = Bytes.of("x".getBytes(StandardCharsets.US_ASCII));
        Outcome moved = new Outcome.Moved(bytes, 1, Ending.COMPLETE);
        Outcome connected = new Outcome.Connected(new FourTuple(TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END));
        TraceBuilder connecting = TraceBuilder.client("localhost:7007")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, TraceBuilder.SERVER_END)
                .packet(Sights.LOCAL.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false)).at(1_100_000_000)
                .packet(Sights.LOCAL.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, true));
        return List.of(connecting.finished(Lane.CLIENT, 1, 1, Stage.CONNECT, connected).build(),
                TraceBuilder.client("localhost:7007").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, TraceBuilder.SERVER_END)
                        .at(1_100_000_000).finished(Lane.CLIENT, 1, 1, Stage.CONNECT, connected).build(),
                asked(TraceBuilder.client("localhost:7007")).at(2_000_000_000).event(Lane.CLIENT, 1, 0, new StreamEvent.ChunkRead(bytes))
                        .finished(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, moved).build(),
                asked(TraceBuilder.loopback()).at(2_000_000_000).finished(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, moved).build(),
                asked(TraceBuilder.client("localhost:7007"))
                        .kernel(Sights.LOCAL.socket(Lane.SERVER, Sights.socket(SocketState.ESTABLISHED, 0, 5, 0, null), -1))
                        .at(2_000_000_000).event(Lane.CLIENT, 1, 0, new StreamEvent.ChunkRead(bytes))
                        .finished(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, moved).build());
    }

    /// A client that ended its stream first, and got away two seconds later.
    private static TraceBuilder slowClose(CloseKind how, long read) {
        return client(Mode.CLIENT, TraceBuilder.CLIENT_END).started(Lane.CLIENT, 1, 0, Stage.CLOSE, null, null).pause(2_000_000_000L)
                .finished(Lane.CLIENT, 1, 0, Stage.CLOSE, new Outcome.Closed(how, Lane.CLIENT, read, 0));
    }

    private static TraceBuilder asked(TraceBuilder trace) {
        return trace.connected().started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null);
    }

    private static TraceBuilder lived(Mode mode, Lane lane, CloseKind how, int written, String read) {
        TraceBuilder trace = lane == Lane.SERVER ? server(mode).accepted() : client(mode, TraceBuilder.CLIENT_END);
        trace = written == 0 ? trace : trace.writes(lane, written);
        trace = read.isEmpty() ? ended(trace, Ending.END_OF_STREAM) : trace.reads(lane, read);
        return trace.closed(lane, how, read.length(), written);
    }

    private static TraceBuilder server(Mode mode) {
        return new TraceBuilder(mode, "localhost:7007").done(Lane.SERVER, Stage.BIND, new Outcome.Listening(LISTENING, 50));
    }

    private static TraceBuilder client(Mode mode, Endpoint local) {
        Endpoint remote = TraceBuilder.SERVER_END;
        return new TraceBuilder(mode, "localhost:7007").planned(Lane.CLIENT, Stage.DATA).lookedUp("127.0.0.1")
                .done(Lane.CLIENT, Stage.ROUTE, new Outcome.RouteChosen(remote, local, mode == Mode.CLIENT ? "lo" : null, 0))
                .connected(local, remote);
    }

    private static TraceBuilder ended(TraceBuilder trace, Ending how) {
        Bytes none = Bytes.of("".getBytes(StandardCharsets.US_ASCII));
        return trace.done(Lane.CLIENT, Stage.FIRST_BYTE, new Outcome.Moved(none, 0, how));
    }
}
