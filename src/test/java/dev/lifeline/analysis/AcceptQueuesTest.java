package dev.lifeline.analysis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.StageWords;
import java.nio.charset.StandardCharsets;
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
                TraceIndex.of(life.trace()).timeline().spans().stream().map(Span::stage).toList());
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
        List<JoinedConnection> joined = JoinedConnection.of(TraceIndex.of(life.trace()).timeline().spans());
        assertEquals(1, joined.size());
        assertEquals(5_000, joined.getFirst().accept().start());
    }

    @Test
    void countsFromTheAckWherePacketsWereSeenUntilAcceptReturned() {
        wire(1).handshake(12, 13, 14).listener(30, 2, 128).listener(52, 1, 128).listener(60, 9, 128);
        connect(1, 10, 20);
        accept(1, 50, 55);
        Span queued = queued().getFirst();
        assertEquals(List.of(14_000L, 55_000L), List.of(queued.start(), queued.end()));
        assertEquals(Evidence.PACKET, queued.evidence());
        assertEquals("in the accept queue from the ACK, depth 2 of 128", StageWords.phrase(queued, Glyphs.ASCII));
    }

    @Test
    void countsFromTheAckToTheLastSynAckWhereTheServerHadDroppedTheFirst() {
        wire(1).handshake(12, 13, 14).synAck(1_000, true).ack(1_001);
        connect(1, 10, 20);
        accept(1, 1_100, 1_105);
        assertEquals(1_001_000, queued().getFirst().start());
    }

    @Test
    void countsFromTheFirstLookThatFoundItInNoProgramsHands() {
        wire(1).socket(17, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0)
                .socket(57, Lane.SERVER, SocketState.ESTABLISHED, 4711, 5, 0);
        connect(1, 10, 20);
        accept(1, 50, 55);
        Span queued = queued().getFirst();
        assertEquals(List.of(17_000L, 55_000L), List.of(queued.start(), queued.end()));
        assertEquals(Evidence.KERNEL, queued.evidence());
        assertEquals("in the accept queue, at the latest from here", StageWords.phrase(queued, Glyphs.ASCII));
        assertEquals(1, queued().size());
    }

    @Test
    void aSocketThatAProgramHoldsWaitsInNoQueue() {
        wire(1).socket(17, Lane.SERVER, SocketState.ESTABLISHED, 4711, 0, 0).socket(17, Lane.CLIENT, SocketState.ESTABLISHED, 0, 0, 0);
        connect(1, 10, 20);
        accept(1, 15, 25);
        assertTrue(queued().isEmpty());
    }

    @Test
    void neverTakesNegativeTimeWhateverTheClocksSay() {
        wire(1).handshake(12, 13, 25.1);
        connect(1, 10, 20);
        accept(1, 15, 25);
        assertEquals(0, queued().getFirst().took());
    }

    @Test
    void tellsWhatTheKernelHeldAndNobodyAccepted() {
        connect(1, 10, 20);
        wire(1).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0).listener(30, 1, 128);
        wire(1).socket(45, Lane.SERVER, SocketState.CLOSE_WAIT, 0, 5, 0);
        life.mark(900, Lane.CLIENT, new StreamEvent.EndOfStream());
        assertEquals(List.of(15_000L, 900_000L), List.of(queued().getFirst().took(), left().leftBy()), "the last look says no more");
        assertEquals("in the accept queue, at the latest from here, depth 1 of 128; not accepted when last seen", phrase());
    }

    @Test
    void bytesOfTheServersProgramProveThatItHadAccepted() {
        connect(1, 10, 20);
        wire(1).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0);
        life.mark(900, Lane.CLIENT, new StreamEvent.EndOfStream());
        assertEquals(Span.Left.UNKNOWN, left().left(), "the end of the stream may be the kernel's");
        life.mark(930, Lane.CLIENT, new StreamEvent.ChunkRead(Bytes.of("x".getBytes(StandardCharsets.US_ASCII))));
        assertEquals(List.of(Span.Left.ANSWERED, 930_000L), List.of(left().left(), left().leftBy()));
        assertTrue(phrase().endsWith("not accepted when last seen; accepted after 900 us at the latest, for its program's bytes came"), phrase());
    }

    @Test
    void aLaterLookSaysThatItWasTakenOnlyWhereAProgramHasIt() {
        connect(1, 10, 20);
        wire(1).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0).socket(70, Lane.SERVER, SocketState.FIN_WAIT1, 0, 0, 0);
        assertEquals(List.of(Span.Left.TAKEN, 70_000L), List.of(left().left(), left().leftBy()), "its program had closed it");
        assertTrue(phrase().endsWith("; not accepted when last seen, accepted after 40 us at the latest"), phrase());
    }

    @Test
    void aSocketThatIsGoneMayNeverHaveBeenAccepted() {
        connect(1, 10, 20);
        wire(1).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0)
                .kernel(80, new KernelEvent.SocketGone(Lane.SERVER, tuple(1).reversed(), SocketState.ESTABLISHED));
        assertEquals(Span.Left.GONE, left().left());
        assertTrue(phrase().endsWith("; not accepted when last seen, gone after 50 us at the latest"), phrase());
    }

    @Test
    void theDepthIsThatOfTheListenerThatTakesTheConnection() {
        connect(1, 10, 20);
        Endpoint server = tuple(1).remote();
        wire(1).socket(30, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0)
                .kernel(30, seen(new Endpoint("::1", server.port()), 2, 1, 1)).kernel(30, seen(new Endpoint("0.0.0.0", server.port()), 3, 9, 1));
        assertTrue(phrase().contains("depth 3 of 9"), phrase());
        wire(1).kernel(30, seen(server, 0, 128, 1));
        assertFalse(phrase().contains("depth"), "the listener at its very address takes it: " + phrase());
        wire(1).kernel(30, seen(server, 5, 128, 2));
        assertFalse(phrase().contains("depth"), "one of two alike: " + phrase());
    }

    private static KernelEvent.ListenerSeen seen(Endpoint local, long queued, long backlog, long alike) {
        return new KernelEvent.ListenerSeen(local, queued, backlog, Occasion.EVENT, -1, alike);
    }

    private Span.Queued left() {
        return (Span.Queued) queued().getFirst().state();
    }

    private String phrase() {
        return StageWords.phrase(queued().getFirst(), Glyphs.ASCII);
    }

    @Test
    void anAnswerThatWasStampedAfterTheAcceptIsNoSecondWait() {
        wire(1).handshake(12, 13, 14).socket(57, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0)
                .socket(60, Lane.SERVER, SocketState.ESTABLISHED, 4711, 0, 0);
        connect(1, 10, 20);
        accept(1, 50, 55);
        assertEquals(1, queued().size());
        assertEquals(Evidence.PACKET, queued().getFirst().evidence());
    }

    @Test
    void aLookAtAnEarlierUseOfTheTupleIsNotTakenForALaterOne() {
        wire(1).socket(17, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0)
                .kernel(40, new KernelEvent.SocketGone(Lane.SERVER, tuple(1).reversed(), SocketState.CLOSE_WAIT));
        connect(1, 110, 120);
        accept(1, 150, 155);
        assertEquals(List.of(0L, 30_000L), queued().stream().map(Span::took).sorted().toList());
        assertEquals(List.of(Evidence.KERNEL, Evidence.INFERRED), queued().stream().map(Span::evidence).sorted().toList());
    }

    @Test
    void packetsAloneDoNotProveThatAConnectionWasQueued() {
        wire(1).handshake(12, 13, 14);
        connect(1, 10, 20);
        assertTrue(queued().isEmpty());
    }

    @Test
    void statisticsAreAsGoodAsTheirWeakestPart() {
        wire(1).handshake(12, 13, 14);
        connect(1, 10, 20);
        accept(1, 50, 55);
        life.connection(2);
        connect(2, 110, 120);
        accept(2, 150, 155);
        StageStatistics.Durations queue = statistics();
        assertEquals(2, queue.count());
        assertEquals(Evidence.INFERRED, queue.evidence());
    }

    @Test
    void aLookIsWeakerThanAPacketAndStrongerThanAConclusion() {
        wire(2).socket(117, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0);
        connect(2, 110, 120);
        accept(2, 150, 155);
        wire(1).handshake(12, 13, 14);
        connect(1, 10, 20);
        accept(1, 50, 55);
        assertEquals(Evidence.KERNEL, statistics().evidence());
        connect(3, 210, 220);
        accept(3, 250, 255);
        assertEquals(Evidence.INFERRED, statistics().evidence());
    }

    private StageStatistics.Durations statistics() {
        return TraceIndex.of(life.inOrder().trace()).statistics().durations().stream()
                .filter(row -> row.stage() == Stage.ACCEPT_QUEUE).findFirst().orElseThrow();
    }

    private WirePackets wire(int client) {
        return new WirePackets(life, tuple(client));
    }

    private List<Span> queued() {
        return TraceIndex.of(life.inOrder().trace()).timeline().spans().stream().filter(span -> span.stage() == Stage.ACCEPT_QUEUE).toList();
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
