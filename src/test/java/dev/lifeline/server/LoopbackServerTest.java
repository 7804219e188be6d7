package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackServerTest {

    @Test
    void recordsHowItCameToListen() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withBacklog(7))) {
            fixture.await(LoopEvent.Registered.class);
            assertEquals(List.of(new LoopEvent.SocketOpened(SocketPurpose.LISTENING)), fixture.all(0, LoopEvent.SocketOpened.class));
            assertEquals(List.of(new StageEvent.Started(Stage.BIND, new Endpoint("127.0.0.1", 0), null)),
                    fixture.all(0, StageEvent.Started.class));
            assertEquals(new Outcome.Listening(fixture.server.address(), 7), fixture.outcome(0, Stage.BIND));
            assertEquals(List.of(new LoopEvent.Registered(Interest.ACCEPT)), fixture.all(0, LoopEvent.Registered.class));
            assertTrue(fixture.server.address().port() > 0);
        }
    }

    @Test
    void listensOnIpv6() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> new ServerOptions(loopback6(), 0, 5, Behaviour.DEFAULT, 0,
                ServerOptions.DEFAULT_IDLE_TIMEOUT_NANOS, false, number -> { }))) {
            fixture.client().close();
            fixture.awaitOver(1);
            Outcome.Accepted accepted = (Outcome.Accepted) fixture.outcome(1, Stage.ACCEPT);
            assertEquals(fixture.server.address(), accepted.tuple().local());
        }
    }

    /// Java gives a descriptor back in a select of its own, which uses up wake-ups: a task that came just then waited for the next
    /// connection.
    @Test
    @Timeout(30)
    void aTaskThatComesWhileAConnectionIsClosedIsDone() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options)) {
            for (int i = 0; i < 200; i++) {
                fixture.client().close();
                fixture.server.busy(0, () -> { });
                assertTrue(fixture.server.settle(TimeUnit.SECONDS.toNanos(60)));
            }
        }
    }

    @Test
    void aTakenPortFailsAtBind() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Recorder recorder = new Recorder(TraceClock.start())) {
            ServerOptions options = ServerOptions.on(InetAddress.getLoopbackAddress(), other.getLocalPort());
            StageFailure thrown = assertThrows(StageFailure.class,
                    () -> LoopbackServer.open(ServerFixture.lane(recorder), new Gates(), options));
            assertEquals(Stage.BIND, thrown.stage());
            assertEquals(ErrorCode.EADDRINUSE, thrown.failure().code());
            assertEquals(new Endpoint("127.0.0.1", other.getLocalPort()), thrown.failure().local());
            assertInstanceOf(StageEvent.Failed.class, recorder.from(0).getLast().body());
        }
    }

    @Test
    void aForeignAddressFailsAtBind() throws Exception {
        // 192.0.2.0/24 is for documentation, RFC 5737; .77 is not this machine's.
        ServerOptions options = new ServerOptions(InetAddress.ofLiteral("192.0.2.77"), 0, 1, Behaviour.DEFAULT, 0, 1_000_000,
                true, number -> { });
        try (Recorder recorder = new Recorder(TraceClock.start())) {
            StageFailure thrown = assertThrows(StageFailure.class,
                    () -> LoopbackServer.open(ServerFixture.lane(recorder), new Gates(), options));
            assertEquals(ErrorCode.EADDRNOTAVAIL, thrown.failure().code());
        }
    }

    @Test
    void aBurstHeldAtTheGateIsAcceptedInOneWakeUp() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            fixture.gates.hold(Gate.before(Lane.SERVER, Stage.ACCEPT), "look at the queue");
            try (Socket first = fixture.client(); Socket second = fixture.client(); Socket third = fixture.client()) {
                // Connected, all three, and none accepted: the kernel does not wait for the program.
                fixture.await(HoldEvent.HoldStarted.class);
                assertEquals(0, fixture.all(1, StageEvent.Started.class).size());
                fixture.gates.release(Gate.before(Lane.SERVER, Stage.ACCEPT));
                assertEquals(new LoopEvent.AcceptLoopEnded(3), fixture.await(LoopEvent.AcceptLoopEnded.class).body());
                long wakeUp = ((Outcome.Accepted) fixture.outcome(1, Stage.ACCEPT)).wakeUp();
                int position = 0;
                for (Socket client : List.of(first, second, third)) {
                    position++;
                    Outcome.Accepted accepted = (Outcome.Accepted) fixture.outcome(position, Stage.ACCEPT);
                    assertEquals(wakeUp, accepted.wakeUp());
                    assertEquals(position, accepted.position());
                    assertEquals(client.getLocalPort(), accepted.tuple().remote().port());
                }
            }
            fixture.awaitOver(3);
            assertEquals(1, fixture.all(0, HoldEvent.HoldEnded.class).size());
        }
    }

    @Test
    void aHeldAcceptDoesNotHoldTheOthers() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket served = fixture.client()) {
            fixture.await(LoopEvent.AcceptLoopEnded.class);
            fixture.gates.hold(Gate.before(Lane.SERVER, Stage.ACCEPT), "only the second");
            try (Socket waiting = fixture.client()) {
                fixture.await(HoldEvent.HoldStarted.class);
                served.getOutputStream().write(1);
                assertEquals(1, served.getInputStream().read());
                fixture.gates.dismantle();
                waiting.getOutputStream().write(2);
                assertEquals(2, waiting.getInputStream().read());
            }
        }
    }

    @Test
    void aClientThatDoesNotReadIsPausedAndTheOthersAreServed() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket greedy = fixture.client()) {
            Thread writer = Thread.ofVirtual().start(() -> writeUntilClosed(greedy));
            fixture.await("a write that the kernel did not take whole", event -> event.connection() == 1
                    && event.body() instanceof StreamEvent.ChunkWritten chunk && chunk.taken() < chunk.offered());
            fixture.await("asked for room to write", event -> event.connection() == 1
                    && event.body().equals(new LoopEvent.Registered(Interest.WRITE)));
            try (Socket other = fixture.client()) {
                other.getOutputStream().write(7);
                assertEquals(7, other.getInputStream().read());
            }
            // Once it reads, the rest comes.
            assertEquals(8_000_000, greedy.getInputStream().readNBytes(8_000_000).length);
            greedy.shutdownInput();
            greedy.shutdownOutput();
            assertTrue(writer.join(Duration.ofSeconds(20)));
            fixture.awaitOver(1);
        }
    }

    @Test
    void aSilentClientIsClosedWhenItsTimeIsOver() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withIdleTimeout(30_000_000));
                Socket client = fixture.client()) {
            assertEquals(-1, client.getInputStream().read());
            fixture.awaitOver(1);
            assertEquals(ErrorCode.TIMEOUT, fixture.failure(1, Stage.FIRST_BYTE).code());
            assertEquals(CloseKind.HALF, fixture.closed(1).how());
            assertEquals(1, fixture.all(1, RunEvent.Remark.class).size());
        }
    }

    @Test
    void tellsTheNumberOfEachClosedConnectionAfterItsLastEvent() throws Exception {
        AtomicInteger told = new AtomicInteger();
        CountDownLatch once = new CountDownLatch(1);
        try (ServerFixture fixture = new ServerFixture(options -> options.withOnClosed(number -> {
            told.set(number);
            once.countDown();
        }))) {
            fixture.client().close();
            assertTrue(once.await(20, TimeUnit.SECONDS));
            assertEquals(1, told.get());
            assertEquals(CloseKind.ORDERLY, fixture.closed(1).how());
        }
    }

    @Test
    void aListenerThatThrowsDoesNotEndTheLoop() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withOnClosed(number -> {
            throw new IllegalStateException("on purpose");
        }))) {
            fixture.client().close();
            fixture.client().close();
            fixture.awaitOver(2);
            assertEquals(CloseKind.ORDERLY, fixture.closed(2).how());
        }
    }

    @Test
    void afterTheLastConnectionThePortIsClosed() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withMaxConnections(1));
                Socket client = fixture.client()) {
            client.getOutputStream().write(9);
            assertEquals(9, client.getInputStream().read());
            assertThrows(IOException.class, () -> fixture.client().close());
            client.shutdownOutput();
            fixture.awaitOver(1);
        }
    }

    @Test
    void closeGivesEverythingBackAndSaysSo() throws Exception {
        ServerFixture fixture = new ServerFixture("silent");
        try (fixture; Socket open = fixture.client()) {
            fixture.await(LoopEvent.AcceptLoopEnded.class);
            assertNotNull(threadOf(fixture.server));
            fixture.server.close();
            assertEquals(-1, open.getInputStream().read());
            assertEquals(ErrorCode.INTERRUPTED, fixture.failure(1, Stage.FIRST_BYTE).code());
            assertEquals(CloseKind.HALF, fixture.closed(1).how());
            assertThrows(IOException.class, () -> fixture.client().close());
            assertNull(threadOf(fixture.server), "the loop's thread has ended");
            assertEquals(new RunEvent.Remark("the server is closed; connections that were still open: 1"),
                    fixture.recorder.from(0).getLast().body());
            assertFalse(fixture.server.awaitConnections(2, ServerFixture.PATIENCE_NANOS), "no more will come");
        }
    }

    @Test
    void closeDuringAHoldEndsTheHold() throws Exception {
        try (ServerFixture fixture = new ServerFixture("late-accept=1m"); Socket client = fixture.client()) {
            fixture.await(HoldEvent.HoldStarted.class);
            fixture.server.close();
            assertEquals(1, fixture.all(0, HoldEvent.HoldEnded.class).size());
            assertThrows(IOException.class, () -> client.getInputStream().readNBytes(1));
        }
    }

    @Test
    void closeFromTheLoopItselfDoesNotWaitForItself() throws Exception {
        LoopbackServer[] holder = new LoopbackServer[1];
        CountDownLatch set = new CountDownLatch(1);
        try (ServerFixture fixture = new ServerFixture(options -> options.withOnClosed(number -> {
            try {
                assertTrue(set.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            holder[0].close();
        }))) {
            holder[0] = fixture.server;
            set.countDown();
            fixture.client().close();
            // Two will never come: this returns when the loop has ended, and then nobody listens any more.
            assertFalse(holder[0].awaitConnections(2, TimeUnit.SECONDS.toNanos(20)));
            assertThrows(ConnectException.class, () -> fixture.client().close());
        }
    }

    @Test
    void anAddressThatOthersCanReachIsRefused() throws Exception {
        InetAddress any = InetAddress.ofLiteral("0.0.0.0");
        String message = assertThrows(IllegalArgumentException.class, () -> ServerOptions.on(any, 0)).getMessage();
        assertTrue(message.contains("0.0.0.0"), message);
    }

    @Test
    void aHundredClientsAtOnceAreAllServed() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            byte[] text = new byte[3000];
            Thread[] clients = new Thread[100];
            AtomicInteger served = new AtomicInteger();
            for (int i = 0; i < clients.length; i++) {
                clients[i] = Thread.ofVirtual().start(() -> {
                    try (Socket client = fixture.client()) {
                        client.getOutputStream().write(text);
                        assertArrayEquals(text, client.getInputStream().readNBytes(text.length));
                        served.incrementAndGet();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            for (Thread client : clients) {
                assertTrue(client.join(Duration.ofSeconds(30)));
            }
            assertEquals(100, served.get());
            fixture.awaitOver(100);
            for (int number = 1; number <= 100; number++) {
                assertEquals(3000, fixture.closed(number).read());
            }
        }
    }

    private static InetAddress loopback6() {
        return InetAddress.ofLiteral("::1");
    }

    private static Thread threadOf(LoopbackServer server) {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("lifeline-server-" + server.address().port())) {
                return thread;
            }
        }
        return null;
    }

    private static void writeUntilClosed(Socket socket) {
        byte[] block = new byte[64 * 1024];
        try {
            while (true) {
                socket.getOutputStream().write(block);
            }
        } catch (IOException e) {
            // The end that this test gives it.
            return;
        }
    }
}
