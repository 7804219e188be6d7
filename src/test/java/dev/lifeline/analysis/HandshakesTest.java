package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.StageWords;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakesTest {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 50_000), SERVER);

    private final TraceBuilder life = new TraceBuilder("localhost:7007", Mode.LOOPBACK);
    private final WirePackets wire = new WirePackets(life, TUPLE);

    @Test
    void lastsFromTheFirstSynToTheAckAndStandsBehindItsConnect() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE)).done(Lane.CLIENT, Stage.CLOSE, 200, 210,
                new Outcome.Bound(SERVER));
        wire.handshake(15, 20, 24).data(50, Lane.CLIENT, 1, 5);
        Span handshake = spans().get(1);
        assertEquals(Stage.HANDSHAKE, handshake.stage());
        assertEquals(List.of(15_000L, 24_000L), List.of(handshake.start(), handshake.end()));
        assertEquals("SYN, SYN-ACK, ACK", StageWords.phrase(handshake, Glyphs.ASCII));
        assertEquals(Evidence.PACKET, handshake.evidence());
        assertEquals(TUPLE.local(), handshake.local());
    }

    @Test
    void toldWithTheTimesOfItsRetransmissions() {
        life.open(Lane.CLIENT, Stage.CONNECT, 0, SERVER);
        wire.syn(10, false).syn(1_020_010, true).syn(3_060_010, true);
        Span handshake = spans().get(1);
        assertEquals("SYN, again after 1.02 s, 3.06 s, no answer", StageWords.phrase(handshake, Glyphs.ASCII));
        assertEquals(3_060_000_000L, handshake.took());
    }

    @Test
    void countsRetransmissionsThatNobodyWouldReadOneByOne() {
        wire.syn(10, false);
        for (int i = 1; i <= 6; i++) {
            wire.syn(10 + i * 1e6, true);
        }
        wire.synAck(6_500_000, false).ack(6_500_010).synAck(7_500_000, true);
        assertEquals("SYN, sent 7 times in 6 s, SYN-ACK, ACK; SYN-ACK sent 2 times", note());
    }

    @Test
    void endsWithTheResetOfARefusal() {
        life.failed(Lane.CLIENT, Stage.CONNECT, 0, 60,
                TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, TUPLE.local(), SERVER));
        wire.syn(10, false).reset(15, Lane.SERVER);
        assertEquals("SYN, RST", note());
        assertEquals(5_000, spans().get(1).took());
    }

    @Test
    void namesTheSenderOfAnIcmpError() {
        wire.syn(10, false).icmp(15, "10.0.0.1", "host unreachable");
        assertEquals("SYN, ICMP host unreachable from 10.0.0.1", note());
    }

    @Test
    void aResetAfterTheHandshakeIsNoPartOfIt() {
        wire.handshake(10, 12, 14).reset(90, Lane.SERVER);
        assertEquals("SYN, SYN-ACK, ACK", note());
        assertEquals(4_000, spans().getFirst().took());
    }

    @Test
    void tellsTheAttemptsOfARaceApart() {
        Endpoint six = new Endpoint("::1", 7007);
        FourTuple other = new FourTuple(new Endpoint("::1", 50_001), six);
        life.attempt(1).failed(Lane.CLIENT, Stage.CONNECT, 0, 400,
                TraceBuilder.failure(ErrorCode.INTERRUPTED, Operation.CONNECT, null, six));
        life.attempt(2).done(Lane.CLIENT, Stage.CONNECT, 250, 300, new Outcome.Connected(TUPLE));
        new WirePackets(life.attempt(1), other).syn(5, false);
        new WirePackets(life.attempt(2), TUPLE).handshake(255, 260, 265);
        assertEquals("connect 1, handshake 1, connect 2, handshake 2", String.join(", ", spans().stream()
                .map(span -> span.stage().label() + " " + span.attempt()).toList()));
    }

    @Test
    void standsBeforeTheAcceptWhereTheClientIsNotTraced() {
        life.done(Lane.SERVER, Stage.ACCEPT, 5, 55, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
        wire.handshake(10, 12, 14);
        assertEquals(List.of(Stage.HANDSHAKE, Stage.ACCEPT_QUEUE, Stage.ACCEPT), spans().stream().map(Span::stage).toList());
    }

    @Test
    void aTupleThatIsUsedAgainIsAnotherConnection() {
        life.done(Lane.CLIENT, Stage.CONNECT, 0, 100, new Outcome.Connected(TUPLE));
        wire.handshake(10, 12, 14);
        life.connection(2).done(Lane.CLIENT, Stage.CONNECT, 1_000, 1_100, new Outcome.Connected(TUPLE));
        wire.handshake(1_010, 1_013, 1_017);
        assertEquals(List.of(4_000L, 7_000L), HandshakeFigures.of(timeline()).stream().map(HandshakeFigures::kernel).toList());
    }

    @Test
    void findsAnAddressThatTheProgramKnowsWithItsZone() {
        FourTuple zoned = new FourTuple(new Endpoint("fe80::1%eth0", 50_000), new Endpoint("fe80::2%eth0", 7007));
        life.done(Lane.CLIENT, Stage.CONNECT, 0, 100, new Outcome.Connected(zoned));
        new WirePackets(life, PacketFlows.key(zoned)).handshake(10, 12, 14);
        assertEquals(1, HandshakeFigures.of(timeline()).size());
    }

    @Test
    void givesThreeFigures() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE));
        wire.handshake(15, 20, 24);
        HandshakeFigures figures = HandshakeFigures.of(timeline()).getFirst();
        assertEquals(List.of(9_000L, 94_000L, 85_000L), List.of(figures.kernel(), figures.connect(), figures.difference()));
    }

    @Test
    void givesNoFiguresOfAHandshakeThatDidNotComplete() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE));
        wire.syn(15, false).synAck(20, false);
        assertTrue(HandshakeFigures.of(timeline()).isEmpty());
        assertEquals("SYN, SYN-ACK, no ACK", note());
    }

    @Test
    void aConnectionWhoseSynWasNotSeenHasNone() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE));
        wire.ack(24).data(30, Lane.CLIENT, 1, 5).data(40, Lane.SERVER, 1, 5);
        assertEquals(1, spans().size());
        assertTrue(timeline().lags().isEmpty());
    }

    @Test
    void onlyAHandshakeThatCompletedCountsAsADuration() {
        wire.handshake(10, 12, 14);
        life.connection(2);
        new WirePackets(life, new FourTuple(new Endpoint("127.0.0.1", 50_001), SERVER)).syn(20, false).syn(1_000_020, true);
        StageStatistics.Durations handshake = TraceIndex.of(life.inOrder().trace()).statistics().durations().getFirst();
        assertEquals(List.of(1L, 4_000L), List.of(handshake.count(), handshake.max()));
    }

    @Test
    void takesLinearTimeForEndlessConnectionsOfOneTuple() {
        for (int i = 0; i < 100_000; i++) {
            life.connection(i + 1).done(Lane.CLIENT, Stage.CONNECT, i * 100, i * 100 + 50, new Outcome.Connected(TUPLE));
            wire.handshake(i * 100 + 10, i * 100 + 12, i * 100 + 14).listener(i * 100 + 20, 1, 128);
            wire.socket(i * 100 + 20, Lane.SERVER, dev.lifeline.model.SocketState.ESTABLISHED, 0, 0, 0);
            life.done(Lane.SERVER, Stage.ACCEPT, i * 100 + 60, i * 100 + 70, new Outcome.Accepted(TUPLE.reversed(), i, 1));
        }
        var trace = life.inOrder().trace();
        Timeline timeline = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TraceIndex.of(trace).timeline());
        assertEquals(100_000, HandshakeFigures.of(timeline).size());
        assertFalse(timeline.lags().isEmpty());
    }

    private String note() {
        for (Span span : spans()) {
            if (span.stage() == Stage.HANDSHAKE) {
                return StageWords.phrase(span, Glyphs.ASCII);
            }
        }
        return "no handshake";
    }

    private List<Span> spans() {
        return timeline().spans();
    }

    private Timeline timeline() {
        return TraceIndex.of(life.inOrder().trace()).timeline();
    }
}
