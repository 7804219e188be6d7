package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Dialer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.StageFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// However a connect ends, the second descriptor is given back at once, and the socket is as gone as it would be without it.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "descriptors are numbers on Linux")
class FailedConnectsTest {

    private static final long SHORT_NANOS = 300_000_000;

    /// So few that eight clients at once do not fill the server's accept queue.
    private static final int ROUNDS = 10;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void giveBack() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private static Endpoint refusing() throws IOException {
        try (ServerSocketChannel brief = ServerSocketChannel.open()) {
            brief.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return Endpoint.of((InetSocketAddress) brief.getLocalAddress());
        }
    }

    /// One that does not answer: its accept queue is full.
    private Endpoint silent() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        open.add(server);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
        for (int i = 0; i < 32; i++) {
            SocketChannel filler = SocketChannel.open();
            open.add(filler);
            try {
                filler.socket().connect(server.getLocalAddress(), 200);
            } catch (SocketTimeoutException e) {
                return Endpoint.of((InetSocketAddress) server.getLocalAddress());
            }
        }
        throw new IOException("the accept queue never filled");
    }

    @Test
    void manyRefusalsLeaveNoDescriptorBehind() throws Exception {
        Endpoint refusing = refusing();
        try (Watched run = new Watched(Mode.CLIENT)) {
            assertThrows(StageFailure.class, () -> run.dial(1, refusing));
            Map<Integer, String> before = Watched.sockets();
            for (int i = 0; i < 300; i++) {
                StageFailure failure = assertThrows(StageFailure.class, () -> run.dial(1, refusing));
                assertEquals(ErrorCode.ECONNREFUSED, failure.failure().code());
            }

            Watched.assertNoneLeft(before);
            assertEquals(List.of(), run.events(ErrorOrigin.class), "a reset is no ICMP message");
            assertEquals(List.of(), run.events(EvidenceLost.class));
        }
    }

    /// Their sockets are opened at the same moments, so that they are taken for each other again and again.
    @Test
    void clientsAtTheSameTimeGetTheirOwnSockets() throws Exception {
        Endpoint refusing = refusing();
        Map<Integer, String> before = Watched.sockets();
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("127.0.0.1");
            List<Thread> threads = new ArrayList<>();
            List<Throwable> wrong = Collections.synchronizedList(new ArrayList<>());
            for (int i = 1; i <= 8; i++) {
                int connection = i;
                threads.add(Thread.ofPlatform().daemon().name("client-" + i).uncaughtExceptionHandler((thread, e) -> wrong.add(e))
                        .start(() -> connectAndFail(run, connection, server, refusing)));
            }
            for (Thread each : threads) {
                each.join();
            }

            assertEquals(List.of(), wrong);
            assertEquals(8 * ROUNDS, run.connecting());
            assertEquals(List.of(), run.events(EvidenceLost.class));
        }
        Watched.assertNoneLeft(before);
    }

    private static void connectAndFail(Watched run, int connection, Endpoint server, Endpoint refusing) {
        try {
            for (int i = 0; i < ROUNDS; i++) {
                assertThrows(StageFailure.class, () -> run.dial(connection, refusing));
                try (SocketChannel channel = run.dial(connection, server).channel()) {
                    assertTrue(channel.isConnected());
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDeadlineEndsTheHandshake() throws Exception {
        Endpoint silent = silent();
        try (Watched run = new Watched(Mode.CLIENT)) {
            Map<Integer, String> before = Watched.sockets();
            List<String> handshakes = handshakes(silent);

            StageFailure failure = assertThrows(StageFailure.class, () -> run.dialer(1, SHORT_NANOS).dial(List.of(silent)));

            assertEquals(ErrorCode.TIMEOUT, failure.failure().code());
            Watched.assertNoneLeft(before);
            assertEquals(handshakes, handshakes(silent), "no SYN is sent again");
        }
    }

    @Test
    void anAttemptThatIsOvertakenEndsAsQuicklyAsWithoutUs() throws Exception {
        Endpoint silent = silent();
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("127.0.0.1");
            List<String> handshakes = handshakes(silent);
            try (SocketChannel channel = run.dial(1, silent, server).channel()) {
                assertTrue(channel.isConnected());
                assertEquals(handshakes, handshakes(silent));
                assertEquals(2, run.found("connecting").attempt());
            }
        }
    }

    @Test
    void aPersonsInterruptEndsTheHandshakeToo() throws Exception {
        Endpoint silent = silent();
        try (Watched run = new Watched(Mode.CLIENT)) {
            Dialer dialer = run.dialer(1, Watched.CONNECT_NANOS);
            Map<Integer, String> before = Watched.sockets();
            List<String> handshakes = handshakes(silent);
            Thread dialing = Thread.ofPlatform().daemon().name("dialing").start(() -> {
                assertThrows(InterruptedException.class, () -> dialer.dial(List.of(silent)));
            });
            awaitConnectStarted(run);

            dialer.close();
            dialing.join();

            Watched.assertNoneLeft(before);
            assertEquals(handshakes, handshakes(silent));
        }
    }

    private static void awaitConnectStarted(Watched run) throws InterruptedException {
        for (long next = 0; ; next++) {
            assertTrue(run.recorder.await(next, Watched.CONNECT_NANOS) && !run.recorder.from(next).isEmpty());
            TraceEvent event = run.recorder.from(next).getFirst();
            if (event.body() instanceof StageEvent.Started) {
                return;
            }
        }
    }

    /// The local ports of handshakes under way to a destination: state 2, SYN_SENT, in the kernel's own table.
    private static List<String> handshakes(Endpoint destination) throws IOException {
        String port = Integer.toHexString(0x10000 | destination.port()).substring(1).toUpperCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        for (String file : List.of("/proc/thread-self/net/tcp", "/proc/thread-self/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] words = line.strip().split("\\s+");
                if (words[3].equals("02") && words[2].endsWith(":" + port)) {
                    found.add(words[1]);
                }
            }
        }
        return found;
    }
}
