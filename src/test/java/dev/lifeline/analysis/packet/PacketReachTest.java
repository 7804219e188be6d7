package dev.lifeline.analysis.packet;

import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.FIN;
import static dev.lifeline.view.WitnessedTrace.RST;
import static dev.lifeline.view.WitnessedTrace.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.view.Lives;
import dev.lifeline.view.WitnessedTrace;
import org.junit.jupiter.api.Test;

class PacketReachTest {

    private final FourTuple tuple = new FourTuple(Lives.CLIENT, Lives.SERVER);
    private final WitnessedTrace wire = new WitnessedTrace(tuple, "eth0");
    private final PacketReach reach = new PacketReach();

    @Test
    void whatWasAcknowledgedHasArrived() {
        SegmentSeen syn = saw(wire.packet(Lane.CLIENT, SYN, 0, 0, 0));
        SegmentSeen answer = saw(wire.packet(Lane.SERVER, SYN | ACK, 0, 1, 0));
        SegmentSeen data = saw(wire.packet(Lane.CLIENT, ACK, 1, 1, 5));
        SegmentSeen more = saw(wire.packet(Lane.CLIENT, FIN | ACK, 6, 1, 0));
        saw(wire.packet(Lane.SERVER, ACK, 1, 6, 0));
        assertEquals(Reach.ARRIVED, reach.of(syn));
        assertEquals(Reach.ARRIVED, reach.of(answer));
        assertEquals(Reach.ARRIVED, reach.of(data));
        assertEquals(Reach.UNKNOWN, reach.of(more), "the FIN needs an acknowledgement of its own");
    }

    @Test
    void ofACopyThatWasSentAgainNobodyKnows() {
        SegmentSeen first = saw(wire.packet(Lane.CLIENT, SYN, 0, 0, 0));
        SegmentSeen second = saw(wire.again(Lane.CLIENT, SYN, 0, 0, 0));
        saw(wire.packet(Lane.SERVER, SYN | ACK, 0, 1, 0));
        assertEquals(Reach.UNKNOWN, reach.of(first));
        assertEquals(Reach.ARRIVED, reach.of(second));
    }

    @Test
    void aResetIsAnAnswerToo() {
        SegmentSeen data = saw(wire.packet(Lane.CLIENT, ACK, 1, 1, 5));
        saw(wire.packet(Lane.SERVER, RST, 1, 0, 0));
        assertEquals(Reach.ARRIVED, reach.of(data));
    }

    @Test
    void anErrorSaysWhoHadThePacket() {
        SegmentSeen turned = saw(wire.packet(Lane.CLIENT, SYN, 0, 0, 0));
        reach.refused(tuple, "192.0.2.1");
        SegmentSeen reached = saw(wire.again(Lane.CLIENT, SYN, 0, 0, 0));
        reach.refused(tuple, Lives.SERVER.address());
        assertEquals(Reach.TURNED_BACK, reach.of(turned));
        assertEquals(Reach.ARRIVED, reach.of(reached));
    }

    @Test
    void onLoopbackAndFromThePeerAPacketHasArrivedWhereItWasSeen() {
        SegmentSeen syn = saw(new SegmentSeen(Lane.CLIENT, tuple, SYN, 0, 0, 0, 65_495, false,
                new CapturedPacket("45", 60, "lo", true, 0, 1)));
        SegmentSeen fromPeer = saw(wire.packet(Lane.SERVER, FIN | ACK, 1, 0, 0));
        assertEquals(Reach.ARRIVED, reach.of(syn));
        assertEquals(Reach.ARRIVED, reach.of(fromPeer));
    }

    private SegmentSeen saw(EventBody packet) {
        SegmentSeen segment = (SegmentSeen) packet;
        reach.saw(segment);
        return segment;
    }
}
