package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Awaited;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.CounterRose;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A connect that does not return: a full accept queue, for real.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class StuckConnectTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void itsSocketIsFoundAndItsSynIsSentAgain(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 1); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            loopback.connect();
            loopback.connect();
            long started = traced.connecting(1, 2);
            SocketChannel stuck = loopback.connecting();

            TraceEvent found = traced.await("SYN_SENT is seen", event -> event.body() instanceof SocketSeen);
            SocketSeen first = (SocketSeen) found.body();
            assertEquals(1, found.connection());
            assertEquals(2, found.attempt());
            assertEquals(traced.tuple(stuck), first.tuple());
            assertEquals(SocketState.SYN_SENT, first.socket().state());
            assertEquals(SocketTimer.RETRANSMIT, first.socket().timer());
            assertEquals(Occasion.CHANGE, first.occasion());
            traced.await("the second SYN is seen", event -> event.body() instanceof SocketSeen seen
                    && seen.socket().retransmits() > 0);
            traced.await("the kernel counted it", event -> event.body() instanceof CounterRose rose
                    && rose.name().equals("ListenOverflows"));
            assertEquals(2, traced.all(ListenerSeen.class).getLast().queued());

            stuck.close();
            traced.connectFailed(started, 1, 2);
            TraceEvent gone = traced.await("it is gone", event -> event.body() instanceof SocketGone);
            assertEquals(SocketState.SYN_SENT, ((SocketGone) gone.body()).last());
            assertEquals(0, traced.seen(Lane.SERVER).size(), "the server's end never was");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1"})
    void thatOfAnotherProcessIsNotTaken(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 1); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            loopback.connect();
            loopback.connect();
            int port = loopback.address().getPort();
            Process other = new ProcessBuilder("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port).start();
            try {
                Awaited.value("the other waits, too", () -> waiting(loopback, port) ? Boolean.TRUE : null);
                traced.connecting(1, 1);
                SocketChannel stuck = loopback.connecting();

                TraceEvent found = traced.await("SYN_SENT is seen", event -> event.body() instanceof SocketSeen);
                assertEquals(traced.tuple(stuck), ((SocketSeen) found.body()).tuple());
                traced.end();
                for (SocketSeen seen : traced.all(SocketSeen.class)) {
                    assertEquals(traced.tuple(stuck), seen.tuple());
                }
                assertTrue(traced.allAreKernelEvents());
            } finally {
                other.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aSecondToTheSamePlaceIsToldApartFromOneThatWasFound() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.LOOPBACK, 2, loopback)) {
            loopback.connect();
            loopback.connect();
            traced.connecting(1, 1);
            SocketChannel one = loopback.connecting();
            TraceEvent first = traced.await("the first is seen", event -> event.body() instanceof SocketSeen);
            assertEquals(traced.tuple(one), ((SocketSeen) first.body()).tuple());

            traced.connecting(2, 1);
            SocketChannel other = loopback.connecting();
            TraceEvent second = traced.await("the second is seen", event -> event.body() instanceof SocketSeen
                    && event.connection() == 2);
            assertEquals(traced.tuple(other), ((SocketSeen) second.body()).tuple());
        }
    }

    @Test
    void theListenerIsWatchedFurtherOnceTheConnectHasReturned() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            loopback.connect();
            loopback.connect();
            long started = traced.connecting(1, 1);
            SocketChannel stuck = loopback.connecting();
            traced.await("the full queue is seen", event -> event.body() instanceof ListenerSeen seen && seen.queued() == 2);
            loopback.accept();
            loopback.accept();
            try (Selector selector = Selector.open()) {
                stuck.register(selector, SelectionKey.OP_CONNECT);
                assertEquals(1, selector.select(10_000), "the SYN that is sent again gets through");
            }
            assertTrue(stuck.finishConnect());

            int before = traced.all(ListenerSeen.class).size();
            traced.connected(started, 1, 1, stuck);
            // Looks of its own may lie between, and on a busy machine the kernel itself may put it there a moment later.
            Awaited.value("the stuck one itself waits there now", () -> traced.all(ListenerSeen.class).subList(before, traced.all(ListenerSeen.class).size())
                    .stream().anyMatch(seen -> seen.queued() == 1) ? Boolean.TRUE : null);
        }
    }

    private static boolean waiting(Loopback loopback, int port) {
        return !loopback.diag().dump(DiagRequest.dump(false, 1 << DiagSocket.SYN_SENT, 0, port), 10).sockets().isEmpty();
    }
}
