package dev.lifeline.observe.packet;

import dev.lifeline.model.event.CapturedPacket;
import java.nio.ByteBuffer;

/// Room of a run for packets that are kept whole. When it is used up, of each packet as much is kept as always.
final class WholeRoom {

    /// Bytes beyond what is kept of each packet anyway.
    static final long MOST_BYTES = 16 << 20;

    private long left = MOST_BYTES;

    /// Cuts a packet for which there is no room.
    ///
    /// @return whether it is the first
    boolean cut(ByteBuffer data) {
        int more = data.limit() - CapturedPacket.SNAP_BYTES;
        if (more <= 0) {
            return false;
        }
        if (left >= more) {
            left -= more;
            return false;
        }
        data.limit(CapturedPacket.SNAP_BYTES);
        boolean first = left >= 0;
        left = -1;
        return first;
    }
}
