package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.packet.RingSize;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.KernelEvent;
import dev.lifeline.model.Lane;
import dev.lifeline.model.LoopEvent;
import dev.lifeline.model.PacketEvent;
import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.StageEvent;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real packets on the loopback interface.
@Timeout(60)
class PacketSourceLiveTest {

    private static final List<String> LIFE = List.of("> SYN 0", "< SYN-ACK 0", "> ACK 0", "> ACK 5", "< ACK 5", "> FIN 0",
            "< FIN 0");

    private static Availability availability;

    @BeforeAll
    static void tried() throws UnavailableException {
        PacketSource source = new PacketSource();
        availability = source.probe();
        if (availability instanceof Availability.Available) {
            // What was tried is given back without the wait for a run.
            source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1)).close();
        }
    }

    @BeforeEach
    void needsThePermission() {
        assumeTrue(availability instanceof Availability.Available, () -> availability.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aWholeConnectionIsSeenOnceAndInOrder(String address) throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0); ServerSocketChannel server = run.listen(address)) {
            LiveCapture.converse(run.connect(1, (InetSocketAddress) server.getLocalAddress(), 1000), run.accept(1, server));
            List<TraceEvent> events = run.end();
            List<PacketEvent.SegmentSeen> segments = LiveCapture.segments(events);

            assertEquals(LIFE, LiveCapture.story(segments));
            assertEquals(List.of(), LiveCapture.lost(events));
            assertEquals("lo", segments.getFirst().packet().device());
            assertEquals(address.equals("::1") ? 80 : 60, segments.getFirst().packet().length());
            assertEquals(segments.getFirst().packet().length() * 2, segments.getFirst().packet().data().length());
            for (TraceEvent event : events) {
                if (event.body() instanceof PacketEvent) {
                    assertEquals(1, event.connection());
                    assertEquals(1, event.attempt());
                }
            }
            assertBetweenTheStampsOfConnect(events, segments.getFirst());
        }
    }

    /// The SYN passed while connect was under way: the mapped time lies between the two stamps of the program.
    private static void assertBetweenTheStampsOfConnect(List<TraceEvent> events, PacketEvent.SegmentSeen syn) {
        long began = -1;
        long ended = -1;
        long passed = -1;
        for (TraceEvent event : events) {
            if (event.body() instanceof StageEvent.Started started && started.remote() != null) {
                began = event.at();
            } else if (event.body() instanceof StageEvent.Finished finished
                    && finished.outcome() instanceof dev.lifeline.model.Outcome.Connected) {
                ended = event.at();
            } else if (event.body() == syn) {
                passed = event.at();
            }
        }
        long exact = syn.packet().uncertainty();
        assertTrue(began - exact <= passed && passed <= ended + exact, began + " " + passed + " " + ended + " ± " + exact);
    }

    @Test
    void aRefusalIsASynAndAReset() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (LiveCapture run = new LiveCapture(Mode.CLIENT, port)) {
            assertEquals(null, run.connect(1, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1000));

            assertEquals(List.of("> SYN 0", "< RST 0"), LiveCapture.story(LiveCapture.segments(run.end())));
        }
    }

    @Test
    void aConnectThatNobodyAnswersShowsItsSyn() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
            InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
            try (SocketChannel first = SocketChannel.open(to); SocketChannel second = SocketChannel.open(to);
                    LiveCapture run = new LiveCapture(Mode.CLIENT, to.getPort())) {
                assertTrue(first.isConnected() && second.isConnected(), "the accept queue is full");
                assertEquals(null, run.connect(1, to, 100));

                assertEquals(List.of("> SYN 0"), LiveCapture.story(LiveCapture.segments(run.end())));
            }
        }
    }

    @Test
    void withoutAClientTheServersConnectionIsTold() throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.SERVER, 0); ServerSocketChannel server = run.listen("127.0.0.1")) {
            SocketChannel client = SocketChannel.open(server.getLocalAddress());
            LiveCapture.converse(client, run.accept(7, server));
            List<TraceEvent> events = run.end();

            assertEquals(LIFE, LiveCapture.story(LiveCapture.segments(events)));
            for (TraceEvent event : events) {
                assertTrue(!(event.body() instanceof PacketEvent) || event.connection() == 7 && event.attempt() == 0);
            }
        }
    }

    @Test
    void connectionsOfOthersToTheSamePortAreNotInTheTrace() throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0); ServerSocketChannel server = run.listen("127.0.0.1")) {
            InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
            String own;
            Process other = new ProcessBuilder("bash", "-c", "for i in $(seq 40); do exec 3<>/dev/tcp/127.0.0.1/" + to.getPort()
                    + "; echo hello >&3; exec 3>&-; done").start();
            try (Others others = new Others(to, null)) {
                others.await(20);
                SocketChannel client = run.connect(1, to, 5000);
                own = client.getLocalAddress().toString();
                others.await(20);
                SocketChannel accepted = run.accept(1, server);
                while (!accepted.getRemoteAddress().toString().equals(own)) {
                    accepted.close();
                    accepted = run.accept(1, server);
                }
                LiveCapture.converse(client, accepted);
            } finally {
                other.destroy();
            }
            List<PacketEvent.SegmentSeen> segments = LiveCapture.segments(run.end());

            assertEquals(LIFE, LiveCapture.story(segments));
            int port = Integer.parseInt(own.substring(own.lastIndexOf(':') + 1));
            for (PacketEvent.SegmentSeen seen : segments) {
                assertTrue(seen.flow().local().port() == port || seen.flow().remote().port() == port, seen.flow().toString());
            }
        }
    }

    @Test
    void aRefusalAmongRefusalsOfOthersIsNotGuessed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        for (int round = 0; round < 5; round++) {
            try (LiveCapture run = new LiveCapture(Mode.CLIENT, port); Others others = new Others(to, null)) {
                others.await(5);
                run.connect(1, to, 1000);
                List<TraceEvent> events = run.end();
                List<String> story = LiveCapture.story(LiveCapture.segments(events));
                List<KernelEvent.EvidenceLost> lost = LiveCapture.lost(events);

                assertTrue(story.equals(List.of("> SYN 0", "< RST 0")) && lost.isEmpty()
                        || story.isEmpty() && lost.size() == 1 && lost.getFirst().reason().contains("flows"), story + " " + lost);
            }
        }
    }

    @Test
    void thousandsOfPacketsOfAnotherPortDoNotEnter() throws Exception {
        try (ServerSocketChannel flooded = ServerSocketChannel.open(); LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0);
                ServerSocketChannel server = run.listen("127.0.0.1")) {
            flooded.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 4000);
            try (Others others = new Others((InetSocketAddress) flooded.getLocalAddress(), flooded)) {
                others.await(500);
                LiveCapture.converse(run.connect(1, (InetSocketAddress) server.getLocalAddress(), 5000), run.accept(1, server));
                others.await(500);
            }
            List<TraceEvent> events = run.end();

            assertEquals(LIFE, LiveCapture.story(LiveCapture.segments(events)));
            assertEquals(List.of(), LiveCapture.lost(events));
        }
    }

    @Test
    void aRingThatIsFullIsSaid() throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0, new RingSize(4096, 2, 1));
                ServerSocketChannel server = run.listen("127.0.0.1")) {
            SocketChannel client = run.connect(1, (InetSocketAddress) server.getLocalAddress(), 1000);
            SocketChannel accepted = run.accept(1, server);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            ByteBuffer read = ByteBuffer.allocate(1);
            for (int i = 0; i < 20_000; i++) {
                client.write(ByteBuffer.wrap(new byte[] {'x'}));
                read.clear();
                accepted.read(read);
            }
            LiveCapture.converse(client, accepted);

            List<KernelEvent.EvidenceLost> lost = LiveCapture.lost(run.end());
            assertTrue(lost.stream().anyMatch(each -> each.reason().equals("the capture ring was full") && each.count() > 0),
                    lost.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientWaitsForTheRingBeforeItsRaceOrItsConnectBegins(boolean race) throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0); ServerSocketChannel server = run.listen("127.0.0.1")) {
            LaneRecorder client = new LaneRecorder(run.recorder, Lane.CLIENT, 1, 1);
            Endpoint to = Endpoint.of((InetSocketAddress) server.getLocalAddress());
            client.mark(race ? new RaceEvent.Ordered("rfc8305", List.of(to)) : new LoopEvent.SocketOpened("connecting"));
            assertTrue(Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is mapped");
            assertEquals(List.of(), LiveCapture.lost(run.end()));
        }
    }

    @Test
    void socketRingAndThreadAreGivenBack() throws Exception {
        long before = sockets();
        Thread capturing;
        try (LiveCapture run = new LiveCapture(Mode.SERVER, 0); ServerSocketChannel server = run.listen("127.0.0.1")) {
            capturing = capturing();
            assertTrue(capturing.isDaemon());
            assertTrue(server.isOpen() && sockets() > before);
            assertTrue(Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is mapped");
        }
        capturing.join(10_000);
        assertFalse(capturing.isAlive());
        assertEquals(before, sockets());
        assertFalse(Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is not mapped any more");
    }

    @Test
    void whatWasTriedIsUsedForTheRunThatFollowsAndGivenBackWhereNoneDoes() throws Exception {
        PacketSource source = new PacketSource();
        assertInstanceOf(Availability.Available.class, source.probe());
        Thread tried = capturing();
        try (Observer run = source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1))) {
            assertEquals(tried, capturing(), "no second one for " + run);
        }
        tried.join(10_000);
        assertFalse(tried.isAlive());

        source.probe();
        Thread unused = capturing();
        unused.join(CaptureLoop.LEASE_MILLIS + 10_000);
        assertFalse(unused.isAlive());
        try (Observer run = source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1))) {
            assertTrue(capturing().isAlive(), "a new one for " + run);
        }
    }

    private static Thread capturing() {
        List<Thread> all = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("lifeline-packets")).toList();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    @BeforeEach
    void noEarlierCaptureIsLeft() throws InterruptedException {
        for (Thread earlier : Thread.getAllStackTraces().keySet()) {
            if (earlier.getName().equals("lifeline-packets")) {
                earlier.join(CaptureLoop.LEASE_MILLIS + 10_000);
            }
        }
    }

    private static long sockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(each -> {
                try {
                    return Files.readSymbolicLink(each).toString().startsWith("socket:");
                } catch (IOException e) {
                    return false;
                }
            }).count();
        }
    }
}
