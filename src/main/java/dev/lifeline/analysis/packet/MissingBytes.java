package dev.lifeline.analysis.packet;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the stretches of a direction's sequence space (RFC 9293 section 3.4) that no seen packet carried, although the number of
/// a seen one is beyond them: what they carried was sent and not captured. A packet that only came out of order leaves none.
final class MissingBytes {

    private record Stretch(long from, long to) {
    }

    /// One direction of one connection.
    private static final class Direction {
        private final List<Stretch> seen = new ArrayList<>();
        private List<Stretch> missing;
        private int told;

        private void find() {
            missing = new ArrayList<>();
            // Not by comparingLong: what that makes can be serialized, and no start-up cache holds it.
            seen.sort((one, other) -> Long.compare(one.from(), other.from()));
            long end = seen.getFirst().from();
            for (Stretch stretch : seen) {
                if (stretch.from() > end) {
                    missing.add(new Stretch(end, stretch.from()));
                }
                end = Math.max(end, stretch.to());
            }
        }
    }

    private final Map<FourTuple, Direction> directions = new HashMap<>();

    /// Takes the next packet.
    void saw(SegmentSeen segment) {
        // The number of a reset is often that of the packet which it answers.
        if (!segment.has(TcpFlags.RST)) {
            directions.computeIfAbsent(segment.flow(), flow -> new Direction()).seen
                    .add(new Stretch(segment.sequence(), segment.sequence() + PacketReach.length(segment)));
        }
    }

    /// Tells how many bytes are missing that this packet is the first to be beyond; to be asked when all are known, in the order of
    /// time.
    long before(SegmentSeen segment) {
        Direction direction = directions.get(segment.flow());
        if (direction == null || segment.has(TcpFlags.RST)) {
            return 0;
        }
        if (direction.missing == null) {
            direction.find();
        }
        long bytes = 0;
        while (direction.told < direction.missing.size()
                && direction.missing.get(direction.told).to() <= segment.sequence()) {
            Stretch stretch = direction.missing.get(direction.told++);
            bytes += stretch.to() - stretch.from();
        }
        return bytes;
    }
}
