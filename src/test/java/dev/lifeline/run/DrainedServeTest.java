package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.server.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server of HTTP lets its requests end when it gets SIGTERM, and any other is interrupted by it.
@Timeout(60)
class DrainedServeTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private boolean toldOfOpen;

    private Trace served(String behaviour, String request, Class<?> reached) throws Exception {
        ServeRun run = new ServeRun(new ServePlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.parse(behaviour), 128), 100,
                60_000_000_000L, EvidenceChoice.PORTABLE), InetAddress.ofLiteral("127.0.0.1"), "test");
        return run.execute(new ServeRun.Listener() {
            @Override
            public void listening(Endpoint at) {
                answer.completeAsync(() -> ask(run, at, request, reached), task -> Thread.ofPlatform().daemon().start(task));
            }

            @Override
            public void connection(Trace one) {
                // It is in the trace of all.
            }

            @Override
            public void ended(int wereOpen, int notShown) {
                toldOfOpen = true;
            }
        }, null);
    }

    private static String ask(ServeRun run, Endpoint at, String request, Class<?> reached) {
        try (Socket socket = new Socket(InetAddress.ofLiteral(at.address()), at.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            await(run.session().recorder(), reached);
            run.interrupt("TERM");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(Recorder recorder, Class<?> reached) throws InterruptedException {
        long next = 0;
        while (true) {
            for (TraceEvent event : recorder.from(next)) {
                if (reached.isInstance(event.body())) {
                    return;
                }
                next = event.sequence() + 1;
            }
            recorder.await(next, TimeUnit.SECONDS.toNanos(1));
        }
    }

    private static boolean isInterrupted(Trace trace) {
        return trace.events().stream().anyMatch(event -> event.body() instanceof RunEvent.Interrupted);
    }

    @Test
    void aRequestThatIsUnderWayIsAnsweredAndTheRunIsNotInterrupted() throws Exception {
        Trace trace = served("http", "GET /slow?ms=700 HTTP/1.1\r\nHost: test\r\n\r\n", HttpEvent.StepEntered.class);
        String got = answer.get(1, TimeUnit.MINUTES);
        assertTrue(got.endsWith("after 700 ms\n"), got);
        assertFalse(isInterrupted(trace));
        assertFalse(toldOfOpen);
        assertEquals(1, trace.events().stream().filter(event -> event.body() instanceof RunEvent.Remark remark
                && remark.text().startsWith("SIGTERM: /health says 503")).count());
    }

    @Test
    void anyOtherServerIsInterruptedByIt() throws Exception {
        Trace trace = served("silent", "anything", dev.lifeline.model.event.StreamEvent.ChunkRead.class);
        assertEquals("", answer.get(1, TimeUnit.MINUTES));
        assertTrue(isInterrupted(trace));
        assertTrue(toldOfOpen);
    }
}
