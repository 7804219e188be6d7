package dev.lifeline.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Outcome;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptQueuesTest {

    private final TraceBuilder life = new TraceBuilder("localhost:7007", Mode.LOOPBACK);

    @Test
    void concludesTheWaitBetweenTheReturnOfConnectAndTheCallOfAccept() {
        connect(1, 10, 20);
        accept(1, 50, 55);
        Span queued = queued().getFirst();
        assertEquals(20_000, queued.start());
        assertEquals(50_000, queued.end());
        assertEquals(Evidence.INFERRED, queued.evidence());
        assertEquals(Lane.KERNEL, queued.lane());
    }

    @Test
    void standsRightBehindItsConnect() {
        connect(1, 10, 20);
        accept(1, 50, 55);
        assertEquals(List.of(Stage.CONNECT, Stage.ACCEPT_QUEUE, Stage.ACCEPT),
                Timelines.of(life.trace()).spans().stream().map(Span::stage).toList());
    }

    @Test
    void concludesNothingWhereAcceptWasCalledBeforeConnectReturned() {
        connect(1, 10, 20);
        accept(1, 15, 25);
        assertTrue(queued().isEmpty());
    }

    @Test
    void concludesNothingForTheConnectionOfAnotherClient() {
        connect(1, 10, 20);
        accept(2, 50, 55);
        assertTrue(queued().isEmpty());
    }

    @Test
    void joinsEachOfManyConnectionsToItsOwnAcceptWhateverTheirOrder() {
        connect(1, 10, 20);
        connect(2, 30, 40);
        accept(2, 60, 61);
        accept(1, 80, 81);
        assertEquals(List.of(60_000L, 20_000L), queued().stream().map(Span::took).toList());
    }

    @Test
    void takesATupleThatIsUsedAgainForAnotherConnection() {
        connect(1, 10, 20);
        accept(1, 30, 31);
        connect(1, 110, 120);
        accept(1, 150, 151);
        assertEquals(List.of(10_000L, 30_000L), queued().stream().map(Span::took).toList());
    }

    @Test
    void joinsAnAcceptThatWasCalledBeforeTheConnectBegan() {
        accept(1, 5, 55);
        connect(1, 10, 20);
        List<JoinedConnection> joined = JoinedConnection.of(Timelines.of(life.trace()).spans());
        assertEquals(1, joined.size());
        assertEquals(5_000, joined.getFirst().accept().start());
    }

    private List<Span> queued() {
        return Timelines.of(life.trace()).spans().stream().filter(span -> span.stage() == Stage.ACCEPT_QUEUE).toList();
    }

    private void connect(int client, double from, double to) {
        life.done(Lane.CLIENT, Stage.CONNECT, from, to, new Outcome.Connected(tuple(client)));
    }

    private void accept(int client, double from, double to) {
        life.done(Lane.SERVER, Stage.ACCEPT, from, to, new Outcome.Accepted(tuple(client).reversed(), 1, 1));
    }

    private static FourTuple tuple(int client) {
        return new FourTuple(new Endpoint("127.0.0.1", 50_000 + client), new Endpoint("127.0.0.1", 7007));
    }
}
