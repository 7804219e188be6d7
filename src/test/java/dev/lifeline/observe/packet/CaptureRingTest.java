package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.linux.packet.PortFilter;
import dev.lifeline.linux.packet.RingSize;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The buffer or ring of the capture: when it is there, that it is used again, that it is given back.
@Timeout(60)
class CaptureRingTest {

    @BeforeEach
    void noEarlierCaptureIsLeft() throws InterruptedException {
        LiveCapture.needsThePermission();
        for (Thread earlier : Thread.getAllStackTraces().keySet()) {
            if (earlier.getName().equals("lifeline-packets")) {
                earlier.join(CaptureLoop.LEASE_MILLIS + 10_000);
            }
        }
    }

    private static final CaptureRoom RING = CaptureRoom.of(RingSize.ORDINARY);

    /// The smallest ring, and the smallest buffer, which the kernel makes some kilobytes of.
    static List<CaptureRoom> tiny() {
        return List.of(CaptureRoom.of(new RingSize(4096, 2, 1)), new CaptureRoom(1, RingSize.ORDINARY, PortFilter.SNAP_BYTES));
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void roomThatIsFullIsSaid(CaptureRoom room) throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0, room);
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
            assertTrue(lost.stream().anyMatch(each -> each.reason().equals("the buffer of the capture was full") && each.count() > 0),
                    lost.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientWaitsForTheRingBeforeItsRaceOrItsConnectBegins(boolean race) throws Exception {
        try (LiveCapture run = new LiveCapture(Mode.LOOPBACK, 0, RING); ServerSocketChannel server = run.listen("127.0.0.1")) {
            LaneRecorder client = new LaneRecorder(run.recorder, Lane.CLIENT, 1, 1);
            Endpoint to = Endpoint.of((InetSocketAddress) server.getLocalAddress());
            client.mark(race ? new RaceEvent.Ordered("rfc8305", List.of(to)) : new LoopEvent.SocketOpened(SocketPurpose.CONNECTING));
            assertTrue(Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is mapped");
            assertEquals(List.of(), LiveCapture.lost(run.end()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void socketRingAndThreadAreGivenBack(boolean ring) throws Exception {
        long before = sockets();
        Thread capturing;
        try (LiveCapture run = new LiveCapture(Mode.SERVER, 0, ring ? RING : CaptureRoom.ORDINARY); ServerSocketChannel server = run.listen("127.0.0.1")) {
            capturing = capturing();
            assertTrue(capturing.isDaemon());
            assertTrue(server.isOpen() && sockets() > before);
            assertEquals(ring, Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is mapped");
        }
        capturing.join(10_000);
        assertFalse(capturing.isAlive());
        assertEquals(before, sockets());
        assertFalse(Files.readString(Path.of("/proc/self/maps")).contains("socket:["), "the ring is not mapped any more");
    }

    @Test
    void whatWasTriedIsUsedForTheRunThatFollowsAndGivenBackWhereNoneDoes() throws Exception {
        PacketSource source = new PacketSource();
        assertInstanceOf(Availability.Available.class, source.prepare());
        Thread tried = capturing();
        try (Observer run = source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1))) {
            assertEquals(tried, capturing(), "no second one for " + run);
        }
        tried.join(10_000);
        assertFalse(tried.isAlive());

        source.prepare();
        Thread unused = capturing();
        unused.join(CaptureLoop.LEASE_MILLIS + 10_000);
        assertFalse(unused.isAlive());
        try (Observer run = source.start(new Subject(new Recorder(TraceClock.start()), Mode.LOOPBACK, 0, 1))) {
            assertTrue(capturing().isAlive(), "a new one for " + run);
        }
    }

    @Test
    void whoOnlyAsksLeavesNothingOpen() throws Exception {
        long before = sockets();
        assertInstanceOf(Availability.Available.class, new PacketSource().probe());
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("lifeline-packets")) {
                assertTrue(each.join(Duration.ofMillis(CaptureLoop.LEASE_MILLIS * 9 / 10)), "it does not wait for a run");
            }
        }
        assertEquals(before, sockets());
    }

    /// What a test before this one tried and did not use ends by itself.
    @BeforeEach
    void nobodyElseCaptures() throws Exception {
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("lifeline-packets")) {
                each.join(CaptureLoop.LEASE_MILLIS + 20_000);
            }
        }
    }

    private static Thread capturing() {
        List<Thread> all = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("lifeline-packets")).toList();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
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
