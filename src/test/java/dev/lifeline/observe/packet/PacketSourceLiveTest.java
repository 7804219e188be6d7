package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
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

    @BeforeEach
    void needsThePermission() {
        LiveCapture.needsThePermission();
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
                    && finished.outcome() instanceof dev.lifeline.model.event.Outcome.Connected) {
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
    void aConnectThatIsResetRightAfterItsHandshakeShowsAllFourPackets() throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0); ServerSocketChannel server = run.listen("127.0.0.1")) {
            run.connectAndBeReset(1, server);

            assertEquals(List.of("> SYN 0", "< SYN-ACK 0", "> ACK 0", "< RST 0"),
                    LiveCapture.story(LiveCapture.segments(run.end())));
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
}
