package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// The order of the first words of one connection, by the numbers of its packets: what the server sent before anything of the client's
/// had arrived is no answer.
final class SpeechOrder {

    /// The number behind the last byte of the server that was seen: the first has the number 1.
    private long end = 1;
    private boolean spoke;
    private boolean answered;
    private boolean asked;

    /// Takes note of the next packet.
    void saw(SegmentSeen segment) {
        asked |= segment.from() == Lane.CLIENT && segment.payload() > 0;
        long behind = segment.sequence() + segment.payload();
        // Bytes that pass again acknowledge more than they did at first.
        if (segment.from() == Lane.SERVER && segment.payload() > 0 && behind > end) {
            spoke = true;
            answered |= segment.acknowledgement() > 1;
            end = behind;
        }
    }

    /// Says if both sides sent data, and the server all of its before any of the client's had arrived.
    boolean serverFirst() {
        return asked && spoke && !answered;
    }
}
