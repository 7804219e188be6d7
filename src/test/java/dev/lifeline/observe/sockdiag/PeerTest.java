package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.route.Namespace;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.StreamEvent;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A client alone is traced, and what it connects to is somebody else's program on this machine.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class PeerTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void itsEndStandsInTheAcceptQueueUntilItsProgramTakesIt(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 5); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            SocketChannel client = traced.connect(1);

            SocketSeen peer = traced.seen(Lane.SERVER).getLast();
            assertEquals(traced.tuple(client).reversed(), peer.tuple());
            assertEquals(SocketState.ESTABLISHED, peer.socket().state());
            assertEquals(0, peer.socket().inode(), "the kernel accepted, the program did not");
            ListenerSeen listener = traced.all(ListenerSeen.class).getLast();
            assertEquals(Endpoint.of(loopback.address()), listener.local());
            assertEquals(1, listener.queued());
            assertEquals(5, listener.backlog());

            loopback.accept();
            traced.await("its program takes it", event -> event.body() instanceof SocketSeen seen && seen.end() == Lane.SERVER
                    && seen.socket().inode() != 0 && seen.occasion() == Occasion.CHANGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aConnectThatWaitsForAFullAcceptQueueShowsIt(String address) throws Exception {
        try (Loopback loopback = new Loopback(address, 1); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            loopback.connect();
            loopback.connect();
            long started = traced.connecting(1, 1);
            SocketChannel stuck = loopback.connecting();

            ListenerSeen listener = (ListenerSeen) traced.await("the listener is seen",
                    event -> event.body() instanceof ListenerSeen && event.connection() == 1).body();
            assertEquals(Endpoint.of(loopback.address()), listener.local());
            assertEquals(2, listener.queued());
            assertEquals(1, listener.backlog());

            stuck.close();
            traced.connectFailed(started, 1, 1);
            assertEquals(Occasion.EVENT, traced.all(ListenerSeen.class).getLast().occasion(), "and at the end of the wait");
            assertEquals(0, traced.seen(Lane.SERVER).size(), "the server's end never was");
        }
    }

    @Test
    void ofItsListenersOtherConnectionsNothingIsTold() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            loopback.connect();
            SocketChannel client = traced.connect(1);
            loopback.connect();
            traced.client(1).mark(new StreamEvent.EndOfStream());
            traced.end();

            assertEquals(3, traced.all(ListenerSeen.class).getLast().queued());
            assertFalse(traced.seen(Lane.SERVER).isEmpty());
            FourTuple ours = traced.tuple(client);
            for (SocketSeen seen : traced.all(SocketSeen.class)) {
                assertTrue(seen.tuple().equals(ours) || seen.tuple().equals(ours.reversed()),
                        () -> seen.tuple() + " is a stranger's");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1, true", "192.0.2.1, 127.0.0.2, true", "::1, ::1, true", "192.0.2.1, 192.0.2.1, true",
            "2001:db8::1, 2001:db8:0:0:0:0:0:1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8::1, 2001:db8::2, false"})
    void whatIsOnThisMachineIsKnownByTheAddresses(String local, String remote, boolean here) {
        assertEquals(here, EndpointConversion.onThisMachine(new FourTuple(new Endpoint(local, 40000), new Endpoint(remote, 80))));
    }

    @Test
    void anAddressOfAnInterfaceIsHereTooThoughItIsNotTheClients() throws Exception {
        assertEquals(List.of("queued 2 of 1", "server ESTABLISHED inode none", "client 192.0.2.1"),
                Namespace.run("ip addr add 192.0.2.1/24 dev lo; ip addr add 192.0.2.2/24 dev lo", OwnAddress.class));
    }

    /// Connects from one own address to another, once to a queue with room and once to a full one.
    static final class OwnAddress {
        private OwnAddress() {
        }

        public static void main(String[] arguments) throws Exception {
            try (Loopback loopback = new Loopback("192.0.2.2", 1); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
                SocketChannel client = traced.connect(1);
                loopback.connect();
                long started = traced.connecting(2, 1);
                SocketChannel stuck = loopback.connecting();
                traced.await("the listener is seen", event -> event.body() instanceof ListenerSeen seen && seen.queued() == 2);
                stuck.close();
                traced.connectFailed(started, 2, 1);
                ListenerSeen listener = traced.all(ListenerSeen.class).getLast();
                System.out.println("queued " + listener.queued() + " of " + listener.backlog());
                SocketSeen peer = traced.seen(Lane.SERVER).getFirst();
                System.out.println("server " + peer.socket().state() + " inode "
                        + (peer.socket().inode() == 0 ? "none" : "some"));
                System.out.println("client " + traced.tuple(client).local().address());
            }
        }
    }
}
