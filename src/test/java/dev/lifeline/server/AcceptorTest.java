package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RunEvent;
import java.io.File;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.platform.commons.JUnitException;
import org.opentest4j.AssertionFailedError;

@Timeout(120)
class AcceptorTest {

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "the limit on descriptors is set through sh")
    void withoutDescriptorsAcceptFailsWithEmfileAndTheLoopDoesNotSpin() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Without -MaxFDLimit the JVM would raise its own limit to the hard one.
        Process child = new ProcessBuilder("sh", "-c", "ulimit -n 128 && exec \"$@\"", "sh", java, "-XX:-MaxFDLimit",
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), DescriptorsExhausted.class.getName())
                .redirectErrorStream(true).start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(child.waitFor(60, TimeUnit.SECONDS), "still running");
            assertEquals("ACCEPT EMFILE spun false answered 1", said.strip());
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void overTheLimitConnectionsWaitUntilOneIsClosed() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (ServerFixture fixture = new ServerFixture("echo")) {
            try {
                for (int i = 0; i < Acceptor.MAX_OPEN; i++) {
                    clients.add(fixture.client());
                }
                fixture.await("full", event -> event.body() instanceof RunEvent.Remark remark
                        && remark.text().startsWith(Acceptor.MAX_OPEN + " connections are open"));
                Socket waiting = fixture.client();
                clients.add(waiting);
                waiting.getOutputStream().write(5);
                clients.getFirst().close();
                assertEquals(5, waiting.getInputStream().read());
                assertTrue(fixture.outcome(Acceptor.MAX_OPEN + 1, Stage.ACCEPT) != null);
            } finally {
                for (Socket client : clients) {
                    client.close();
                }
            }
            fixture.awaitOver(Acceptor.MAX_OPEN + 1);
        }
    }

    @Test
    void aPeerThatNeverStopsDoesNotFillTheTraceWithWakeUps() throws Exception {
        try (ServerFixture fixture = new ServerFixture("flood")) {
            try (Socket client = fixture.client()) {
                assertEquals(40_000_000, client.getInputStream().skip(40_000_000));
            }
            fixture.awaitOver(1);
            assertEquals(CloseKind.ABANDONED, fixture.closed(1).how());
            int woke = fixture.all(0, LoopEvent.Woke.class).size();
            assertTrue(woke <= 2 * dev.lifeline.server.turn.TurnLog.WAKE_UPS_RECORDED, () -> woke + " wake-ups recorded");
            assertEquals(1, fixture.outcomes(1, Stage.CLOSE).size());
        }
    }

    /// Where this process has its classes from, whatever launcher loaded them.
    private static String classPath() throws Exception {
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        for (Class<?> type : List.of(LoopbackServer.class, AcceptorTest.class, Assertions.class, AssertionFailedError.class,
                JUnitException.class)) {
            path.append(File.pathSeparator).append(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
        }
        return path.toString();
    }
}
