package dev.lifeline.analysis.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import org.junit.jupiter.api.Test;

class ChallengesTest {

    private final Challenges seen = new Challenges();

    @Test
    void anAckWithOtherNumbersIsOfAnOlderConnectionAndSoIsTheResetThatAnswersIt() {
        assertFalse(saw(Lane.CLIENT, TcpFlags.SYN, 0));
        assertTrue(saw(Lane.SERVER, TcpFlags.ACK, -4711));
        assertTrue(saw(Lane.CLIENT, TcpFlags.RST, 0));
        assertFalse(saw(Lane.CLIENT, TcpFlags.SYN, 0));
        assertFalse(saw(Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK, 1));
        assertFalse(saw(Lane.SERVER, TcpFlags.ACK, 5), "the connection is this one now");
        assertFalse(saw(Lane.CLIENT, TcpFlags.RST, 0));
        assertEquals(1, seen.count());
    }

    @Test
    void whatAnswersThisSynIsNone() {
        saw(Lane.CLIENT, TcpFlags.SYN, 0);
        assertFalse(saw(Lane.SERVER, TcpFlags.ACK, 1), "the SYN-ACK may have been lost by the capture");
        assertFalse(saw(Lane.SERVER, TcpFlags.RST | TcpFlags.ACK, 7), "a reset is one");
        assertFalse(saw(Lane.CLIENT, TcpFlags.RST, 0));
        assertEquals(0, seen.count());
    }

    @Test
    void withoutItsSynNothingIsKnown() {
        assertFalse(saw(Lane.SERVER, TcpFlags.ACK, 4711));
        assertEquals(0, seen.count());
    }

    private boolean saw(Lane from, int flags, long acknowledgement) {
        FourTuple tuple = new FourTuple(new Endpoint("192.0.2.1", 40000), new Endpoint("192.0.2.2", 80));
        return seen.saw(new SegmentSeen(from, from == Lane.CLIENT ? tuple : tuple.reversed(), flags, 0, acknowledgement, 0, 64, false,
                new CapturedPacket("45", 40, "eth0", true, 0, 0)));
    }
}
