package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.server.Behaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server with more to show than it can is ended by its first interrupt, not after its last client.
@Timeout(60)
class BusyServeTest {

    private static final int CLIENTS = 400;
    private static final int OPEN = 20;
    private static final long SHOWING_NANOS = 20_000_000;

    private Endpoint address;
    private final List<Socket> open = new ArrayList<>();
    private int shown;
    private int closed = -1;
    private int untold = -1;

    @Test
    void anInterruptClosesTheListenerAtOnceAndSaysHowManyItClosed() throws Exception {
        ServeRun run = new ServeRun(new ServePlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.parse("echo"), 128), 10_000,
                60_000_000_000L, EvidenceChoice.PORTABLE), InetAddress.ofLiteral("127.0.0.1"), "test");
        CompletableFuture<Long> interrupted = new CompletableFuture<>();
        Trace trace = run.execute(new ServeRun.Listener() {
            @Override
            public void listening(Endpoint at) {
                address = at;
                CompletableFuture.runAsync(BusyServeTest.this::first, task -> Thread.ofPlatform().daemon().start(task));
            }

            /// The first stands still until hundreds wait behind it to be shown, and then somebody ends the server.
            @Override
            public void connection(Trace one) {
                if (shown++ == 0) {
                    flock();
                    interrupted.complete(System.nanoTime());
                    run.interrupt("INT");
                } else {
                    long end = System.nanoTime() + SHOWING_NANOS;
                    while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                    }
                }
            }

            @Override
            public void ended(int wereOpen, int notShown) {
                closed = wereOpen;
                untold = notShown;
            }
        }, null);
        long took = System.nanoTime() - interrupted.get(1, TimeUnit.SECONDS);
        long accepted = trace.events().stream().filter(event -> event.lane() == Lane.SERVER
                && event.body() instanceof StageEvent.Finished done && done.stage() == Stage.ACCEPT).count();
        assertAll(() -> assertThrows(IOException.class, () -> new Socket(InetAddress.ofLiteral("127.0.0.1"), address.port()).close()),
                () -> assertTrue(took < CLIENTS * SHOWING_NANOS, took + " ns"), () -> assertTrue(closed >= OPEN, closed + " were open"),
                () -> assertTrue(remarks(trace).contains("the server is closed; connections that were still open: " + closed), remarks(trace).toString()),
                () -> assertEquals(accepted, shown + untold, "each connection is shown or counted"),
                () -> assertTrue(untold > CLIENTS / 2, untold + " were left to be counted"));
        for (Socket each : open) {
            each.close();
        }
    }

    /// Nobody is served before this server has told that it listens.
    private void first() {
        try {
            echoed().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> remarks(Trace trace) {
        return trace.events().stream().filter(event -> event.body() instanceof RunEvent.Remark)
                .map(event -> ((RunEvent.Remark) event.body()).text()).toList();
    }

    private void flock() {
        try {
            for (int i = 0; i < OPEN; i++) {
                open.add(echoed());
            }
            for (int i = 0; i < CLIENTS; i++) {
                echoed().close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A connection that was accepted for sure: an answer came.
    private Socket echoed() throws IOException {
        Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), address.port());
        client.getOutputStream().write('x');
        assertEquals('x', client.getInputStream().read());
        return client;
    }
}
