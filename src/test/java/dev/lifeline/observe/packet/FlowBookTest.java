package dev.lifeline.observe.packet;

import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PacketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Flows that a four-tuple claims, and what is told of them.
class FlowBookTest {

    private static final List<String> HANDSHAKE = List.of("1.1 > SYN 0 0 0", "1.1 < SYN-ACK 0 1 0", "1.1 > ACK 1 1 0");

    private final Wire wire = new Wire(Mode.LOOPBACK, true);

    @Test
    void packetsBeforeTheTupleIsKnownWaitForIt() {
        wire.started(100, 1, 1).handshake(105, 40000);
        assertEquals(List.of(), wire.packets());

        wire.connected(130, 1, 1, 40000);
        assertEquals(HANDSHAKE, wire.packets());
        assertEquals(105_000, wire.found.getFirst().at());
        assertEquals(Evidence.PACKET, wire.found.getFirst().evidence());
    }

    @Test
    void packetsThatAreReadAfterTheTupleIsKnownAreToldAtOnce() {
        wire.started(100, 1, 1).connected(130, 1, 1, 40000);
        assertFalse(wire.book.over());
        wire.handshake(105, 40000);

        assertEquals(HANDSHAKE, wire.packets());
    }

    @Test
    void aWholeLifeHasItsNumbersAndItsEnd() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000);
        wire.client(200, 40000, PSH | ACK, 1, 1, 5).server(201, 40000, ACK, 1, 6, 0, 64).server(210, 40000, PSH | ACK, 1, 6, 7,
                64)
                .client(211, 40000, ACK, 6, 8, 0).client(300, 40000, FIN | ACK, 6, 8, 0).server(310, 40000, FIN | ACK, 8, 7, 0,
                64);
        assertFalse(wire.book.over(), "the last FIN is not acknowledged");
        wire.client(311, 40000, ACK, 7, 9, 0);

        assertTrue(wire.book.over());
        assertEquals(List.of("1.1 > ACK 1 1 5", "1.1 < ACK 1 6 0", "1.1 < ACK 1 6 7", "1.1 > ACK 6 8 0", "1.1 > FIN 6 8 0",
                "1.1 < FIN 8 7 0", "1.1 > ACK 7 9 0"), wire.packets().subList(3, 10));
        PacketEvent.SegmentSeen syn = (PacketEvent.SegmentSeen) wire.found.get(0).body();
        PacketEvent.SegmentSeen ack = (PacketEvent.SegmentSeen) wire.found.get(2).body();
        assertEquals(64, syn.window(), "never scaled in a SYN");
        assertEquals(64 << 7, ack.window());
        assertEquals("450f", ack.packet().data());
        assertEquals("10.0.0.1:40000 → 10.0.0.2:7007", ack.flow().toString());
    }

    @Test
    void aProbeOfAConnectionThatNeverSentAnythingIsMarked() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000);
        wire.client(1000, 40000, ACK, 0, 1, 0).server(1001, 40000, ACK, 1, 1, 0, 64);
        assertTrue(((PacketEvent.SegmentSeen) wire.found.get(3).body()).again());
        assertFalse(((PacketEvent.SegmentSeen) wire.found.get(4).body()).again());
        assertFalse(((PacketEvent.SegmentSeen) wire.found.get(2).body()).again(), "the ACK of the handshake");
    }

    @Test
    void retransmissionsAndProbesAreMarked() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).client(1105, 40000, SYN, 0, 0, 0)
                .server(1106, 40000, SYN | ACK, 0, 1, 0, 64).client(1107, 40000, ACK, 1, 1, 0).connected(1200, 1, 1, 40000);
        wire.client(1300, 40000, ACK, 1, 1, 100).client(1400, 40000, ACK, 1, 1, 100).client(1500, 40000, ACK, 50, 1, 100)
                .client(1600, 40000, ACK, 150, 1, 10).client(1700, 40000, ACK, 159, 1, 0).client(1800, 40000, ACK, 160, 1, 0);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 > SYN 0 0 0 again", "1.1 < SYN-ACK 0 1 0", "1.1 > ACK 1 1 0",
                "1.1 > ACK 1 1 100",
                "1.1 > ACK 1 1 100 again", "1.1 > ACK 50 1 100 again", "1.1 > ACK 150 1 10", "1.1 > ACK 159 1 0 again",
                "1.1 > ACK 160 1 0"),
                wire.packets());
    }

    @Test
    void connectionsOfOthersStayOut() {
        wire.handshake(50, 50001).started(100, 1, 1).handshake(103, 50002).handshake(105, 40000).handshake(109, 50003)
                .client(112, 50001, ACK, 1, 1, 9).connected(130, 1, 1, 40000).client(140, 50002, FIN | ACK, 1, 1, 0)
                .handshake(150, 50004);
        wire.book.settle(1_000_000);
        wire.book.finish(2_000_000);

        assertEquals(HANDSHAKE, wire.packets());
        assertEquals(3, wire.found.size());
    }

    @Test
    void theSameTupleUsedAgainBySomebodyElseIsNotOurs() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000).client(140, 40000, RST, 1, 0, 0);
        int before = wire.found.size();
        wire.segment(500, Wire.end("10.0.0.1", 40000), Wire.end(Wire.SERVER, Wire.PORT), SYN, 1, 0, 0, 64)
                .segment(501, Wire.end("10.0.0.1", 40000), Wire.end(Wire.SERVER, Wire.PORT), ACK, 2, 8, 0, 64);

        assertEquals(before, wire.found.size());
    }

    @Test
    void aFlowToAnotherPortWithTheServersPortAsSourceIsNotOurs() {
        wire.started(100, 1, 1).segment(105, Wire.end("10.0.0.1", Wire.PORT), Wire.end("10.0.0.3", 443), SYN, 1, 0, 0, 64);
        wire.book.finish(1_000_000);

        assertEquals(List.of(), wire.found);
    }

    @Test
    void withoutAClientTheServersConnectionsAreTold() {
        Wire server = new Wire(Mode.SERVER, true);
        server.handshake(100, 40000).handshake(200, 40001).handshake(300, 40002).accepted(5000, 1, 40001).accepted(6000, 2,
                40000);
        server.book.finish(9_000_000);

        assertEquals(List.of("1.0 > SYN 0 0 0", "1.0 < SYN-ACK 0 1 0", "1.0 > ACK 1 1 0", "2.0 > SYN 0 0 0",
                "2.0 < SYN-ACK 0 1 0",
                "2.0 > ACK 1 1 0"), server.packets());
    }

    @Test
    void bulkDataIsCountedBeyondANumberAndWhatTellsIsKept() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000);
        for (int i = 0; i < 5000; i++) {
            wire.client(200 + i, 40000, ACK, 1 + i * 100, 1, 100);
        }
        wire.server(6000, 40000, ACK, 1, 500_001, 0, 0).server(6001, 40000, ACK, 1, 500_001, 0, 9).client(6002, 40000, ACK, 1, 1,
                100)
                .client(6003, 40000, FIN | ACK, 500_001, 1, 0);
        wire.book.finish(9_000_000);

        List<String> packets = wire.packets();
        assertEquals(1004, packets.size());
        assertEquals(List.of("1.1 < ACK 1 500001 0", "1.1 < ACK 1 500001 0", "1.1 > ACK 1 1 100 again", "1.1 > FIN 500001 1 0"),
                packets.subList(1000, 1004));
        KernelEvent.EvidenceLost lost = assertInstanceOf(KernelEvent.EvidenceLost.class, wire.found.getLast().body());
        assertEquals(new KernelEvent.EvidenceLost("packet", 4003, LossKind.NOT_KEPT, "packets beyond 1000 are counted, not kept"), lost);
        assertEquals(1, wire.found.getLast().connection());
    }

    @Test
    void whatWasLeftOutIsSaidAsSoonAsTheConnectionIsOverAndTheRestAtTheEnd() {
        Wire wire = new Wire(Mode.SERVER, false);
        wire.handshake(100, 40000).accepted(130, 1, 40000);
        for (int i = 0; i < 100; i++) {
            wire.client(200 + i, 40000, ACK, 1 + i, 1, 1);
        }
        assertEquals(16, wire.found.size());
        wire.server(400, 40000, RST, 1, 0, 0, 0);
        KernelEvent.EvidenceLost lost = assertInstanceOf(KernelEvent.EvidenceLost.class, wire.found.getLast().body());
        assertEquals(87, lost.count(), "handshake, 12 more, then 1 that is the first data");
        assertEquals(400_000, wire.found.getLast().at());
        assertEquals(1, wire.found.getLast().connection());
        int told = wire.found.size();
        wire.client(500, 40000, ACK, 101, 1, 1).client(501, 40000, ACK, 102, 1, 1);
        assertEquals(told, wire.found.size(), "not one by one");
        wire.book.finish(9_000_000);
        assertEquals(2, ((KernelEvent.EvidenceLost) wire.found.getLast().body()).count());
    }

    @Test
    void aPacketSeenOnSeveralInterfacesIsToldOnce() {
        wire.started(100, 1, 1).connected(130, 1, 1, 40000);
        for (int each = 1; each <= 2; each++) {
            wire.device = each;
            wire.client(104 + each, 40000, SYN, 0, 0, 0);
        }
        for (int each = 2; each >= 1; each--) {
            wire.device = each;
            wire.server(110, 40000, SYN | ACK, 0, 1, 0, 64);
        }
        assertEquals(HANDSHAKE.subList(0, 2), wire.packets());
    }

    @Test
    void aFloodOfOthersIsBounded() {
        wire.started(100, 1, 1);
        for (int i = 0; i < 20_000; i++) {
            wire.handshake(101 + i, 10_000 + i);
        }
        wire.book.finish(99_000_000);

        assertEquals(List.of(), wire.packets());
        assertTrue(wire.found.stream().allMatch(each -> each.body() instanceof KernelEvent.EvidenceLost), "said, not hidden");
        assertTrue(wire.found.size() <= 2);
    }
}
