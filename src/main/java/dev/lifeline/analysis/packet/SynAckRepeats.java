package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// SYN-ACKs of one connection that came again though the client's ACK had passed: whoever sends them has not taken that ACK (RFC 9293
/// section 3.8.1). Any later segment of the server says that it has, but a RST: a kernel without a connection sends that, too.
public final class SynAckRepeats {

    private boolean synAck;
    private boolean acked;
    private boolean spoke;
    private int again;

    /// Takes note of the next packet.
    public void saw(SegmentSeen segment) {
        boolean rst = segment.has(TcpFlags.RST);
        if (segment.from() == Lane.CLIENT) {
            acked |= synAck && segment.has(TcpFlags.ACK) && !segment.has(TcpFlags.SYN) && !rst;
        } else if (segment.has(TcpFlags.SYN) && segment.has(TcpFlags.ACK)) {
            again += acked ? 1 : 0;
            spoke &= !acked;
            synAck = true;
        } else {
            spoke |= synAck && !rst;
        }
    }

    /// How many came again after the client's ACK, where nothing else came from the server after the last of them; 0 for none.
    public int untaken() {
        return spoke ? 0 : again;
    }

    /// Says if the server sent something that one sends only over a connection, after its last SYN-ACK: it had taken the client's ACK.
    public boolean spoke() {
        return spoke;
    }
}
