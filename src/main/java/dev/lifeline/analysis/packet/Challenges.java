package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// Answers to a SYN that are about an older connection of the same two ends: the server's kernel still has that one, and says so by an
/// ACK with its numbers (a challenge ACK, RFC 5961 section 4, RFC 9293 section 3.10.7.4). This side's kernel answers with a RST, which
/// ends the old one, and sends its SYN again. Of one flow, whose segments come by time.
public final class Challenges {

    private boolean asked;
    private boolean taken;
    private int count;

    /// Takes the next segment.
    ///
    /// @return whether it is of the older connection: such an ACK, or the RST that answers it
    public boolean saw(SegmentSeen segment) {
        if (segment.from() == Lane.CLIENT) {
            asked |= segment.has(TcpFlags.SYN);
            return segment.has(TcpFlags.RST) && count > 0 && !taken;
        }
        taken |= segment.has(TcpFlags.SYN);
        // The answer to this SYN would acknowledge it: number 1.
        boolean older = asked && !taken && segment.has(TcpFlags.ACK) && !segment.has(TcpFlags.RST) && segment.acknowledgement() != 1;
        count += older ? 1 : 0;
        return older;
    }

    /// How many such ACKs were seen.
    public int count() {
        return count;
    }
}
