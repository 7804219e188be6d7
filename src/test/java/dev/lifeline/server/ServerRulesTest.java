package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The rules that few servers need.
class ServerRulesTest {

    private static final byte[] QUESTION = "GET /ready HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void oneConnectionMoreThanTheLimitIsClosedAtOnce() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withRules(ServerRules.NONE.withConnectionLimit(1)));
             Socket first = fixture.client()) {
            first.getOutputStream().write('x');
            assertEquals('x', first.getInputStream().read());
            try (Socket second = fixture.client()) {
                assertEquals(-1, second.getInputStream().read());
            }
            first.getOutputStream().write('y');
            assertEquals('y', first.getInputStream().read());
        }
    }

    @Test
    void theFirstByteTimerIsForThoseWhoHaveSaidNothing() throws Exception {
        try (ServerFixture fixture = new ServerFixture(options -> options.withRules(ServerRules.NONE.withFirstByteTimeout(50_000_000)));
             Socket silent = fixture.client()) {
            assertEquals(-1, silent.getInputStream().read());
            TraceEvent failed = fixture.await(StageEvent.Failed.class);
            assertEquals(Stage.FIRST_BYTE, ((StageEvent.Failed) failed.body()).stage());
            assertEquals(ErrorCode.TIMEOUT, ((StageEvent.Failed) failed.body()).failure().code());
        }
    }

    @Test
    void numbersMayBeSharedWithOtherServers() throws Exception {
        AtomicInteger numbers = new AtomicInteger(41);
        try (ServerFixture fixture = new ServerFixture(options -> options.withRules(ServerRules.NONE.withNumbers(numbers::incrementAndGet)));
             Socket client = fixture.client()) {
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            assertEquals(42, fixture.await(StageEvent.Finished.class.getName(), event -> event.connection() > 0).connection());
        }
    }

    @Test
    void readinessFollowsWhatTheServerDependsOn() throws Exception {
        ServerSocket dependency = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        InetSocketAddress there = (InetSocketAddress) dependency.getLocalSocketAddress();
        try (ServerFixture fixture = new ServerFixture(options -> options.withRules(ServerRules.NONE.withReadiness(new Readiness(() -> there))))) {
            assertTrue(answer(fixture).startsWith("HTTP/1.1 200 OK\r\n"));
            dependency.close();
            assertTrue(answer(fixture).startsWith("HTTP/1.1 503 "));
            fixture.await("the remark", event -> event.body() instanceof RunEvent.Remark remark
                    && remark.text().contains("the dependency cannot be reached"));
        } finally {
            dependency.close();
        }
    }

    private static String answer(ServerFixture fixture) throws Exception {
        try (Socket client = fixture.client(); InputStream in = client.getInputStream()) {
            client.getOutputStream().write(QUESTION);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aGracefulStopLetsConnectionsEnd() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo"); Socket client = fixture.client()) {
            client.getOutputStream().write('x');
            assertEquals('x', client.getInputStream().read());
            Thread stopping = Thread.ofPlatform().daemon().start(() -> {
                try {
                    fixture.server.stopGracefully(0, ServerFixture.PATIENCE_NANOS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            fixture.await("the end of accepting", event -> event.body() instanceof RunEvent.Remark remark
                    && remark.text().contains("connections that are open may end: 1"));
            assertThrows(ConnectException.class, () -> fixture.client().close());
            client.getOutputStream().write('y');
            assertEquals('y', client.getInputStream().read());
            client.shutdownOutput();
            stopping.join();
            assertTrue(fixture.server.awaitConnections(1, 1));
        }
    }

    @Test
    void aBusyLoopDoesNothingElse() throws Exception {
        try (ServerFixture fixture = new ServerFixture("echo")) {
            CountDownLatch begun = new CountDownLatch(1);
            Thread working = Thread.ofPlatform().daemon().start(() -> {
                try {
                    fixture.server.busy(80_000_000, begun::countDown);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(begun.await(ServerFixture.PATIENCE_NANOS, TimeUnit.NANOSECONDS));
            try (Socket client = fixture.client()) {
                client.getOutputStream().write('x');
                assertEquals('x', client.getInputStream().read());
            }
            working.join();
            TraceEvent done = fixture.await("the end of the work", event -> event.body() instanceof RunEvent.Remark remark
                    && remark.text().contains("has done its work"));
            TraceEvent accepted = fixture.await("the accept", event -> event.body() instanceof StageEvent.Started started
                    && started.stage() == Stage.ACCEPT);
            assertTrue(accepted.at() >= done.at());
        }
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ServerRules.NONE.withConnectionLimit(-1));
        assertThrows(IllegalArgumentException.class, () -> ServerRules.NONE.withFirstByteTimeout(-1));
    }
}
