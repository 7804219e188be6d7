package dev.lifeline.step.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.socket.SocketsNow;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServePlan;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TraceRun;
import dev.lifeline.server.Behaviour;
import dev.lifeline.step.Breakpoint;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.StopPlace;
import dev.lifeline.step.Stop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LiveSessionTest {

    private static final long SECOND = 1_000_000_000L;
    private static final byte[] PING = "ping\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BACKLOG = 7;

    /// The words of `ss` for the states of these stops.
    private static final Map<SocketState, String> SS_STATES = Map.of(SocketState.ESTABLISHED, "ESTAB", SocketState.CLOSE_WAIT, "CLOSE-WAIT",
            SocketState.FIN_WAIT1, "FIN-WAIT-1", SocketState.FIN_WAIT2, "FIN-WAIT-2");

    private static final Map<SocketTimer, String> SS_TIMERS = Map.of(SocketTimer.NONE, "none", SocketTimer.RETRANSMIT, "on", SocketTimer.KEEPALIVE, "keepalive",
            SocketTimer.TIME_WAIT, "timewait", SocketTimer.PROBE, "persist");
    private static final Pattern SS_TIMER = Pattern.compile("timer:\\((\\w+),[^,]*,(\\d+)\\)");
    private static final Pattern SS_INODE = Pattern.compile("\\bino:(\\d+)");
    private static final Pattern SS_PROGRAM = Pattern.compile("(pid=\\d+,fd=\\d+)");

    private static LiveSession start(Deadlines deadlines) throws Exception {
        Script script = Script.CONNECT_ONLY.sending(PING).stoppingAfter(PING.length).within(deadlines);
        ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, BACKLOG), null, null,
                Personality.DEFAULT, SECOND, SECOND, script, 1, 0, EvidenceChoice.AUTO);
        return LiveSession.start(Driven.of(TraceRun.prepare(plan, "test", Resolver.SYSTEM)), LiveSession.FOR_EVER);
    }

    private static LiveSession start() throws Exception {
        return start(new Deadlines(60 * SECOND, 60 * SECOND, 60 * SECOND, 60 * SECOND, 60 * SECOND));
    }

    private static Move next(Journey journey) {
        return new Move(Move.Reach.STAGE, null, journey.breakpoints());
    }

    private static Move until(Stage stage) {
        return new Move(Move.Reach.FREE, new StopPlace(stage, false, null), List.of());
    }

    private static String place(Stop stop) {
        return stop.isHeld() ? stop.lane().label() + " " + stop.stage().label() : stop.kind().toString();
    }

    @Test
    void aLifeIsWalkedStageByStageToItsEnd() throws Exception {
        List<String> places = new ArrayList<>();
        Journey journey;
        try (LiveSession session = start()) {
            journey = session.first(1);
            while (!journey.isOver()) {
                places.add(place(journey.stop()));
                journey = session.go(journey, next(journey));
            }
        }

        assertEquals(List.of("client connect", "server accept", "client write", "server first byte", "client first byte", "server write",
                "client close", "server data", "server close"), places);
        TraceIndex index = TraceIndex.of(journey.all());
        assertEquals(List.of(), index.failed());
        for (Span span : index.stages()) {
            for (Hold hold : index.timeline().holds()) {
                assertFalse(hold.lane() == span.lane() && hold.start() < span.end() && hold.end() > span.start(),
                        () -> "a program that is held is in no stage: " + span + " and " + hold);
            }
            // A person at the prompt must not be seen in a stage that waits for nobody.
            assertTrue(span.stage() != Stage.ACCEPT && span.stage() != Stage.WRITE || !index.timeline().held(span)
                    || index.timeline().heldWithin(span) == 0, span.toString());
        }
    }

    /// `ss` is asked at the same stop: state, queues, addresses, timer and its failures, inode, program and descriptor of both ends, and
    /// state, queue, backlog and address of the listener.
    @ParameterizedTest
    @CsvSource({"SERVER, ACCEPT", "SERVER, FIRST_BYTE", "CLIENT, CLOSE", "SERVER, CLOSE"})
    void anOutsideProgramSeesWhatInspectShows(Lane lane, Stage stage) throws Exception {
        Assumptions.assumeTrue(ss("-V").startsWith("ss utility"), "iproute2 is not there");
        try (LiveSession session = start()) {
            Journey journey = session.first(1);
            while (!(journey.stop().lane() == lane && journey.stop().stage() == stage)) {
                journey = session.go(journey, next(journey));
            }
            journey = session.refresh(journey);
            List<String> rows = rows(journey);
            List<String> outside = outside(journey);
            // A FIN is acknowledged some 40 ms late by a kernel whose program does not close: two looks may fall on its two sides.
            for (int again = 0; again < 50 && !rows.equals(outside); again++) {
                journey = session.refresh(journey);
                rows = rows(journey);
                outside = outside(journey);
            }

            assertEquals(rows, outside);
            ListenerSeen listener = listener(journey);
            assertEquals(BACKLOG, listener.backlog());
            assertEquals(stage == Stage.ACCEPT ? 1 : 0, listener.queued());
        }
    }

    private static ListenerSeen listener(Journey journey) {
        return (ListenerSeen) new SocketsNow(TraceIndex.of(journey.seen())).listeners().getFirst().body();
    }

    private static List<String> rows(Journey journey) {
        ListenerSeen listener = listener(journey);
        List<String> rows = new ArrayList<>();
        rows.add("LISTEN " + listener.queued() + " " + listener.backlog() + " " + listener.local());
        SocketsNow now = new SocketsNow(TraceIndex.of(journey.seen()));
        for (SocketsNow.End end : now.ends()) {
            SocketSnapshot socket = end.seen().socket();
            int descriptor = now.descriptor(socket.inode());
            rows.add(SS_STATES.get(socket.state()) + " " + socket.receiveQueue() + " " + socket.sendQueue() + " " + end.tuple().local() + " "
                    + end.tuple().remote() + " timer:" + SS_TIMERS.get(socket.timer()) + " failed:" + socket.retransmits() + " ino:" + socket.inode()
                    + (descriptor < 0 ? "" : " pid=" + ProcessHandle.current().pid() + ",fd=" + descriptor));
        }
        return rows.stream().sorted().toList();
    }

    private static List<String> outside(Journey journey) throws IOException {
        int port = listener(journey).local().port();
        SocketsNow now = new SocketsNow(TraceIndex.of(journey.seen()));
        String ours = now.ends().getFirst().tuple().local() + " " + now.ends().getFirst().tuple().remote();
        String reversed = now.ends().getFirst().tuple().remote() + " " + now.ends().getFirst().tuple().local();
        List<String> outside = new ArrayList<>();
        for (String line : ss("-H", "-taneop", "sport = :" + port + " or dport = :" + port).strip().split("\n")) {
            // Java's sockets are of IPv6 and take IPv4, too: ss says so.
            String[] words = line.strip().replaceAll("\\[::ffff:([^]]*)\\]", "$1").split("\\s+");
            String ends = words[3] + " " + words[4];
            if (words[0].equals("LISTEN")) {
                outside.add(words[0] + " " + words[1] + " " + words[2] + " " + words[3]);
            } else if (!words[0].equals("TIME-WAIT") || ends.equals(ours) || ends.equals(reversed)) {
                // Others are of a server before this one that was given the same port.
                Matcher timer = SS_TIMER.matcher(line);
                Matcher inode = SS_INODE.matcher(line);
                Matcher program = SS_PROGRAM.matcher(line);
                boolean running = timer.find();
                long number = inode.find() ? Long.parseLong(inode.group(1)) : 0;
                // The look for descriptors is another one than that for sockets, and may not have come to this one.
                outside.add(words[0] + " " + words[1] + " " + words[2] + " " + ends + " timer:" + (running ? timer.group(1) : "none") + " failed:"
                        + (running ? timer.group(2) : "0") + " ino:" + number + (program.find() && now.descriptor(number) >= 0 ? " " + program.group(1) : ""));
            }
        }
        return outside.stream().sorted().toList();
    }

    @Test
    void stoppedBeforeTheFirstByteTheBytesLieInTheReceiveBuffer() throws Exception {
        try (LiveSession session = start()) {
            Journey journey = session.go(session.first(1), until(Stage.FIRST_BYTE));
            while (!place(journey.stop()).equals("server first byte")) {
                journey = session.go(journey, next(journey));
            }
            journey = session.refresh(journey);

            SocketsNow now = new SocketsNow(TraceIndex.of(journey.seen()));
            long unread = now.ends().stream().filter(end -> end.end() == Lane.SERVER).findFirst().orElseThrow().seen().socket().unread();
            assertEquals(PING.length, unread);
        }
    }

    @Test
    void aDeadlineThatWouldHavePassedWhileAPersonLookedDoesNot() throws Exception {
        long patience = SECOND;
        try (LiveSession session = start(new Deadlines(patience, patience, patience, patience, patience))) {
            Journey journey = session.first(1);
            while (!(journey.stop().lane() == Lane.SERVER && journey.stop().stage() == Stage.WRITE)) {
                journey = session.go(journey, next(journey));
                assertFalse(journey.isOver(), "the server has not written: " + TraceIndex.of(journey.all()).failed());
            }
            long until = System.nanoTime() + patience * 5 / 4;
            while (System.nanoTime() < until) {
                journey = session.refresh(journey);
            }
            while (!journey.isOver()) {
                journey = session.go(journey, next(journey));
            }

            assertEquals(List.of(), TraceIndex.of(journey.all()).failed(), "the client waited for its first byte meanwhile");
        }
    }

    @Test
    void aBreakpointStopsWhoGoesOnFreely() throws Exception {
        try (LiveSession session = start()) {
            Journey journey = session.first(1).breaking(new StopPlace(Stage.ACCEPT, true, Lane.SERVER));

            journey = session.go(journey, new Move(Move.Reach.FREE, null, journey.breakpoints()));

            assertEquals("server accept", place(journey.stop()));
            assertTrue(journey.stop().after());
            assertEquals(List.of(new Breakpoint(1, new StopPlace(Stage.ACCEPT, true, Lane.SERVER), 1)), journey.breakpoints());
            assertEquals(Stop.Kind.END, session.go(journey, new Move(Move.Reach.FREE, null, List.of())).stop().kind());
        }
    }

    @Test
    void aPersonHasThePromptBackWhileACallGoesOn() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", silent.getLocalPort()), null, null, null, Personality.DEFAULT, SECOND,
                    SECOND, Script.CONNECT_ONLY.waiting(60 * SECOND), 1, 0, EvidenceChoice.AUTO);
            try (LiveSession session = LiveSession.start(Driven.of(TraceRun.prepare(plan, "test", Resolver.SYSTEM)), SECOND / 10)) {
                Journey journey = session.go(session.first(1), new Move(Move.Reach.FREE, null, List.of()));

                assertEquals(Stop.Kind.RUNNING, journey.stop().kind());
                Journey waited = session.go(journey, new Move(Move.Reach.FREE, null, List.of()));
                assertEquals(journey.stops().size(), waited.stops().size(), "a longer wait is the same stop");
            }
        }
    }

    @Test
    void aClientOfAnotherProgramIsStoppedBeforeAccept() throws Exception {
        ServePlan plan = new ServePlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, BACKLOG), 1, 60 * SECOND, EvidenceChoice.AUTO);
        ServeRun run = new ServeRun(plan, InetAddress.ofLiteral("127.0.0.1"), "test");
        try (LiveSession session = LiveSession.start(Driven.of(run), SECOND / 10)) {
            Journey journey = session.first(1);
            assertEquals(Stop.Kind.RUNNING, journey.stop().kind(), "nobody has come");
            try (Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), journey.header().target().port())) {
                while (!journey.stop().isHeld()) {
                    journey = session.go(journey, next(journey));
                }
                assertEquals("server accept", place(journey.stop()));
                assertTrue(client.isConnected(), "and the kernel has taken its connection");
            }
        }
    }

    @Test
    void whoLeavesInTheMiddleLeavesNoThreadAndNoSocket() throws Exception {
        LiveSession session = start();
        Journey journey = session.go(session.first(1), until(Stage.ACCEPT));
        assertFalse(journey.isOver());

        session.close();

        assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("trace-step-run")));
    }

    private static String ss(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("ss"));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }

    @Test
    void whoeverStandsAtAGateWhenTheWalkIsLeftDoesNotDoWhatItWasStoppedBefore() throws Exception {
        for (int i = 0; i < 20; i++) {
            LiveSession session = start();
            Journey journey = session.first(1);
            while (!journey.isOver() && !(journey.stop().lane() == Lane.SERVER && journey.stop().stage() == Stage.WRITE)) {
                journey = session.go(journey, new Move(Move.Reach.STAGE, null, List.of()));
            }
            assertFalse(journey.isOver());
            session.close();

            assertTrue(session.trace().events().stream().noneMatch(event -> event.lane() == Lane.SERVER && event.body() instanceof StreamEvent.ChunkWritten),
                    "walk " + i);
        }
    }
}
