package dev.lifeline.diagnosis.evidence;

import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.FIN;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Sights;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import org.junit.jupiter.api.Test;

/// Counts of one connection's packets, packet by packet.
class PacketEvidenceTest {

    private static final long UNTIL = 1_000;

    private final PacketEvidence wire = new PacketEvidence(UNTIL);

    private PacketEvidenceTest see(long at, Lane from, int flags, long sequence, long acknowledgement, int payload, boolean again) {
        return see(at, (SegmentSeen) Sights.REMOTE.segment(from, flags, sequence, acknowledgement, payload, again));
    }

    private PacketEvidenceTest see(long at, SegmentSeen segment) {
        wire.segment(new TraceEvent(at, at, Lane.KERNEL, Evidence.PACKET, 1, 1, segment), segment);
        return this;
    }

    private PacketEvidenceTest handshake() {
        return see(1, CLIENT, SYN, 0, 0, 0, false).see(2, SERVER, SYN | ACK, 0, 1, 0, false).see(3, CLIENT, ACK, 1, 1, 0, false);
    }

    @Test
    void theHandshakeIsThatOfItsFirstPackets() {
        see(1, CLIENT, ACK, 1, 1, 0, false);
        assertEquals(-1, wire.ack(), "nothing was there to acknowledge");
        handshake().see(4, CLIENT, SYN, 0, 0, 0, true).see(5, SERVER, SYN | ACK, 0, 1, 0, true).see(6, CLIENT, ACK, 1, 1, 0, false);
        assertEquals(2, wire.syns());
        assertEquals(2, wire.synAck());
        assertEquals(3, wire.ack());
        assertEquals("eth0", wire.device());
        assertEquals(7, wire.segments());
    }

    @Test
    void aResetOfTheClientIsNoAckAndASynOfTheServerNoSynAck() {
        see(1, CLIENT, SYN, 0, 0, 0, false).see(2, SERVER, SYN, 0, 0, 0, false);
        assertEquals(-1, wire.synAck());
        see(3, SERVER, SYN | ACK, 0, 1, 0, false).see(4, CLIENT, RST | ACK, 1, 1, 0, false);
        assertEquals(-1, wire.ack());
        assertEquals(1, wire.syns());
        see(5, CLIENT, PSH, 1, 0, 1, false);
        assertEquals(-1, wire.ack());
    }

    @Test
    void theFirstAnswerIsWhatCameFirst() {
        assertEquals(-1, wire.answer());
        see(1, CLIENT, SYN, 0, 0, 0, false).see(2, SERVER, RST | ACK, 0, 1, 0, false);
        assertEquals(2, wire.answer());
        see(3, SERVER, SYN | ACK, 0, 1, 0, false);
        assertEquals(2, wire.answer());
        PacketEvidenceTest other = new PacketEvidenceTest();
        other.handshake().see(5, SERVER, RST, 1, 0, 0, false);
        assertEquals(2, other.wire.answer());
        assertEquals(5, other.wire.side(SERVER).rst());
    }

    @Test
    void theFirstResetCounts() {
        handshake().see(4, SERVER, RST | ACK, 1, 1, 0, false).see(5, SERVER, RST, 1, 0, 0, false);
        assertEquals(4, wire.side(SERVER).rst());
        assertFalse(wire.side(SERVER).bareRst());
        PacketEvidenceTest bare = new PacketEvidenceTest();
        bare.handshake().see(4, SERVER, RST, 1, 0, 0, false).see(5, SERVER, RST | ACK, 1, 1, 0, false);
        assertTrue(bare.wire.side(SERVER).bareRst());
        assertEquals(-1, bare.wire.side(CLIENT).rst());
    }

    @Test
    void aFinWithBytesIsAcknowledgedBehindThem() {
        handshake().see(4, CLIENT, FIN | ACK, 1, 1, 3, false);
        see(5, SERVER, ACK, 1, 4, 0, false);
        assertFalse(wire.side(CLIENT).finAcknowledged(), "its bytes, and not the FIN");
        see(6, SERVER, ACK, 1, 5, 0, false);
        assertTrue(wire.side(CLIENT).finAcknowledged());
        assertEquals(4, wire.side(CLIENT).fin());
        assertEquals(-1, wire.side(SERVER).fin());
        see(7, CLIENT, FIN | ACK, 4, 1, 0, true);
        assertEquals(4, wire.side(CLIENT).fin(), "the first");
    }

    @Test
    void whatCameAfterTheStageCountsOnlyForItsEnds() {
        handshake().see(UNTIL, SERVER, PSH | ACK, 1, 1, 4, false).see(UNTIL + 1, SERVER, PSH | ACK, 5, 1, 4, false)
                .see(UNTIL + 2, CLIENT, FIN | ACK, 1, 9, 0, false).see(UNTIL + 3, SERVER, ACK, 9, 2, 0, false);
        assertEquals(4, wire.side(SERVER).sent());
        assertEquals(4, wire.segments());
        assertEquals(0, wire.side(CLIENT).acknowledged());
        assertTrue(wire.side(CLIENT).finAcknowledged());
    }

    @Test
    void bytesAreCountedOnceAndByTheirNumbers() {
        handshake().see(4, CLIENT, PSH | ACK, 1, 1, 5, false).see(5, CLIENT, PSH | ACK, 1, 1, 5, true)
                .see(6, SERVER, PSH | ACK, 1, 4, 2, false).see(7, SERVER, ACK, 3, 6, 0, false);
        assertEquals(5, wire.side(CLIENT).sent());
        assertEquals(2, wire.side(SERVER).sent());
        assertEquals(1, wire.side(CLIENT).again());
        assertEquals(0, wire.side(SERVER).again());
        assertEquals(5, wire.side(SERVER).acknowledged());
        assertEquals(3, wire.side(SERVER).answered(), "when it sent its last data");
        assertEquals(4, wire.side(CLIENT).segments());
        assertFalse(wire.side(SERVER).headless());
    }

