package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Awaited;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real sockets, this machine's kernel.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class SockDiagObserverTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void heldBeforeAcceptBothEndsAreEstablishedAndOneHasNoInode(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel client = traced.connect(1);

            SocketSeen ours = traced.seen(Lane.CLIENT).getLast();
            SocketSeen theirs = traced.seen(Lane.SERVER).getLast();
            ListenerSeen listener = traced.all(ListenerSeen.class).getLast();
            assertEquals(SocketState.ESTABLISHED, ours.socket().state());
            assertNotEquals(0, ours.socket().inode());
            assertEquals(traced.tuple(client), ours.tuple());
            assertEquals(SocketState.ESTABLISHED, theirs.socket().state());
            assertEquals(0, theirs.socket().inode());
            assertEquals(traced.tuple(client).reversed(), theirs.tuple());
            assertNotNull(theirs.socket().info());
            assertEquals(1, listener.queued());
            assertEquals(5, listener.backlog());
            assertEquals(Occasion.EVENT, listener.occasion());
            assertEquals(ours.cause(), theirs.cause());

            traced.accept(7);
            SocketSeen accepted = traced.seen(Lane.SERVER).getLast();
            assertNotEquals(0, accepted.socket().inode());
            assertEquals(0, traced.all(ListenerSeen.class).getLast().queued());
            for (TraceEvent event : traced.kernel()) {
                if (event.body() instanceof SocketSeen) {
                    assertEquals(1, event.connection(), "the client's number");
                    assertEquals(1, event.attempt());
                }
            }
            assertTrue(traced.allAreKernelEvents());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void establishedHereSynRecvThere(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            loopback.deferAccept();
            SocketChannel client = traced.connect(1);

            assertEquals(SocketState.ESTABLISHED, traced.seen(Lane.CLIENT).getLast().socket().state());
            SocketSeen half = traced.seen(Lane.SERVER).getLast();
            assertEquals(SocketState.SYN_RECV, half.socket().state());
            assertEquals(SocketTimer.RETRANSMIT, half.socket().timer());
            assertNull(half.socket().info());

            client.write(ByteBuffer.wrap(new byte[1]));
            TraceEvent whole = traced.await("the change is seen", event -> event.body() instanceof SocketSeen seen
                    && seen.end() == Lane.SERVER && seen.socket().state() == SocketState.ESTABLISHED);
            assertEquals(Occasion.CHANGE, ((SocketSeen) whole.body()).occasion());
            assertEquals(List.of(), traced.all(SocketGone.class));
        }
    }

    @Test
    void whoClosesFirstIsInTimeWaitAndBothTellTheirLastFigures() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel client = traced.connect(1);
            SocketChannel accepted = traced.accept(1);
            client.write(ByteBuffer.wrap(new byte[100]));
            accepted.read(ByteBuffer.allocate(100));
            client.close();
            accepted.close();
            traced.client(1).finished(Stage.CLOSE, -1, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 100));

            assertEquals(102, traced.awaitDestroyed(Lane.CLIENT).socket().info().bytesAcked(), "SYN, data, FIN");
            assertEquals(101, traced.awaitDestroyed(Lane.SERVER).socket().info().bytesReceived(), "data, FIN");
            traced.end();
            SocketSeen waiting = last(traced.seen(Lane.CLIENT));
            assertEquals(SocketState.TIME_WAIT, waiting.socket().state());
            assertEquals(SocketTimer.TIME_WAIT, waiting.socket().timer());
            assertTrue(waiting.socket().expires() > 1000);
            List<SocketGone> gone = traced.all(SocketGone.class);
            assertEquals(1, gone.size(), "the listener answers for the other end");
            assertEquals(Lane.SERVER, gone.getFirst().end());
            assertEquals(List.of(), traced.all(EvidenceLost.class));
        }
    }

    private static SocketSeen last(List<SocketSeen> seen) {
        SocketSeen last = null;
        for (SocketSeen each : seen) {
            last = each.occasion() == Occasion.DESTROYED ? last : each;
        }
        return last;
    }

    @Test
    void aResetLeavesNothing() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel client = traced.connect(1);
            SocketChannel accepted = traced.accept(1);
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            accepted.close();

            assertEquals(traced.seen(Lane.CLIENT).getFirst().socket().cookie(),
                    traced.awaitDestroyed(Lane.CLIENT).socket().cookie());
            traced.awaitDestroyed(Lane.SERVER);
            traced.end();
            assertEquals(2, traced.all(SocketGone.class).size());
        }
    }

    @Test
    void aHoldIsALookAtEverything() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            traced.connect(1);
            int before = traced.kernel().size();
            long hold = traced.server(0).mark(new HoldEvent.HoldStarted(Stage.ACCEPT, "a test"));

            List<TraceEvent> after = traced.kernel().subList(before, traced.kernel().size());
            List<TraceEvent> caused = after.stream().filter(event -> event.body() instanceof SocketSeen seen
                    && seen.cause() == hold || event.body() instanceof ListenerSeen listener
                    && listener.cause() == hold).toList();
            assertEquals(3, caused.size(), "client, server, listener");
        }
    }

    @Test
    void ofManyConnectionsOnlyWhatIsNewIsRecorded() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 50); Traced traced = new Traced(Mode.LOOPBACK, 1000, loopback)) {
            traced.connect(1);
            traced.accept(1);
            Awaited.value("the change is recorded",
                    () -> traced.seen(Lane.SERVER).getLast().socket().inode() == 0 ? null : Boolean.TRUE);
            int before = traced.all(SocketSeen.class).size();
            for (int i = 0; i < 10; i++) {
                traced.client(1).mark(new StreamEvent.EndOfStream());
            }

            assertEquals(before, traced.all(SocketSeen.class).size());
        }
    }

    @Test
    void theListenerIsSeenWhenItListens() throws Exception {
        try (Loopback loopback = new Loopback("::1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            ListenerSeen seen = traced.all(ListenerSeen.class).getFirst();

            assertEquals(Endpoint.of(loopback.address()), seen.local());
            assertEquals(0, seen.queued());
        }
    }
}
