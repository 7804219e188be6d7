package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Gate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The server at its gates, as its client and the kernel see it.
@Timeout(60)
class HeldServerTest {

    private static final int SILENCE_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 1_000;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE_WAIT = 8;
    private static final Gate ACCEPT = Gate.before(Lane.SERVER, Stage.ACCEPT);
    private static final Gate WRITE = Gate.before(Lane.SERVER, Stage.WRITE);

    @Test
    void heldBeforeItsWriteItIsSilentForTheClientAndHasNothingToSendForTheKernel() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            fixture.gates.hold(WRITE, "to look");
            say(client, "ping");
            fixture.await(HoldEvent.HoldStarted.class);
            client.setSoTimeout(SILENCE_MILLIS);

            assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());

            DiagSocket end = serversEnd(client);
            assertEquals(0, end.sendQueue());
            assertEquals(0, end.receiveQueue(), "the question was read");
            assertEquals(List.of(), fixture.all(1, StageEvent.Started.class).stream().filter(each -> each.stage() == Stage.WRITE).toList());

            fixture.gates.release(WRITE);
            client.setSoTimeout(20_000);
            assertEquals("ping", new String(client.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void heldBeforeAcceptTheClientIsConnectedToASocketThatNoProgramHas() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            fixture.gates.hold(ACCEPT, "to look");
            try (Socket client = fixture.client()) {
                say(client, "ping");
                fixture.await(HoldEvent.HoldStarted.class);

                assertEquals(0, serversEnd(client).inode());
                assertEquals(ESTABLISHED, serversEnd(client).state());

                fixture.gates.release(ACCEPT);
                assertEquals('p', client.getInputStream().read());
                assertTrue(serversEnd(client).inode() > 0);
            }
        }
    }

    @Test
    void heldBeforeItsCloseItLeavesTheKernelInCloseWait() throws Exception {
        Gate close = Gate.before(Lane.SERVER, Stage.CLOSE);
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            fixture.gates.hold(close, "to look");
            client.shutdownOutput();
            fixture.await(HoldEvent.HoldStarted.class);
            client.setSoTimeout(SILENCE_MILLIS);

            assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());
            assertEquals(CLOSE_WAIT, serversEnd(client).state());

            fixture.gates.release(close);
            client.setSoTimeout(20_000);
            assertEquals(-1, client.getInputStream().read());
            fixture.awaitOver(1);
        }
    }

    @Test
    void heldBeforeItsNextReadItLeavesTheBytesWithTheKernelAndServesTheOthers() throws Exception {
        Gate data = Gate.before(Lane.SERVER, Stage.DATA).connection(1);
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            say(client, "a");
            assertEquals('a', client.getInputStream().read());
            fixture.gates.hold(data, "to look");
            say(client, "bcd");
            fixture.await(HoldEvent.HoldStarted.class);
            try (Socket other = fixture.client()) {
                for (String word : List.of("x", "y")) {
                    say(other, word);
                    assertEquals(word.charAt(0), other.getInputStream().read());
                }
            }

            assertEquals(3, serversEnd(client).receiveQueue());

            fixture.gates.release(data);
            assertEquals("bcd", new String(client.getInputStream().readNBytes(3), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void oneConnectionOfABurstIsHeldBeforeAccept() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            fixture.gates.hold(ACCEPT.connection(1), "three shall come at once");
            fixture.gates.hold(ACCEPT.connection(2), "to look");
            try (Socket first = fixture.client(); Socket second = fixture.client(); Socket third = fixture.client()) {
                long one = fixture.await(HoldEvent.HoldStarted.class).sequence();
                fixture.gates.release(ACCEPT.connection(1));
                say(first, "a");
                assertEquals('a', first.getInputStream().read());
                // The loop may answer the first before it comes to the second: a gate released before it is reached holds nobody.
                fixture.await("the hold of the second", event -> event.sequence() > one && event.body() instanceof HoldEvent.HoldStarted);

                assertEquals(0, serversEnd(second).inode());
                assertEquals(0, serversEnd(third).inode());

                fixture.gates.release(ACCEPT.connection(2));
                say(third, "c");
                assertEquals('c', third.getInputStream().read());
                assertEquals(2, fixture.all(0, HoldEvent.HoldEnded.class).size());
            }
        }
    }

    @Test
    void eachArrivalIsToldOnce() throws Exception {
        Semaphore arrived = new Semaphore(0);
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            fixture.gates.onArrival(arrival -> arrived.release());
            for (int round = 1; round <= 2; round++) {
                fixture.gates.hold(WRITE, "round " + round);
                say(client, "a");
                assertTrue(arrived.tryAcquire(20, TimeUnit.SECONDS));
                fixture.gates.release(WRITE.connection(2));

                fixture.gates.release(WRITE);
                assertEquals('a', client.getInputStream().read());
            }
            assertEquals(0, arrived.availablePermits());
        }
    }

    @Test
    void whileItIsHeldItsPatienceWithTheClientDoesNotRunOut() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withIdleTimeout(PATIENCE_MILLIS * 1_000_000L));
                Socket client = fixture.client()) {
            Gate written = Gate.after(Lane.SERVER, Stage.WRITE);
            fixture.gates.hold(written, "longer than its patience");
            say(client, "a");
            assertEquals('a', client.getInputStream().read());
            client.setSoTimeout(PATIENCE_MILLIS + SILENCE_MILLIS);
            assertThrows(SocketTimeoutException.class, () -> client.getInputStream().read());

            fixture.gates.release(written);

            client.setSoTimeout(20_000);
            say(client, "b");
            assertEquals('b', client.getInputStream().read());
        }
    }

    /// At each gate of the loop once: it stands there, nothing of the stage behind it is recorded, and it goes on to the end.
    @ParameterizedTest
    @CsvSource({"ACCEPT, BEFORE", "ACCEPT, AFTER", "FIRST_BYTE, BEFORE", "FIRST_BYTE, AFTER", "DATA, BEFORE", "DATA, AFTER", "WRITE, BEFORE",
            "WRITE, AFTER", "CLOSE, BEFORE", "CLOSE, AFTER"})
    void itStandsAtEachGateAndGoesOn(Stage stage, Gate.Side side) throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            Gate gate = new Gate(Lane.SERVER, 0, 0, stage, side);
            fixture.gates.hold(gate, "to look");
            AtomicInteger arrived = new AtomicInteger();
            AtomicInteger begun = new AtomicInteger();
            AtomicInteger over = new AtomicInteger();
            fixture.gates.onArrival(arrival -> {
                if (arrived.getAndIncrement() == 0) {
                    begun.set(count(fixture, StageEvent.Started.class, stage));
                    over.set(count(fixture, StageEvent.Finished.class, stage));
                }
                fixture.gates.release(gate);
            });
            try (Socket client = fixture.client()) {
                say(client, "a");
                assertEquals('a', client.getInputStream().read());
                say(client, "b");
                assertEquals('b', client.getInputStream().read());
                client.shutdownOutput();
                assertEquals(-1, client.getInputStream().read());
            }
            fixture.awaitOver(1);
            assertEquals(1, arrived.get());
            assertEquals(side == Gate.Side.BEFORE ? 0 : 1, begun.get());
            assertEquals(side == Gate.Side.BEFORE ? 0 : 1, over.get());
            assertEquals(List.of("accept", "first byte", "write", "data", "write", "close"), fixture.stages(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, AFTER", "FIRST_BYTE, BEFORE", "FIRST_BYTE, AFTER", "WRITE, BEFORE", "WRITE, AFTER", "CLOSE, BEFORE", "CLOSE, AFTER"})
    void aServerThatIsClosedWaitsAtNoGate(Stage stage, Gate.Side side) throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            fixture.gates.hold(new Gate(Lane.SERVER, 0, 0, stage, side), "for ever");
            try (Socket client = fixture.client()) {
                say(client, "a");
                client.shutdownOutput();
                TraceEvent hold = fixture.await(HoldEvent.HoldStarted.class);

                fixture.server.close();

                assertEquals(List.of(new HoldEvent.HoldEnded(hold.sequence())), fixture.all(1, HoldEvent.HoldEnded.class));
                assertTrue(fixture.server.awaitConnections(1, 0));
            }
        }
    }

    private static int count(ServerFixture fixture, Class<? extends StageEvent> kind, Stage stage) {
        int count = 0;
        for (TraceEvent event : fixture.recorder.from(0)) {
            count += kind.isInstance(event.body()) && ((StageEvent) event.body()).stage() == stage ? 1 : 0;
        }
        return count;
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// What the kernel knows of the other end of a client's connection.
    private static DiagSocket serversEnd(Socket client) throws IOException {
        try (SocketDiag diag = SocketDiag.open(ServerFixture.PATIENCE_NANOS)) {
            DiagAnswer answer = diag.find(DiagRequest.exact((InetSocketAddress) client.getRemoteSocketAddress(),
                    (InetSocketAddress) client.getLocalSocketAddress(), DiagRequest.NO_COOKIE));
            return assertInstanceOf(DiagAnswer.Found.class, answer).socket();
        }
    }
}
