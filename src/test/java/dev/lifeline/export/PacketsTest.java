package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PacketsTest {

    @Test
    void theNearestPacketIsTheOneThatALookAtAllWouldFind() {
        Random random = new Random(20261121);
        for (int round = 0; round < 200; round++) {
            PacketTrace trace = new PacketTrace();
            int count = random.nextInt(12);
            for (int i = 0; i < count; i++) {
                trace.connection(1 + random.nextInt(3)).packet(random.nextInt(20), Lane.CLIENT, TcpFlags.ACK, 1, 1, "");
            }
            Packets packets = Packets.of(TraceIndex.of(trace.trace()));
            assertEquals(count, packets.all().size());
            for (int connection = Packets.ANY; connection <= 4; connection++) {
                for (long at = -1_000; at <= 21_000; at += 500) {
                    int slowly = slowly(packets.all(), connection, at);
                    int found = packets.nearest(connection, at);
                    assertEquals(slowly < 0, found < 0);
                    if (found >= 0) {
                        assertEquals(packets.all().get(slowly).at(), packets.all().get(found).at());
                        assertTrue(connection == Packets.ANY || packets.all().get(found).connection() == connection);
                    }
                }
            }
        }
    }

    private static int slowly(List<TraceEvent> packets, int connection, long at) {
        int best = -1;
        for (int i = 0; i < packets.size(); i++) {
            boolean of = connection == Packets.ANY || packets.get(i).connection() == connection;
            if (of && (best < 0 || Math.abs(packets.get(i).at() - at) < Math.abs(packets.get(best).at() - at))) {
                best = i;
            }
        }
        return best;
    }
}
