package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Awaited;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Many sockets, and many threads.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class CrowdTest {

    @Test
    void thousandsOfOtherSocketsAreNotSeen() throws Exception {
        try (Loopback crowd = new Loopback("127.0.0.1", 4000)) {
            for (int i = 0; i < 2000; i++) {
                crowd.connect();
            }
            try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
                SocketChannel client = traced.connect(1);
                loopback.connect();
                traced.connecting(2, 1);
                SocketChannel stuck = loopback.connecting();
                traced.await("the one that waits", event -> event.body() instanceof SocketSeen seen
                        && seen.socket().state() == SocketState.SYN_SENT);
                traced.end();

                for (SocketSeen seen : traced.all(SocketSeen.class)) {
                    assertTrue(seen.tuple().equals(traced.tuple(client)) || seen.tuple().equals(traced.tuple(client).reversed())
                            || seen.tuple().equals(traced.tuple(stuck)), () -> seen.tuple() + " is not ours");
                }
            }
        }
    }

    @Test
    void hundredsOfConnectionsOneAfterTheOther() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 50); Traced traced = new Traced(Mode.LOOPBACK, 300, loopback)) {
            Map<FourTuple, Integer> last = new HashMap<>();
            for (int i = 1; i <= 300; i++) {
                SocketChannel client = traced.connect(i);
                SocketChannel accepted = traced.accept(i);
                last.put(traced.tuple(client), i);
                client.close();
                traced.client(i).finished(Stage.CLOSE, -1, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
                accepted.close();
                traced.server(i).finished(Stage.CLOSE, -1, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
            }
            // Of one among many each program's own end is looked at when it does something; TIME_WAIT comes later, and the watcher finds
            // it, some connections a turn. On loopback a port in TIME_WAIT for more than a second may be taken again (tcp_tw_reuse):
            // then it is the later one's.
            Awaited.value("each client is seen in TIME_WAIT", () -> inTimeWait(traced).containsAll(last.values()) ? Boolean.TRUE : null);
            traced.end();

            assertEquals(300, traced.all(SocketGone.class).size(), "each server's end is told to be gone");
            assertTrue(last.size() > 250, "most of them have a port of their own");
        }
    }

    private static Set<Integer> inTimeWait(Traced traced) {
        Set<Integer> waiting = new HashSet<>();
        for (TraceEvent event : traced.kernel()) {
            if (event.body() instanceof SocketSeen seen && seen.socket().state() == SocketState.TIME_WAIT) {
                waiting.add(event.connection());
            }
        }
        return waiting;
    }

    @Test
    void eventsOfSeveralThreads() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 50); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            for (int i = 1; i <= 4; i++) {
                traced.connect(i);
                traced.accept(i);
            }
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                int number = i;
                Thread thread = new Thread(() -> {
                    for (int round = 0; round < 200; round++) {
                        traced.client(number).mark(new StreamEvent.EndOfStream());
                        traced.server(number).mark(new StreamEvent.EndOfStream());
                    }
                }, "lifeline-test-" + i);
                thread.setUncaughtExceptionHandler((one, e) -> thrown.set(e));
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join(20_000);
                assertFalse(thread.isAlive());
            }
            traced.end();

            assertEquals(null, thrown.get());
            for (int i = 1; i <= 4; i++) {
                int number = i;
                assertTrue(traced.kernel().stream().filter(event -> event.connection() == number).count() >= 800);
            }
        }
    }
}
