package dev.lifeline.diagnosis.evidence;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.diagnosis.Evidenced;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Sights;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which evidence belongs to which stage: that of others is not told.
class StageEvidenceTest {

    private static final Endpoint V6 = new Endpoint("2001:db8::9", 80);
    private static final Endpoint V4 = new Endpoint("192.0.2.9", 80);
    private static final Endpoint FROM_V6 = new Endpoint("2001:db8::7", 40001);
    private static final Endpoint FROM_V4 = new Endpoint("192.0.2.7", 40002);

    @Test
    void eachAttemptOfARaceHasItsOwnPackets() {
        Trace trace = TraceBuilder.client("db.example:80").source("packet")
                .event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered("rfc8305", List.of(V6, V4)))
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, V6)
                .packet(new Sights(FROM_V6, V6, "eth0").segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false))
                .started(Lane.CLIENT, 1, 2, Stage.CONNECT, null, V4)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, FROM_V6, V6)
                .failed(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.ECONNREFUSED, FROM_V4, V4).build();
        Trace withRst = also(trace, 2, new Sights(FROM_V4, V4, "eth0")
                .segment(Lane.SERVER, TcpFlags.RST | TcpFlags.ACK, 0, 1, 0, false));
        Facts facts = Facts.of(withRst);
        assertEquals(EvidenceFinding.SILENCE, Evidenced.of(facts, facts.failed().getFirst(), ErrorCode.TIMEOUT).finding());
        assertEquals(EvidenceFinding.RST_ANSWER, Evidenced.of(facts, facts.failed().getLast(), ErrorCode.ECONNREFUSED).finding());
        assertTrue(Diagnosis.of(withRst).proved().contains("The RST was captured"), () -> Diagnosis.of(withRst).proved());
    }

    @Test
    void aResetAfterTheHandshakeIsTimedByItsOwnPacket() {
        Trace trace = TraceBuilder.loopback().source("packet").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, LOCAL.server())
                .at(1_000_000).packet(LOCAL.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false))
                .at(1_010_000).packet(LOCAL.segment(Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK, 0, 1, 0, false))
                .at(1_020_000).packet(LOCAL.segment(Lane.CLIENT, TcpFlags.ACK, 1, 1, 0, false))
                .at(4_000_000).packet(LOCAL.segment(Lane.SERVER, TcpFlags.RST | TcpFlags.ACK, 1, 1, 0, false))
                .at(5_000_000).failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNRESET, LOCAL.client(), LOCAL.server())
                .build();
        String proved = Diagnosis.of(trace).proved();
        assertTrue(proved.contains("The RST was captured 3 ms after the SYN"), proved);
    }

    @Test
    void figuresThatTheKernelWipedAtAResetAreNotTheLastOnes() {
        SocketEvidence sockets = new SocketEvidence(new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CLOSE, LOCAL.client(),
                LOCAL.server(), 1, null, Long.MAX_VALUE, -1));
        Trace trace = TraceBuilder.loopback()
                .kernel(LOCAL.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, info(6, 5, 1, 65_536)), 3))
                .kernel(LOCAL.destroyed(Lane.CLIENT, socket(SocketState.CLOSE, 0, 0, 0, info(0, 0, 0, 65_536)))).build();
        for (TraceEvent event : trace.events()) {
            sockets.seen(event, (KernelEvent.SocketSeen) event.body());
        }
        assertEquals(6, sockets.figures(Lane.CLIENT).info().bytesAcked());
    }

    @Test
    void theConnectionOfAStrangerIsNotOurs() {
        Sights stranger = new Sights(new Endpoint("127.0.0.1", 40007), TraceBuilder.SERVER_END, "lo");
        TraceBuilder trace = waiting();
        trace.kernel(stranger.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 0, 5, 0, null), trace.last()));
        assertNull(found(trace.build()).finding());
    }

    @Test
    void whatWasSeenOfAnotherConnectionWithTheSamePortsIsNotTold() {
        TraceBuilder trace = waiting();
        Trace other = also(trace.build(), 2, 0,
                LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 0, 5, 0, null), trace.last()));
        assertNull(found(other).finding());
        Trace own = also(trace.build(), 1, 1,
                LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 0, 5, 0, null), trace.last()));
        assertEquals(EvidenceFinding.NOT_ACCEPTED, found(own).finding());
    }

    @Test
    void anOldLookSaysNothingOfTheEndOfALongWait() {
        TraceBuilder trace = TraceBuilder.loopback().connected().writes(Lane.CLIENT, 5);
        trace.kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).pause(3_000_000_000L)
                .failed(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server());
        assertNull(found(trace.build()).finding());
    }

    @Test
    void aLookDuringTheSecondHalfIsToldWithItsAge() {
        Trace trace = TraceBuilder.client("localhost:7007").connected().writes(Lane.CLIENT, 5)
                .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null).pause(2_000_000_000L)
                .kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1)).pause(1_000_000_000L)
                .at(3_000_000_000L)
                .failed(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server()).build();
        assertEquals(EvidenceFinding.UNREAD, found(trace).finding());
        assertTrue(Diagnosis.of(trace).proved().contains("ms before the end of the wait") || Diagnosis.of(trace).proved()
                .contains("s before the end of the wait"), () -> Diagnosis.of(trace).proved());
    }

    @Test
    void aSocketThatIsGoneIsNotThereAnyMore() {
        TraceBuilder trace = TraceBuilder.loopback().connected().writes(Lane.CLIENT, 5)
                .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null)
                .kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                .kernel(LOCAL.destroyed(Lane.SERVER, socket(SocketState.CLOSE, 0, 0, 0, info(0, 5, 0, 0))))
                .failed(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server());
        assertNull(found(trace.build()).finding());
    }

    @Test
    void aListenerOnAnotherPortOrAddressIsNotTheOne() {
        for (Endpoint local : List.of(new Endpoint("127.0.0.1", 7008), new Endpoint("127.0.0.2", 7007))) {
            assertNull(found(queueOf(local)).finding(), local::toString);
        }
        for (Endpoint local : List.of(new Endpoint("127.0.0.1", 7007), new Endpoint("0.0.0.0", 7007), new Endpoint("::", 7007))) {
            assertEquals(EvidenceFinding.QUEUE_FULL, found(queueOf(local)).finding(), local::toString);
        }
    }

    @Test
    void aQueueAtItsLimitStillHasRoomForOne() {
        Trace trace = connectTimedOut().kernel(LOCAL.listener(1, 1, -1)).build();
        assertNull(found(trace).finding());
        assertTrue(found(trace).about().hold(Condition.QUEUE_ROOM));
    }

    @Test
    void theZoneOfALinkLocalAddressIsTheProgramsAlone() {
        Endpoint client = new Endpoint("fe80::1%eth0", 40000);
        Endpoint server = new Endpoint("fe80::2%eth0", 80);
        Sights bare = new Sights(new Endpoint("fe80::1", 40000), new Endpoint("fe80::2", 80), "eth0");
        Trace trace = TraceBuilder.client("[fe80::2%eth0]:80").source("packet")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, server)
                .packet(bare.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, client, server).build();
        assertEquals(EvidenceFinding.SILENCE, found(trace).finding());
    }

    @Test
    void aResetOfTheAftermathIsNotTheCause() {
        Trace trace = waiting().source("packet").pause(1_000_000_000L).build();
        TraceEvent last = trace.events().getLast();
        Trace later = also(trace, 1, LOCAL.segment(Lane.SERVER, TcpFlags.RST, 6, 0, 0, 0, false), last.at() + 1_000_000);
        Verdict verdict = Diagnosis.of(later);
        assertFalse(verdict.proved().contains("RST"), verdict.proved());
    }

    @Test
    void aRequestForSmallerPacketsIsNoRefusal() {
        Trace trace = TraceBuilder.client("db.example:80").source("packet")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, V4)
                .kernel(new KernelEvent.ErrorOrigin("192.0.2.1", 3, 4, "fragmentation needed"))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.EHOSTUNREACH, FROM_V4, V4).build();
        assertNull(found(trace).finding());
    }

    @Test
    void aServersStageIsJoinedByItsTuple() {
        Endpoint client = new Endpoint("198.51.100.1", 50000);
        Endpoint server = new Endpoint("192.0.2.7", 5432);
        Sights sights = new Sights(client, server, "eth0");
        Trace trace = new TraceBuilder(Mode.SERVER, "192.0.2.7:5432").source("packet")
                .done(Lane.SERVER, Stage.ACCEPT, new Outcome.Accepted(
                        new FourTuple(server, client), 1, 1))
                .started(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, null, null)
                .packet(sights.segment(Lane.CLIENT, TcpFlags.RST, 1, 0, 0, 0, false))
                .failed(Lane.SERVER, 1, 0, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, server, client).build();
        assertEquals(EvidenceFinding.RST_PEER, found(trace).finding());
        assertTrue(Diagnosis.of(trace).proved().endsWith("The RST was captured, in the name of the client."),
                () -> Diagnosis.of(trace).proved());
    }

    @Test
    void whatOnePartOfTheTraceLostDoesNotWeakenAnother() {
        Trace trace = also(connectTimedOut().source("packet")
                .packet(LOCAL.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false)).build(), 2, 1,
                new KernelEvent.EvidenceLost("packet", 9, LossKind.MISSED, "left out"));
        assertFalse(found(trace).about().hold(Condition.LOST));
        assertTrue(found(also(trace, 0, 0, new KernelEvent.EvidenceLost("packet", 9, LossKind.MISSED, "the ring was full")))
                .about().hold(Condition.LOST));
    }

    private static Trace queueOf(Endpoint local) {
        return connectTimedOut().kernel(new KernelEvent.ListenerSeen(local, 2, 1, Occasion.CHANGE, -1)).build();
    }

    private static TraceBuilder connectTimedOut() {
        return TraceBuilder.loopback().started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, LOCAL.server()).at(50_000)
                .at(100_000).failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server())
                .at(90_000);
    }

    /// A client that was connected, sent 5 bytes and read none.
    private static TraceBuilder waiting() {
        return TraceBuilder.client("localhost:7007").connected().writes(Lane.CLIENT, 5)
                .fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server());
    }

    private static Evidenced found(Trace trace) {
        Facts facts = Facts.of(trace);
        UnfinishedStage run = Deciding.of(facts).run();
        return Evidenced.of(facts, run, run.failure().code());
    }

    private static Trace also(Trace trace, int attempt, PacketEvent packet) {
        return also(trace, attempt, packet, trace.events().getLast().at());
    }

    private static Trace also(Trace trace, int attempt, PacketEvent packet, long at) {
        return also(trace, new TraceEvent(trace.events().size(), at, Lane.KERNEL, Evidence.PACKET, 1, attempt, packet));
    }

    private static Trace also(Trace trace, int connection, int attempt, KernelEvent body) {
        return also(trace, new TraceEvent(trace.events().size(), trace.events().getLast().at(), Lane.KERNEL, Evidence.KERNEL,
                connection, attempt, body));
    }

    private static Trace also(Trace trace, TraceEvent event) {
        List<TraceEvent> events = new ArrayList<>(trace.events());
        events.add(event);
        return new Trace(trace.header(), events, trace.complete());
    }
}
