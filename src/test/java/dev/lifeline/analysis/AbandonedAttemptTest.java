package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AbandonedAttemptTest {

    private static final FourTuple TUPLE = new FourTuple(new Endpoint("192.0.2.1", 40000), new Endpoint("192.0.2.2", 80));

    @Test
    void anAnswerThatCameAfterItWasGivenUpHasItsTime() {
        assertEquals(312, answeredAfter(1, 612));
        assertEquals(-1, answeredAfter(1, 299), "it was there before");
        assertEquals(-1, answeredAfter(1, -1), "none was seen");
        assertEquals(-1, answeredAfter(2, 612), "of another attempt");
    }

    private static long answeredAfter(int attempt, long synAck) {
        PacketFlows flows = new PacketFlows();
        see(flows, 10, attempt, Lane.CLIENT, TcpFlags.SYN);
        if (synAck >= 0) {
            see(flows, synAck, attempt, Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK);
        }
        TraceEvent given = new TraceEvent(9, 300, Lane.CLIENT, Evidence.APPLICATION, 1, 1, new RaceEvent.Abandoned("another won"));
        return AbandonedAttempt.of(List.of(given), flows).getFirst().answeredAfter();
    }

    private static void see(PacketFlows flows, long at, int attempt, Lane from, int flags) {
        PacketEvent.SegmentSeen segment = new PacketEvent.SegmentSeen(from, from == Lane.CLIENT ? TUPLE : TUPLE.reversed(), flags, 0,
                from == Lane.CLIENT ? 0 : 1, 0, 64, false, new CapturedPacket("45", 40, "eth0", true, 0, 0));
        flows.accept(new TraceEvent(at, at, Lane.KERNEL, Evidence.PACKET, 1, attempt, segment), segment);
    }
}
