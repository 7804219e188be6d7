package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.TcpSegment;

/// How many packets of one connection are kept: all up to a number, then what tells something (handshake, first data each way,
/// windows of 0 and their end, retransmissions), and to the last the ends.
final class PacketQuota {

    private static final int ENDS = 64;

    private final int ordinary;
    private final int telling;
    private int kept;
    private long left;
    private boolean dataToServer;
    private boolean dataToClient;
    private boolean closedToServer;
    private boolean closedToClient;

    private PacketQuota(int ordinary, int telling) {
        this.ordinary = ordinary;
        this.telling = telling;
    }

    /// @param inFull whether the connection is one of few
    static PacketQuota of(boolean inFull) {
        return inFull ? new PacketQuota(1000, 3000) : new PacketQuota(16, 48);
    }

    /// Tells whether a segment is kept; one that is not is counted.
    boolean keeps(FlowSegment segment) {
        boolean tells = tells(segment);
        boolean end = (segment.flags() & (TcpSegment.SYN | TcpSegment.FIN | TcpSegment.RST)) != 0;
        return counted(kept < ordinary || tells && kept < telling || end && kept < telling + ENDS);
    }

    /// Tells whether an error about the connection is kept.
    boolean keepsError() {
        return counted(kept < telling);
    }

    /// A packet was let go before this was asked.
    void letGo() {
        left++;
    }

    /// How many were not kept, and were not said yet.
    long left() {
        return left;
    }

    /// They are said now.
    ///
    /// @return how many
    long takeLeft() {
        long said = left;
        left = 0;
        return said;
    }

    /// From which number on they are not all kept.
    int ordinary() {
        return ordinary;
    }

    private boolean counted(boolean keep) {
        if (keep) {
            kept++;
        } else {
            left++;
        }
        return keep;
    }

    private boolean tells(FlowSegment segment) {
        boolean data = segment.payload() > 0;
        boolean closed = segment.window() == 0 && (segment.flags() & TcpSegment.RST) == 0;
        boolean first;
        boolean window;
        if (segment.fromClient()) {
            first = data && !dataToServer;
            dataToServer |= data;
            window = closed || closedToClient;
            closedToClient = closed;
        } else {
            first = data && !dataToClient;
            dataToClient |= data;
            window = closed || closedToServer;
            closedToServer = closed;
        }
        return first || window || segment.again();
    }
}