    @Test
    void segmentsWithoutDataAreNotSentAgain() {
        handshake().see(4, CLIENT, ACK, 1, 1, 0, true).see(5, SERVER, SYN | ACK, 0, 1, 0, true);
        assertEquals(0, wire.side(CLIENT).again());
        assertEquals(0, wire.side(SERVER).again());
        see(6, CLIENT, FIN | ACK, 1, 1, 0, true);
        assertEquals(1, wire.side(CLIENT).again());
    }

    @Test
    void anAnswerWithoutItsBeginningHasNoHead() {
        handshake().see(4, SERVER, PSH | ACK, 100, 1, 5, false);
        assertTrue(wire.side(SERVER).headless());
        see(5, SERVER, PSH | ACK, 1, 1, 99, false);
        assertFalse(wire.side(SERVER).headless());
        assertFalse(wire.side(CLIENT).headless());
    }

    @Test
    void probesAreForgottenWhenTheOtherSideAnswers() {
        handshake().see(4, CLIENT, ACK, 0, 1, 0, true).see(5, CLIENT, ACK, 0, 1, 0, true);
        assertEquals(2, wire.side(CLIENT).probes());
        see(6, SERVER, ACK, 0, 1, 0, true);
        assertEquals(2, wire.side(CLIENT).probes(), "the other's own probe is no answer");
        see(7, SERVER, RST, 1, 0, 0, false);
        assertEquals(2, wire.side(CLIENT).probes(), "nor is its reset");
        see(8, SERVER, ACK, 1, 1, 0, false);
        assertEquals(0, wire.side(CLIENT).probes());
        assertEquals(0, wire.side(CLIENT).again());
    }

    @Test
    void aProbeOfAClosedWindowIsNoKeepAlive() {
        handshake().see(4, (SegmentSeen) Sights.REMOTE.segment(SERVER, ACK, 1, 1, 0, 0, false));
        assertTrue(wire.side(SERVER).closedWindow());
        see(5, CLIENT, ACK, 0, 1, 0, true);
        assertEquals(0, wire.side(CLIENT).probes());
        see(6, SERVER, ACK, 1, 1, 0, false).see(7, CLIENT, ACK, 0, 1, 0, true);
        assertFalse(wire.side(SERVER).closedWindow());
        assertEquals(1, wire.side(CLIENT).probes());
    }

    @Test
    void theWindowOfAResetMeansNothing() {
        handshake().see(4, (SegmentSeen) Sights.REMOTE.segment(SERVER, RST, 1, 0, 0, 0, false));
        assertFalse(wire.side(SERVER).closedWindow());
    }

    @Test
    void bytesAfterTheFinAreThoseThatCameBehindIt() {
        handshake().see(4, CLIENT, PSH | ACK, 1, 1, 5, false);
        assertFalse(wire.side(CLIENT).onlyAfterFin(wire.side(SERVER)), "no FIN");
        see(5, SERVER, FIN | ACK, 1, 1, 0, false);
        assertFalse(wire.side(CLIENT).onlyAfterFin(wire.side(SERVER)), "sent before it, and not acknowledged");
        see(6, SERVER, ACK, 2, 6, 0, false).see(7, CLIENT, PSH | ACK, 6, 2, 5, false);
        assertTrue(wire.side(CLIENT).onlyAfterFin(wire.side(SERVER)));
    }

    @Test
    void whatIsBlockedIsTheFirstThatIsNotAcknowledged() {
        assertEquals(-1, wire.blockedLength(CLIENT));
        handshake().see(4, packed(1, 500, 540, true)).see(5, packed(501, 700, 740, true));
        assertEquals(540, wire.blockedLength(CLIENT));
        see(6, SERVER, ACK, 1, 501, 0, false);
        assertEquals(740, wire.blockedLength(CLIENT));
        see(7, packed(501, 100, 140, true)).see(8, packed(501, 900, 940, true));
        assertEquals(140, wire.blockedLength(CLIENT), "the smallest");
        see(9, SERVER, ACK, 1, 1_401, 0, false);
        assertEquals(-1, wire.blockedLength(CLIENT));
        assertEquals(-1, wire.blockedLength(SERVER));
    }

    private static SegmentSeen packed(long sequence, int payload, int length, boolean again) {
        return new SegmentSeen(CLIENT, new FourTuple(Sights.REMOTE.client(), Sights.REMOTE.server()), ACK, sequence, 1, payload, 65_536, again,
                new CapturedPacket("45", length, "eth0", true, 0, 200));
    }

    /// The header of a packet may have been kept in part.
    @Test
    void theTimeToLiveIsReadWhereItIs() {
        assertEquals(64, hops("450000000000400040"));
        assertEquals(-1, hops("45000000000040004"), "half of it");
        assertEquals(57, hops("6000000000140639"));
        assertEquals(-1, hops("600000000014063"));
    }

    private static int hops(String data) {
        PacketEvidenceTest one = new PacketEvidenceTest();
        one.see(1, new SegmentSeen(SERVER, new FourTuple(Sights.REMOTE.server(), Sights.REMOTE.client()), SYN | ACK, 0, 1, 0, 65_536, false,
                new CapturedPacket(data, 60, "eth0", true, 0, 200)));
        assertNull(one.wire.device(), "the interface of the SYN");
        return one.wire.synAckHops();
    }
}
