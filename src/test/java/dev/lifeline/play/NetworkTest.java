package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.run.EvidenceChoice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Several machines in one play: what an actor opens is on its own.
@Timeout(60)
class NetworkTest {

    private static final Callable<String> NAMESPACE = () -> Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
    private static final int PORT = 7007;
    private static final InetSocketAddress ADDRESS = new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);

    @BeforeEach
    void namespacesMustBeAllowed() {
        MissingNeed lack = Network.lack();
        assumeTrue(lack == null, () -> "no namespaces here: " + lack.reason());
    }

    @Test
    void eachHostIsANamespaceAndTheRestArePlayedOnTheirOwn() throws Exception {
        try (Network network = Network.namespaces(Map.of("a", "east", "b", "west", "c", "west"))) {
            String east = network.of("a").call(NAMESPACE);
            String west = network.of("b").call(NAMESPACE);
            String own = network.call(NAMESPACE);

            assertEquals(4, List.of(east, west, own, NAMESPACE.call()).stream().distinct().count());
            assertEquals(west, network.of("c").call(NAMESPACE));
            assertEquals(own, network.of("nobody has said where").call(NAMESPACE));
            try (NetworkHost beside = network.of("a").beside("a-test")) {
                assertEquals(east, beside.call(NAMESPACE));
            }
        }
    }

    @Test
    void thisMachineIsTheCallers() throws Exception {
        try (Network network = Network.here()) {
            assertEquals(Thread.currentThread(), network.of("a").call(Thread::currentThread));
            assertEquals(Thread.currentThread(), network.call(Thread::currentThread));
        }
    }

    @Test
    void twoHostsListenAtOneAddressAndHearOnlyTheirOwn() throws Exception {
        try (Network network = Network.namespaces(Map.of("a", "east", "b", "west"))) {
            try (ServerSocketChannel east = network.of("a").call(NetworkTest::listening);
                    ServerSocketChannel west = network.of("b").call(NetworkTest::listening);
                    SocketChannel client = network.of("b").call(() -> SocketChannel.open(ADDRESS))) {
                west.configureBlocking(false);
                east.configureBlocking(false);
                try (SocketChannel accepted = west.accept()) {
                    assertEquals(client.getLocalAddress(), accepted.getRemoteAddress());
                }
                assertEquals(null, east.accept());
                // The play's own has a loopback interface too, and nobody listens there.
                ExecutionException refused = assertThrows(ExecutionException.class, () -> network.call(() -> SocketChannel.open(ADDRESS)));
                assertEquals(ConnectException.class, refused.getCause().getClass());
            }
        }
    }

    @Test
    void actorsOfAPlayOpenTheirSocketsOnTheirHosts() throws Exception {
        Script script = new Script().actor("here", "server", "port", PORT).actor("east", "server", "port", PORT)
                .actor("west", "loop", "port", PORT)
                .actor("neighbour", "client", "to", "east").actor("islander", "client", "to", "east")
                .actor("visitor", "client", "to", "west")
                .step("here", "listen").step("east", "listen").step("west", "start")
                .step("neighbour", "connect").step("here", "close").step("islander", "connect")
                .step("visitor", "connect").step("visitor", "write", "text", "x").step("visitor", "read");
        PlayPlan plan = new PlayPlan(script.scenario(), EvidenceChoice.PORTABLE, Script.millis(30_000),
                Map.of("east", "east", "neighbour", "east", "west", "west", "visitor", "west"));

        Seen seen = new Seen(ScenarioRun.prepare(plan, "test").execute(null));

        assertEquals(3, seen.events().stream().filter(event -> event.body() instanceof StageEvent.Finished done
                && done.outcome() instanceof Outcome.Listening listening && listening.local().port() == PORT).count(), "no EADDRINUSE");
        assertNotEquals(List.of(), seen.all("neighbour", StageEvent.Finished.class));
        seen.failed("islander", Stage.CONNECT, ErrorCode.ECONNREFUSED);
        assertEquals(List.of("x"), seen.all("visitor", StageEvent.Finished.class).stream()
                .filter(done -> done.stage() == Stage.FIRST_BYTE).map(done -> ((Outcome.Moved) done.outcome()).bytes().preview()).toList());
    }

    private static ServerSocketChannel listening() throws IOException {
        return ServerSocketChannel.open().bind(ADDRESS);
    }
}
