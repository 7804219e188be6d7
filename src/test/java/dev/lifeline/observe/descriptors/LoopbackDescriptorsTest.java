package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.client.Dialed;
import dev.lifeline.linux.descriptor.SocketCalls;
import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.DescriptorFound;
import dev.lifeline.model.event.KernelEvent.SynSaved;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.socket.SynFacts;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Client and server in this process: what is found must be what `/proc` shows.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "descriptors are numbers on Linux")
class LoopbackDescriptorsTest {

    @Test
    void theSourceIsAvailableToEverybody() {
        Available answer = (Available) new DescriptorSource().probe();

        assertEquals("sockets found by inode, SYNs kept, ICMP errors queued", answer.gives());
    }

    @Test
    void eachSocketIsFoundUnderItsNumber() throws Exception {
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("127.0.0.1");
            try (SocketChannel channel = run.dial(3, server).channel()) {
                awaitSyn(run);
                Map<Integer, String> sockets = Watched.sockets();

                for (String purpose : List.of("listening", "connecting", "accepted")) {
                    TraceEvent event = run.found(purpose);
                    DescriptorFound found = (DescriptorFound) event.body();
                    assertEquals("socket:[" + found.inode() + "]", sockets.get(found.descriptor()), purpose);
                    assertEquals(purpose.equals("connecting") ? Lane.CLIENT : Lane.SERVER, found.end());
                    assertEquals(Lane.KERNEL, event.lane());
                    assertEquals(Evidence.KERNEL, event.evidence());
                    assertEquals(purpose.equals("listening") ? 0 : 3, event.connection(), purpose);
                }
                assertTrue(channel.isConnected());
            }
        }
    }

    @Test
    void theSynIsTheClientsAsItArrived() throws Exception {
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("127.0.0.1");
            Dialed dialed = run.dial(2, server);
            try (SocketChannel channel = dialed.channel()) {
                TraceEvent event = awaitSyn(run);
                SynSaved saved = (SynSaved) event.body();

                assertEquals(2, event.connection());
                assertEquals(dialed.tuple().reversed(), saved.tuple());
                // The length field of IPv4 has 16 bits: lo's MTU of 65536 is one more than a packet can use.
                plausible(saved.syn(), Math.min(NetworkInterface.getByName("lo").getMTU(), 65535) - 40);
                assertTrue(channel.isConnected());
            }
        }
    }

    @Test
    void anIPv6SynHasAHopLimit() throws Exception {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null, "this machine has no ::1");
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("::1");
            run.dial(1, server).channel().close();

            plausible(((SynSaved) awaitSyn(run).body()).syn(), NetworkInterface.getByName("lo").getMTU() - 60);
        }
    }

    private static void plausible(SynFacts syn, int mss) {
        assertEquals(mss, syn.mss());
        assertEquals(64, syn.ttl());
        assertTrue(syn.window() > 0 && syn.windowScale() >= 0 && syn.sackPermitted() && syn.timestamps(), syn::toString);
    }

    @Test
    void aServerAloneCountsForItself() throws Exception {
        try (Watched run = new Watched(Mode.SERVER)) {
            Endpoint server = run.serve("127.0.0.1");
            for (int i = 1; i <= 2; i++) {
                SocketChannel.open(new InetSocketAddress(server.address(), server.port())).close();
                run.awaitServed(i);
            }

            assertEquals(List.of(1, 2), run.events(SynSaved.class).stream().map(TraceEvent::connection).toList());
        }
    }

    @Test
    void aConnectionOfSomebodyElseGoesByTheServersNumberAtTheEnd() throws Exception {
        Watched run = new Watched(Mode.LOOPBACK);
        try (run) {
            Endpoint server = run.serve("127.0.0.1");
            SocketChannel.open(new InetSocketAddress(server.address(), server.port())).close();
            run.awaitServed(1);
            assertEquals(List.of(), run.events(SynSaved.class));
        }

        assertEquals(1, run.events(SynSaved.class).getFirst().connection());
        assertEquals(1, run.found("accepted").connection());
    }

    @Test
    void onlyTheFirstConnectionsAreLookedAt() throws Exception {
        try (Watched run = new Watched(Mode.LOOPBACK)) {
            Endpoint server = run.serve("127.0.0.1");
            for (int i = 1; i <= DescriptorObserver.CONNECTIONS + 4; i++) {
                run.dial(i, server).channel().close();
                run.awaitServed(i);
            }

            assertEquals(DescriptorObserver.CONNECTIONS, run.events(SynSaved.class).size());
            assertEquals(1 + 2 * DescriptorObserver.CONNECTIONS, run.events(DescriptorFound.class).size());
        }
    }

    /// An established connection must not die of an ICMP error that it would have survived without us.
    @Test
    void aConnectedSocketIsLeftAsItWas() throws Exception {
        try (Watched run = new Watched(Mode.LOOPBACK); Arena arena = Arena.ofConfined()) {
            Endpoint server = run.serve("127.0.0.1");
            Map<Integer, String> before = Watched.sockets();
            try (SocketChannel channel = run.dial(1, server).channel()) {
                awaitSyn(run);
                int descriptor = ((DescriptorFound) run.found("connecting").body()).descriptor();
                SocketCalls calls = SocketCalls.in(arena);

                assertNotEquals(1, calls.option(descriptor, SocketOption.IPV6_RECVERR));
                assertNotEquals(1, calls.option(descriptor, SocketOption.IP_RECVERR));
                Map<Integer, String> after = Watched.sockets();
                after.keySet().removeAll(before.keySet());
                assertEquals(2, after.size(), () -> "the client's socket and the server's: " + after);
                assertTrue(channel.isConnected());
            }
        }
    }

    private static TraceEvent awaitSyn(Watched run) throws InterruptedException {
        for (long next = 0; ; next++) {
            if (!run.recorder.await(next, Watched.CONNECT_NANOS) || run.recorder.from(next).isEmpty()) {
                throw new AssertionError("no SYN was recorded: " + run.recorder.from(0));
            }
            TraceEvent event = run.recorder.from(next).getFirst();
            if (event.body() instanceof SynSaved) {
                return event;
            }
        }
    }

    /// While one thread opens a client's socket, another has opened a server's and not bound it yet.
    @Test
    void aServerThatWasTakenForAClientIsNotHeldWhenItListens() throws Exception {
        try (Watched run = new Watched(Mode.LOOPBACK); ServerSocketChannel server = ServerSocketChannel.open()) {
            long inode = newest();
            new LaneRecorder(run.recorder, Lane.CLIENT, 1, 1).mark(new LoopEvent.SocketOpened(SocketPurpose.CONNECTING));
            assertEquals(2, descriptors(inode), "it is held by mistake");
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
            new LaneRecorder(run.recorder, Lane.SERVER, 0, 0).finished(Stage.BIND, -1, new Outcome.Listening(Endpoint.of(address), 50));

            assertEquals(1, descriptors(inode));
            server.close();
            assertThrows(ConnectException.class, () -> SocketChannel.open(address).close());
        }
    }

    private static long newest() throws IOException {
        return Watched.sockets().values().stream().mapToLong(each -> Long.parseLong(each.substring(8, each.length() - 1))).max()
                .orElseThrow();
    }

    private static long descriptors(long inode) throws IOException {
        return Watched.sockets().values().stream().filter(each -> each.equals("socket:[" + inode + "]")).count();
    }
}
