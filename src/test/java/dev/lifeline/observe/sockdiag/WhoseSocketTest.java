package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StreamEvent;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Which connection a socket belongs to, and under which number it is told.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class WhoseSocketTest {

    @Test
    void anAcceptThatReturnsBeforeConnectIsNamedLater() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            long started = traced.connecting(3, 1);
            SocketChannel client = loopback.connect();
            traced.accept(1);
            assertEquals(List.of(), traced.seen(Lane.SERVER), "whose it is is not known");

            traced.connected(started, 3, 1, client);

            SocketSeen first = traced.seen(Lane.SERVER).getFirst();
            SocketSeen second = traced.seen(Lane.SERVER).get(1);
            assertTrue(first.cause() < second.cause(), "the look after accept is there, too");
            TraceEvent event = traced.await("a socket", one -> one.body() instanceof SocketSeen);
            assertEquals(3, event.connection());
        }
    }

    @Test
    void whatCannotBeHeldForItsNameIsSaidToBeLost() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            long started = traced.connecting(3, 1);
            SocketChannel client = loopback.connect();
            traced.accept(1);
            for (int i = 0; i < 50; i++) {
                traced.server(1).mark(new StreamEvent.EndOfStream());
            }
            assertEquals(List.of(), traced.all(EvidenceLost.class));

            traced.connected(started, 3, 1, client);

            assertEquals(64, traced.all(SocketSeen.class).size() - 2, "beside the look after connect");
            String reason = traced.all(EvidenceLost.class).getFirst().reason();
            assertTrue(reason.endsWith(" findings about connection 3: its connect returned too late for them"), reason);
            // Accept and each end of the stream, both ends of the connection; the watcher may have seen some more.
            assertTrue(Integer.parseInt(reason.substring(0, reason.indexOf(' '))) >= 2 * 51 - 64, reason);
        }
    }

    @Test
    void anotherConnectionToOurPortIsNotTaken() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel stranger = loopback.connect();
            traced.accept(1);
            SocketChannel client = traced.connect(1);
            traced.accept(2);
            traced.server(1).mark(new StreamEvent.EndOfStream());
            stranger.close();
            traced.end();

            assertFalse(traced.seen(Lane.SERVER).isEmpty());
            for (SocketSeen seen : traced.all(SocketSeen.class)) {
                assertTrue(seen.tuple().equals(traced.tuple(client)) || seen.tuple().equals(traced.tuple(client).reversed()),
                        () -> seen.tuple() + " is a stranger's");
            }
        }
    }

    @Test
    void theConnectionIsTheSocketOfTheAttemptThatWon() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.CLIENT, 1, loopback)) {
            SocketChannel winner = traced.connect(1);
            traced.client(1).attempt(1).mark(new RaceEvent.Won());
            long late = traced.connecting(1, 2);
            SocketChannel loser = loopback.connect();
            traced.connected(late, 1, 2, loser);
            long shut = traced.client(1).mark(new StreamEvent.OutputShut());

            SocketSeen seen = traced.seen(Lane.CLIENT).getLast();
            assertEquals(shut, seen.cause());
            assertEquals(traced.tuple(winner), seen.tuple());
        }
    }

    @Test
    void aServerOfOthersHasItsOwnNumbersAndTheClientThatIsHere() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.SERVER, 1, loopback)) {
            SocketChannel client = loopback.connect();
            traced.accept(4);

            TraceEvent event = traced.await("a socket", one -> one.body() instanceof SocketSeen);
            assertEquals(4, event.connection());
            assertEquals(traced.tuple(client), traced.seen(Lane.CLIENT).getFirst().tuple());
            assertEquals(traced.tuple(client).reversed(), traced.seen(Lane.SERVER).getFirst().tuple());
        }
    }
}
